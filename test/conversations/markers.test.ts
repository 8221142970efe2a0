import { expect } from 'chai';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { type Leaf, leaves, markStripe, unknownMarker } from './markedStripe.js';
import type { Card, Talk } from './talk.js';

const questions = [
  'the last 100 charges',
  'failed charges',
  'refunded charges',
  'disputed charges',
  'charge ch_marked0000',
  'charge ch_nothere',
  'charges with the card ending in 4242',
  'the latest customers',
  'list coupons',
  'expired coupons',
  'what is our balance?',
  'what may I do?',
  'who did what today?',
  'create a 15% off coupon',
];

async function toTheEnd(talk: Talk, first: Card[]): Promise<void> {
  let cards = first;
  for (let page = 0; page < 12; page += 1) {
    const card = cards.find(({ buttons }) => buttons.some(({ title }) => title.startsWith('Next')));
    const next = card?.buttons.find(({ title }) => title.startsWith('Next'));
    if (!card || !next) return;
    cards = await talk.press(card, next.title);
  }
}

interface Asked {
  wire: string;
  texts: string[];
  sent: string;
}

describe('every leaf of Stripe, filled with its own marker', function () {
  this.timeout(60_000);
  const all = leaves();
  const details = ['minimal', 'standard', 'detailed'] as const;

  async function askAll(detail: (typeof details)[number], flag: boolean): Promise<Asked> {
    const house: House = await openHouse({
      settings: (demo) => ({ ...demo, detail, limits: { ...demo.limits, messagesPerMinute: 100_000 } }),
    });
    const data = house.stripe.data('acct_demo_main');
    if (data) markStripe(data, all, flag);
    const talk = await talkOverDirectLine(house, 'admin');
    const customer = data?.customers[0]?.id ?? '';
    for (const text of [...questions, `charges of ${customer}`, `is ${customer} a customer?`])
      await toTheEnd(talk, await talk.say(text));
    for (const fault of [
      { kind: 'bareError', status: 400 },
      { kind: 'badJson' },
      { kind: 'html' },
    ] as const) {
      house.stripe.queueFault(fault);
      await talk.say('the last 10 charges');
    }
    const texts = talk
      .screen()
      .map(({ text }) =>
        text.replace(
          /\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?|till-\w+|reference \w+|p-[0-9a-f]{12}|[A-Z0-9]{8}/g,
          '',
        ),
      );
    const asked = { wire: talk.wire(), texts, sent: JSON.stringify(data) };
    await house.close();
    return asked;
  }

  const leaked = (wire: string, of: readonly Leaf[]): string[] => {
    const digits = wire.replace(/(?<=\d)[,.\s\u00a0\u202f](?=\d)/g, '');
    return of
      .filter(({ marker }) => marker !== null && (wire.includes(marker) || digits.includes(marker)))
      .map(({ resource, path }) => `${resource}.${path}`);
  };

  const table: string[] = [];
  let detailed: string[] = [];

  for (const detail of details) {
    it(`leaves nothing kept back and nothing masked whole at ${detail} detail`, async () => {
      const { wire, texts, sent } = await askAll(detail, true);
      const kept = all.filter(({ treatment }) => treatment === 'drop');
      const masked = all.filter(({ treatment, path }) => treatment === 'mask' && !/last4$/.test(path));
      const were = (of: readonly Leaf[]) =>
        of.filter(({ marker }) => marker !== null && sent.includes(marker));
      expect(were(kept).length, 'kept-back leaves that Stripe sent').to.be.above(1500);
      expect(leaked(wire, kept)).to.deep.equal([]);
      expect(leaked(wire, masked)).to.deep.equal([]);
      expect(wire).to.not.include(unknownMarker);
      expect(texts.join(' ')).to.contain('Balance').and.contain('charges');
      if (detail === 'detailed') detailed = texts;
      table.push(
        `${detail}: 0 of ${were(kept).length} kept-back and 0 of ${were(masked).length} masked leaves left the bot whole`,
      );
    });
  }

  it('says the same whatever is true or false in what is kept back', async () => {
    const [yes, no] = [detailed, await askAll('detailed', false)];
    expect(yes.length).to.be.above(10);
    for (const [at, text] of yes.entries()) expect(text).to.equal(no.texts[at]);
  });

  after(() => {
    for (const line of table) process.stdout.write(`      ${line}\n`);
  });
});
