import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { plan } from '../../src/recognition/plan.js';

const read = (name: string) => readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8');
const labelled = z.object({
  plan: z.unknown(),
  also: z.array(z.unknown()).optional(),
  previous: z.unknown().optional(),
});
const plans = ['utterances.dev.jsonl', 'followups.dev.jsonl'].flatMap((name) =>
  read(name)
    .split('\n')
    .filter(Boolean)
    .map((line) => labelled.parse(JSON.parse(line)))
    .flatMap((row) => [row.plan, ...(row.also ?? []), ...(row.previous ? [row.previous] : [])]),
);

const compile = (schema: object) => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
};
const published = compile(JSON.parse(read('plan.schema.json')));
const made = compile(z.toJSONSchema(plan));
const verdicts = (candidate: unknown) => ({
  zod: plan.safeParse(candidate).success,
  made: made(candidate),
  published: published(candidate),
});

describe('the form of a plan', () => {
  it('accepts every labelled plan, as the published schema does', () => {
    expect(plans.length).to.be.above(190);
    for (const one of plans)
      expect(verdicts(one), JSON.stringify(one)).to.deep.equal({ zod: true, made: true, published: true });
  });

  it('refuses what is no plan, as the published schema does', () => {
    const wrong: unknown[] = [
      null,
      'list_charges',
      {},
      { steps: [] },
      { steps: Array.from({ length: 6 }, () => ({ do: 'help' })) },
      { steps: [{ do: 'help' }], more: 1 },
      { steps: [{}] },
      { steps: [{ do: 'delete_all' }] },
      { steps: [{ do: 'list_charges', limit: 0 }] },
      { steps: [{ do: 'list_charges', limit: 101 }] },
      { steps: [{ do: 'list_charges', limit: 2.5 }] },
      { steps: [{ do: 'list_charges', from: '2026-02-30' }] },
      { steps: [{ do: 'list_charges', charge: 'cus_1' }] },
      { steps: [{ do: 'list_charges', card_last4: '42' }] },
      { steps: [{ do: 'list_charges', min_amount: 0 }] },
      { steps: [{ do: 'show_balance', currency: 'EUR' }] },
      { steps: [{ do: 'create_coupon', percent_off: 101 }] },
      { steps: [{ do: 'create_coupon', code: 'no blanks' }] },
      { steps: [{ do: 'explain' }] },
      { steps: [{ do: 'clarify', about: 'which_colour' }] },
      { steps: [{ do: 'refuse' }] },
    ];
    for (const one of wrong)
      expect(verdicts(one), JSON.stringify(one)).to.deep.equal({ zod: false, made: false, published: false });
  });

  it('never judges a changed plan otherwise than the published schema', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plans), change, (one, { field, value }) => {
        const { zod, made: own, published: theirs } = verdicts(changed(one, field, value));
        expect([zod, own]).to.deep.equal([theirs, theirs]);
      }),
      { numRuns: 500 },
    );
  });
});

const FIELDS = [
  'do',
  'limit',
  'from',
  'to',
  'status',
  'customer',
  'currency',
  'min_amount',
  'max_amount',
  'charge',
  'card_last4',
  'valid',
  'code',
  'percent_off',
  'amount_off',
  'duration',
  'duration_in_months',
  'name',
  'max_redemptions',
  'first_time_only',
  'min_purchase',
  'expires_on',
  'term',
  'about',
  'reason',
  'for',
  'extra',
];
const change = fc.record({
  field: fc.constantFrom(...FIELDS),
  value: fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: -5, max: 200 }),
    fc.double({ min: -2, max: 200, noNaN: true }),
    fc.boolean(),
    fc.string({ maxLength: 100 }),
    fc.constantFrom(
      'eur',
      'once',
      'failed',
      '2026-03-10',
      '2026-13-01',
      'other',
      '0341',
      'ch_1',
      null,
      [],
      {},
      { do: 'help' },
    ),
  ),
});

/** The plan with one field of its first step set, or taken away. */
function changed(one: unknown, field: string, value: unknown): unknown {
  const { steps } = z.object({ steps: z.array(z.record(z.string(), z.unknown())) }).parse(one);
  const [first, ...rest] = steps;
  const { [field]: _gone, ...others } = first ?? {};
  return { steps: [value === undefined ? others : { ...others, [field]: value }, ...rest] };
}
