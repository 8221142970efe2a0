import { expect } from 'chai';
import fc from 'fast-check';
import { toAttachment } from '../../cards/index.js';
import type { Masked } from '../../src/masking/views.js';
import { hostileTexts } from '../masking/hostileTexts.js';
import { sampleViews } from './sampleViews.js';

const details = fc.constantFrom('minimal' as const, 'standard' as const, 'detailed' as const);

/** The cards that show what Stripe has of a person. */
function personal(views: ReturnType<typeof sampleViews>): Masked[] {
  return [views.charges, views.customers, views.customerChoice, views.couponReview];
}

/** All strings that a card shows: not what its buttons send back, nor what the asker typed and an input gives back. */
function shown(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'data' || key === 'value' ? [] : shown(value),
  );
}

describe('no card', () => {
  it('ever shows four signs in a row of an e-mail or a name', () => {
    const name = fc.stringMatching(/^[qxzQXZ]{4,12} [qxzQXZ]{4,12}$/);
    const email = fc.stringMatching(/^[qxz]{4,12}@[qxz]{4,12}\.com$/);
    fc.assert(
      fc.property(name, email, details, (text, address, detail) => {
        const views = sampleViews({ text: 'Sale', email: address }, { detail });
        const named = sampleViews({ text, email: address }, { detail, others: [] });
        const said = [...personal(views), named.charges, named.customers, named.customerChoice].flatMap(
          (view) => [view.summary, ...shown(toAttachment(view).content)],
        );
        expect(said.join('\n')).not.to.match(/[qxz]{3}/i);
      }),
      { numRuns: 80 },
    );
  });

  for (const text of hostileTexts) {
    it(`does anything with ${JSON.stringify(text.slice(0, 40))}`, () => {
      for (const view of Object.values(sampleViews({ text, email: text }, { detail: 'detailed' }))) {
        const { content } = toAttachment(view);
        const said = [view.summary, ...shown(content)].join(' ');
        expect(said, view.card).not.to.match(
          /\{\{|\$\{|<\/?[a-z]|\w:\/\/|[\u202a-\u202e\u2066-\u2069]|\p{Cc}/iu,
        );
        expect(JSON.stringify(content)).not.to.match(
          /"type":"(?:Image|Media|Action\.OpenUrl)"|"(?:url|selectAction)":/,
        );
      }
    });
  }

  it('falls over null everywhere and values that nobody knows', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', 'constructor', ['$', '{nonce}'].join('')),
    );
    fc.assert(
      fc.property(odd, details, (text, detail) => {
        for (const view of Object.values(sampleViews({ text, email: text }, { detail }))) {
          expect(JSON.stringify(toAttachment(view).content)).not.to.match(/undefined|\[object|NaN/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
