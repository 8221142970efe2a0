import { expect } from 'chai';
import fc from 'fast-check';
import { trailRow } from '../../src/audit/trailRow.js';
import { couponIdOf } from '../../src/store/offerRow.js';
import { row } from './keptTrail.js';

const texts = [
  'tenant',
  'channel',
  'role',
  'account',
  'ability',
  'outcome',
  'reason',
  'stripeRequest',
  'coupon',
  'recognisedBy',
  'model',
  'correlation',
] as const;
const numbers = ['at', 'count', 'tokens', 'latency'] as const;

/** What a sentence, an address, a card number or a name in full is made of. */
const free = /[\s@"'<>{}()$#&?!;=*[\]\\^`|]|\d{13}/;

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'show me the last 10 charges of jane@example.com',
    'jane@example.com',
    '4242424242424242',
    '4242 4242 4242 4242',
    '+1 (202) 555-0143',
    'DE89 3704 0044 0532 0130 00',
    'sk_test_51H xyz',
    'Ada Lovelace',
    '<img src=x>',
    '{"name":"Ada"}',
    '__proto__',
    '',
  ),
);

describe('a row of the trail', () => {
  it('never takes free text in: what is no code is refused, or not kept', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), hostile, (field, text) => {
        const { data } = trailRow.safeParse({ ...row, [field]: text });
        const kept = data?.[field] ?? '';
        expect(kept).to.not.match(free);
        expect(kept.length).to.be.at.most(600);
      }),
      { numRuns: 3000 },
    );
  });

  it('never takes anything but numbers where numbers stand', () => {
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.anything(), (field, value) => {
        const { data } = trailRow.safeParse({ ...row, [field]: value });
        if (data?.[field] !== undefined) expect(Number.isSafeInteger(data[field])).to.equal(true);
      }),
    );
  });

  it('never takes a field that it does not know', () => {
    const known = new Set([...Object.keys(trailRow.shape), '__proto__']);
    fc.assert(
      fc.property(
        fc.string().filter((name) => !known.has(name)),
        hostile,
        (name, text) => {
          expect(trailRow.safeParse({ ...row, [name]: text }).success).to.equal(false);
        },
      ),
    );
  });

  const taken: [field: (typeof texts)[number], given: string, kept: string | undefined][] = [
    ['role', 'analyst,support', 'analyst,support'],
    ['role', 'First line, Größe', 'First_line,Größe'],
    ['channel', 'msteams', 'msteams'],
    ['channel', 'a channel of mine', 'other'],
    ['tenant', '6b1c7f0e-0000-4000-8000-000000000001', '6b1c7f0e-0000-4000-8000-000000000001'],
    ['tenant', 'jane@example.com', 'other'],
    ['ability', 'list_charges+create_coupon', 'list_charges+create_coupon'],
    ['ability', 'card.showAgain', 'card.showAgain'],
    ['reason', 'role:charges.read', 'role:charges.read'],
    ['reason', 'card,cvc', 'card,cvc'],
    ['stripeRequest', 'req_Ab1', 'req_Ab1'],
    ['stripeRequest', 'jane@example.com', undefined],
    ['model', 'openai/gpt-4.1-mini:free', 'openai/gpt-4.1-mini:free'],
    ['model', 'I am a model', 'other'],
  ];
  for (const [field, given, kept] of taken)
    it(`keeps ${field} "${given}" as ${kept}`, () => {
      expect(trailRow.parse({ ...row, [field]: given })[field]).to.equal(kept);
    });

  const refused: [field: (typeof texts)[number] | 'event', given: string][] = [
    ['event', 'chatted'],
    ['ability', 'list charges'],
    ['outcome', 'Could not be done'],
    ['reason', 'because: I say so'],
    ['coupon', 'WELCOME15'],
    ['recognisedBy', 'the model'],
    ['correlation', 'a b'],
  ];
  for (const [field, given] of refused)
    it(`refuses ${field} "${given}"`, () => {
      expect(trailRow.safeParse({ ...row, [field]: given }).success).to.equal(false);
    });
});

describe('the id of a coupon that the bot made', () => {
  it('is taken, whatever digits stand in it', () => {
    fc.assert(
      fc.property(fc.string(), (offer) => {
        expect(trailRow.shape.coupon.safeParse(couponIdOf(offer)).success).to.equal(true);
      }),
      { numRuns: 5000 },
    );
    expect(trailRow.shape.coupon.safeParse('till-5052198280073519').success).to.equal(true);
  });
});
