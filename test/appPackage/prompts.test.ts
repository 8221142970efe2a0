import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { demoExamples } from '../../src/demo/settings.js';
import { readPlan } from '../../src/recognition/builtIn/recognise.js';
import { openChannel } from '../conversations/connectorTalk.js';
import { openHouse } from '../conversations/house.js';
import { only } from '../conversations/talk.js';

const command = z.object({ title: z.string(), description: z.string() });
const manifest = z.object({
  bots: z.array(z.object({ commandLists: z.array(z.object({ commands: z.array(command) })) })),
});

const commands = manifest
  .parse(JSON.parse(readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8')))
  .bots.flatMap(({ commandLists }) => commandLists.flatMap((list) => list.commands));

/** A description may hold a whole sentence to say instead. */
const inFull = commands.flatMap(({ description }) => {
  const [, sentence] = /^Or in full: (.+)$/.exec(description) ?? [];
  return sentence ? [sentence] : [];
});

const both = ['list_charges', 'create_coupon'];

/** Every sentence that we put into people's mouths, and what it must be read as. */
const wanted: Readonly<Record<string, string[]>> = {
  'last 10 charges and a 15% coupon': both,
  'last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days': both,
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days':
    both,
  'last 10 charges': ['list_charges'],
  'failed charges this week': ['list_charges'],
  'failed payments this week': ['list_charges'],
  'list coupons': ['list_coupons'],
  'create a coupon': ['clarify what_discount'],
  balance: ['show_balance'],
  'what is our balance?': ['show_balance'],
  'what is a promotion code?': ['explain'],
  'what may I do?': ['show_permissions'],
  help: ['help'],
};

const kinds = (text: string): string[] =>
  readPlan({ text, today: '2026-03-10' }).plan.steps.map((step) =>
    step.do === 'clarify' ? `clarify ${step.about}` : step.do,
  );

/** What the welcome card's buttons send, in the demo or not. */
const welcomed = async (demo: boolean): Promise<string[]> => {
  const house = await openHouse({
    settings: (settings) => (demo ? settings : { ...settings, page: null }),
  });
  const channel = await openChannel();
  try {
    const talk = channel.talk(house, 'admin');
    const cards = await talk.send({ type: 'conversationUpdate', membersAdded: [{ id: 'admin' }] });
    const ask = z.object({ tillkeeper: z.object({ act: z.literal('ask'), text: z.string() }) });
    return only('welcome', cards).buttons.map(({ data }) => ask.parse(data).tillkeeper.text);
  } finally {
    await channel.close();
    await house.close();
  }
};

describe('the sentences we suggest', () => {
  for (const [text, expected] of Object.entries(wanted)) {
    it(`"${text}" is read as ${expected.join(' + ')}`, () => {
      expect(kinds(text)).to.deep.equal(expected);
    });
  }

  it('in the Teams manifest are all among them', () => {
    expect(inFull).to.have.length(1);
    expect(Object.keys(wanted)).to.include.members([...commands.map(({ title }) => title), ...inFull]);
  });

  it('on the demo page are all among them', () => {
    expect(Object.keys(wanted)).to.include.members([...demoExamples]);
  });

  for (const demo of [true, false]) {
    it(`on the welcome card ${demo ? 'of the demo' : 'for real'} are all among them`, async () => {
      const texts = await welcomed(demo);
      expect(texts).to.have.length.above(3);
      expect(Object.keys(wanted)).to.include.members(texts);
    });
  }
});
