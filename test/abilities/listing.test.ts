import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { gather, whole } from '../../src/abilities/gather.js';
import { listing, range } from '../../src/abilities/listing.js';
import { audienceOf } from '../../src/visit.js';
import { asking, seal, visit } from './asking.js';

interface Row {
  id: string;
  created: number;
}

const further = z.object({
  step: z.looseObject({ do: z.string(), limit: z.number().optional() }),
  after: z.string(),
});

/** What Next asks. */
const opened = async (next: string | undefined) => await seal.open(next ?? '', audienceOf(visit), further);

/** Rows as Stripe would list them: newest first, the later made first within a second. */
const newestFirst = (rows: readonly Row[]) =>
  rows.toReversed().sort((one, other) => other.created - one.created);

/** One card of a list over rows that stand in Stripe now. */
async function card(rows: readonly Row[], step: { do: string; limit?: number | undefined }, after?: string) {
  const ask = asking(after);
  const { to = Infinity } = range({}, ask);
  const there = newestFirst(rows).filter(({ created }) => created <= to);
  const found = await gather<Row>({
    page: async (from, size) => {
      const start = from === undefined ? 0 : there.findIndex(({ id }) => id === from) + 1;
      return { rows: there.slice(start, start + size), more: start + size < there.length };
    },
    idOf: ({ id }) => id,
    limit: step.limit,
    signal: visit.signal,
  });
  return await listing(step, found, ask, seal);
}

const rowsOf = (moments: readonly number[], from = 0): Row[] =>
  moments.map((created, at) => ({ id: `row-${from + at}`, created }));

describe('a listing', () => {
  it('is ten rows, and the way to the next', async () => {
    const first = await card(rowsOf(Array.from({ length: 25 }, (_, at) => at)), { do: 'list_x' });
    expect([first.rows.length, first.counted.length, first.shownBefore, first.more]).to.deep.equal([
      10,
      25,
      0,
      'no',
    ]);
    const next = await opened(first.next);
    expect(next?.step).to.deep.equal({ do: 'list_x' });
    const second = await card(
      rowsOf(Array.from({ length: 25 }, (_, at) => at)),
      { do: 'list_x' },
      next?.after,
    );
    expect([second.rows[0]?.id, second.shownBefore]).to.deep.equal(['row-14', 10]);
  });

  it('has no next on its last card', async () => {
    expect(await card(rowsOf([1, 2, 3]), { do: 'list_x' })).to.not.have.property('next');
    expect(await card([], { do: 'list_x' })).to.not.have.property('next');
  });

  it('is sealed for the person in the conversation', async () => {
    const { next } = await card(rowsOf(Array.from({ length: 25 }, (_, at) => at)), { do: 'list_x' });
    const other = audienceOf({ ...visit, conversation: 'c-2' });
    expect(await seal.open(next ?? '', other, further)).to.equal(null);
  });

  const widths: readonly [limit: number, then: number | undefined][] = [
    [10, 20],
    [15, 20],
    [90, 90],
    [100, 100],
  ];
  for (const [limit, then] of widths)
    it(`asked for ${limit}, asks for ${then} next`, async () => {
      const many = rowsOf(Array.from({ length: 500 }, (_, at) => at));
      expect((await opened((await card(many, { do: 'list_x', limit })).next))?.step.limit).to.equal(then);
    });

  it('past a hundred asks for all', async () => {
    const many = rowsOf(Array.from({ length: 150 }, (_, at) => at));
    let step: { do: string; limit?: number | undefined } = { do: 'list_x', limit: 100 };
    let after: string | undefined;
    for (let cards = 0; cards < 10; cards += 1) {
      const next = await opened((await card(many, step, after)).next);
      ({ step, after } = next ?? { step: { do: 'none' }, after: undefined });
    }
    expect(step).to.deep.equal({ do: 'list_x' });
  });

  it('goes on among all of them where they are not in order of making', async () => {
    const rows = rowsOf([5, 9, 1, 9, 3, 7, 7, 2, 8, 4, 6, 9, 1]);
    const first = await listing({ do: 'list_x' }, whole(rows), asking(), seal);
    const next = await opened(first.next);
    expect(range({}, asking(next?.after))).to.deep.equal({ to: 9 });
    const second = await listing({ do: 'list_x' }, whole(rows), asking(next?.after), seal);
    expect([...first.rows, ...second.rows]).to.deep.equal(rows);
  });

  const odd = ['', 'ch_123', '{}', '{"id":1}', 'null', '[]'];
  for (const after of odd)
    it(`begins anew behind ${JSON.stringify(after)}, which it never gave out`, async () => {
      expect((await card(rowsOf([1, 2]), { do: 'list_x' }, after)).shownBefore).to.equal(0);
    });

  it('shows every row once, whatever comes in and goes away between its cards', async () => {
    const moment = fc.integer({ min: 0, max: 20 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(moment, { maxLength: 60 }),
        fc.array(fc.record({ come: fc.array(moment, { maxLength: 15 }), goes: fc.nat() }), { maxLength: 8 }),
        fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
        async (moments, changes, limit) => {
          const before = rowsOf(moments);
          let rows = before;
          let step: { do: string; limit?: number | undefined } = { do: 'list_x', limit };
          let after: string | undefined;
          const seen: string[] = [];
          const gone = new Set<string>();
          for (let cards = 0; ; cards += 1) {
            const shown = await card(rows, step, after);
            seen.push(...shown.rows.map(({ id }) => id));
            const next = await opened(shown.next);
            if (next === null) break;
            ({ step, after } = next);
            const change = changes[cards];
            if (!change) continue;
            const come = rowsOf(
              change.come.map((each) => 21 + each),
              1000 * (cards + 1),
            );
            const [going] = shown.rows.slice(change.goes % 10);
            if (going) gone.add(going.id);
            rows = [...rows, ...come].filter(({ id }) => !gone.has(id));
          }
          expect(new Set(seen).size, 'none twice').to.equal(seen.length);
          expect(seen.filter((id) => !gone.has(id)).sort()).to.deep.equal(
            before
              .map(({ id }) => id)
              .filter((id) => !gone.has(id))
              .sort(),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the days of a step', () => {
  it('are the first and last second in the asker’s zone', () => {
    expect(range({ from: '2026-03-29', to: '2026-03-29' }, asking())).to.deep.equal({
      from: Date.parse('2026-03-28T23:00:00Z') / 1000,
      to: Date.parse('2026-03-29T21:59:59Z') / 1000,
    });
    expect(range({}, asking())).to.deep.equal({});
  });

  it('end no later than the newest row of the first card', () => {
    const after = JSON.stringify({ id: 'x', created: 5, nth: 1, newest: 7 });
    expect(range({ to: '2026-03-29' }, asking(after))).to.deep.equal({ to: 7 });
    expect(range({}, asking(after))).to.deep.equal({ to: 7 });
  });
});
