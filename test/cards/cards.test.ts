import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { z } from 'zod';
import { toAttachment } from '../../cards/index.js';
import { maskNotice } from '../../src/masking/mask.js';
import { eu } from '../masking/facts.js';
import { sampleViews } from './sampleViews.js';

const renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const details = ['minimal', 'standard', 'detailed'] as const;
const plain = { text: 'Spring sale', email: 'jane@example.com' };
const long = { text: 'W'.repeat(5000), email: `${'j'.repeat(5000)}@example.com` };

/** What the renderer of the clients has against a card, in its own words. */
function complaints(content: unknown): string[] {
  const context = new renderer.SerializationContext(renderer.Versions.v1_5);
  const card = new renderer.AdaptiveCard();
  card.parse(content, context);
  const parsed = Array.from({ length: context.eventCount }, (_, at) =>
    String(context.getEventAt(at).message),
  );
  const validated: { message: string }[] = card.validateProperties().validationEvents;
  return [...parsed, ...validated.map(({ message }) => message)];
}

/** Every object in a card, at any depth. */
function parts(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(parts);
  const object = z.record(z.string(), z.unknown()).safeParse(node);
  return object.success ? [object.data, ...Object.values(object.data).flatMap(parts)] : [];
}

function typed(content: unknown, type: RegExp): Record<string, unknown>[] {
  return parts(content).filter((part) => typeof part.type === 'string' && type.test(part.type));
}

function bytes(content: unknown): number {
  return Buffer.byteLength(JSON.stringify(content));
}

describe('the cards', () => {
  it('are one template per card name', () => {
    const files = readdirSync(new URL('../../cards', import.meta.url)).filter((name) =>
      name.endsWith('.json'),
    );
    expect(files.sort()).to.deep.equal(
      Object.keys(sampleViews(plain))
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  for (const detail of details) {
    for (const [name, view] of Object.entries(sampleViews(plain, { detail }))) {
      it(`${name} is a valid Adaptive Card 1.5 at ${detail} detail, with nothing unbound`, () => {
        const { content, contentType, name: named } = toAttachment(view);
        expect([contentType, named]).to.deep.equal([
          'application/vnd.microsoft.card.adaptive',
          `tillkeeper.${name}`,
        ]);
        expect(content.version).to.equal('1.5');
        expect(complaints(content)).to.deep.equal([]);
        expect(JSON.stringify(content)).not.to.match(/\$\{|"\$|:null/);
      });
    }
  }

  for (const [name, view] of Object.entries(sampleViews(plain, { detail: 'detailed' }))) {
    it(`${name} has a summary of plain words, and every button an act`, () => {
      expect(view.summary).to.match(/^[^*_`[\]\n]{10,}$/);
      const buttons = typed(toAttachment(view).content, /^Action\./);
      for (const { type, data } of buttons) {
        expect(type).to.equal('Action.Submit');
        expect(data).to.have.nested.property('tillkeeper.act').that.is.a('string');
      }
    });
  }

  it('have one positive button among them: Create coupon', () => {
    const contents = Object.values(sampleViews(plain)).map((view) => toAttachment(view).content);
    const positive = contents.flatMap((content) => typed(content, /^Action\./)).filter(({ style }) => style);
    expect(positive).to.deep.equal([
      {
        type: 'Action.Submit',
        title: 'Create coupon',
        style: 'positive',
        data: { tillkeeper: { act: 'coupon.create', nonce: 'nonce' } },
      },
    ]);
  });

  for (const detail of details) {
    it(`are small with ten rows at ${detail} detail: 8 KB for charges`, () => {
      const others = [eu];
      expect(bytes(toAttachment(sampleViews(plain, { detail, others }).charges).content)).to.be.at.most(8192);
    });

    it(`are never above 25 KB at ${detail} detail, however long the words`, () => {
      for (const view of Object.values(sampleViews(long, { detail }))) {
        expect(bytes(toAttachment(view).content), view.card).to.be.at.most(25_600);
      }
    });
  }

  it('label every input of the form, and say what each takes that is checked before it is sent', () => {
    const inputs = typed(toAttachment(sampleViews(plain).couponForm).content, /^Input\./);
    expect(inputs.map(({ id }) => id).sort()).to.deep.equal(
      [
        'amount_off',
        'code',
        'currency',
        'customer',
        'duration',
        'duration_in_months',
        'expires_on',
        'first_time_only',
        'max_redemptions',
        'min_purchase',
        'name',
        'percent_off',
      ].sort(),
    );
    for (const { id, label, errorMessage, regex, maxLength, min } of inputs) {
      expect(label, String(id)).to.be.a('string');
      if (regex || maxLength || min) expect(errorMessage, String(id)).to.be.a('string');
    }
  });

  // The renderer of the clients takes an empty number for one below the least, so that no form could be sent.
  it('set no bounds on numbers: the form may be sent with any of them empty', () => {
    const numbers = typed(toAttachment(sampleViews(plain).couponForm).content, /^Input\.Number$/);
    expect(numbers).to.have.length(5);
    for (const { id, min, max } of numbers)
      expect([min, max], String(id)).to.deep.equal([undefined, undefined]);
  });

  it('keep what the form was filled with, and leave the rest empty', () => {
    const inputs = typed(toAttachment(sampleViews(plain).couponForm).content, /^Input\./);
    const values = Object.fromEntries(inputs.map(({ id, value }) => [id, value]));
    expect([values.percent_off, values.name, values.amount_off, values.first_time_only]).to.deep.equal([
      15,
      'Spring sale',
      undefined,
      'false',
    ]);
  });

  it('can be made again from the same view', () => {
    const view = maskNotice({ text: 'Nothing was changed.' });
    expect(toAttachment(view)).to.deep.equal(toAttachment(view));
  });

  it('show the code of a created coupon alone on its line, in a fixed-width font', () => {
    const { content } = toAttachment(sampleViews({ ...plain, text: 'WELCOME15' }).couponRecord);
    const lines = typed(content, /^RichTextBlock$/).filter(({ inlines }) =>
      JSON.stringify(inlines).includes('monospace'),
    );
    expect(lines.map(({ inlines }) => inlines)).to.deep.equal([
      [{ type: 'TextRun', text: 'WELCOME15', size: 'extraLarge', weight: 'bolder', fontType: 'monospace' }],
    ]);
  });
});
