import { expect } from 'chai';
import { type Gathered, gather, type Question, readingBound, whole } from '../../src/abilities/gather.js';

interface Source {
  question: Question<number>;
  reads: () => number;
}

/** Numbers 0 … count − 1 in Stripe's place, page by page. */
function source(count: number, own: Partial<Question<number>> = {}): Source {
  let reads = 0;
  return {
    reads: () => reads,
    question: {
      page: async (after, size) => {
        reads += 1;
        const start = after === undefined ? 0 : Number(after) + 1;
        const rows = Array.from({ length: Math.min(size, count - start) }, (_, at) => start + at);
        return { rows, more: start + size < count };
      },
      idOf: String,
      signal: new AbortController().signal,
      ...own,
    },
  };
}

describe('gathering', () => {
  const hundredth = (row: number) => row % 100 === 0;
  const cases: readonly [
    what: string,
    count: number,
    own: Partial<Question<number>>,
    found: { rows: number; more: Gathered<number>['more']; read: number },
    reads: number,
  ][] = [
    ['nothing', 0, {}, { rows: 0, more: 'no', read: 0 }, 1],
    ['one page', 37, {}, { rows: 37, more: 'no', read: 37 }, 1],
    ['three pages', 250, {}, { rows: 250, more: 'no', read: 250 }, 3],
    ['just the bound', 1000, {}, { rows: 1000, more: 'no', read: 1000 }, 10],
    ['more than the bound', 1001, {}, { rows: 1000, more: 'cut', read: 1000 }, 10],
    ['a number', 250, { limit: 10 }, { rows: 10, more: 'yes', read: 10 }, 1],
    ['a number that is all there is', 10, { limit: 10 }, { rows: 10, more: 'no', read: 10 }, 1],
    ['a number beyond what is there', 7, { limit: 10 }, { rows: 7, more: 'no', read: 7 }, 1],
    ['a hundred', 250, { limit: 100 }, { rows: 100, more: 'yes', read: 100 }, 1],
    ['what matches', 250, { keep: hundredth }, { rows: 3, more: 'no', read: 250 }, 3],
    ['what matches, up to the bound', 2000, { keep: hundredth }, { rows: 10, more: 'cut', read: 1000 }, 10],
    ['nothing that matches', 2000, { keep: () => false }, { rows: 0, more: 'cut', read: 1000 }, 10],
    ['a number of what matches', 500, { keep: hundredth, limit: 2 }, { rows: 2, more: 'yes', read: 300 }, 3],
    [
      'a number of what matches that is all there is',
      500,
      { keep: (row) => row < 2, limit: 2 },
      { rows: 2, more: 'no', read: 500 },
      5,
    ],
    [
      'a number of what matches, where the bound leaves it open',
      2000,
      { keep: (row) => row < 2, limit: 2 },
      { rows: 2, more: 'cut', read: 1000 },
      10,
    ],
    [
      'one page of a turn that is over',
      500,
      { signal: AbortSignal.abort() },
      { rows: 100, more: 'cut', read: 100 },
      1,
    ],
    [
      'all of one page in a turn that is over',
      50,
      { signal: AbortSignal.abort() },
      { rows: 50, more: 'no', read: 50 },
      1,
    ],
  ];
  for (const [what, count, own, { rows, more, read }, reads] of cases)
    it(`finds ${what}`, async () => {
      const { question, reads: made } = source(count, own);
      const found = await gather(question);
      expect({ rows: found.rows.length, more: found.more, read: found.read }).to.deep.equal({
        rows,
        more,
        read,
      });
      expect(found.rows).to.deep.equal(
        Array.from({ length: count }, (_, at) => at)
          .filter(own.keep ?? (() => true))
          .slice(0, rows),
      );
      expect(made()).to.equal(reads);
    });

  it('ends where Stripe says there is more and gives nothing', async () => {
    const { question } = source(0, { page: async () => ({ rows: [], more: true }) });
    expect(await gather(question)).to.deep.equal({ rows: [], more: 'no', read: 0 });
  });

  it('lets a fault of a later page through', async () => {
    const { question } = source(500);
    const broken = {
      ...question,
      page: async (after: string | undefined, size: number) => {
        if (after !== undefined) throw new RangeError('later');
        return await question.page(after, size);
      },
    };
    expect(await gather(broken).catch((error: unknown) => error)).to.be.instanceOf(RangeError);
  });

  it('has a bound of a thousand', () => {
    expect(readingBound).to.equal(1000);
    expect(whole([1, 2])).to.deep.equal({ rows: [1, 2], more: 'no', read: 2 });
  });
});
