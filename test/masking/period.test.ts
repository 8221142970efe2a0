import { expect } from 'chai';
import { periodWords } from '../../src/masking/period.js';
import { reading } from './facts.js';

describe('a period', () => {
  const periods = [
    [{}, ''],
    [{ from: '2026-11-22' }, ' today'],
    [{ from: '2026-11-21' }, ' since yesterday'],
    [{ from: '2026-11-21', to: '2026-11-21' }, ' yesterday'],
    [{ from: '2026-11-22', to: '2026-11-22' }, ' today'],
    [{ from: '2026-03-05', to: '2026-03-05' }, ' on 5 March'],
    [{ from: '2026-03-02', to: '2026-03-08' }, ', 2–8 March'],
    [{ from: '2026-02-01', to: '2026-02-28' }, ' in February'],
    [{ from: '2025-02-01', to: '2025-02-28' }, ' in February 2025'],
    [{ from: '2026-03-02' }, ' since 2 March'],
    [{ to: '2026-03-08' }, ' until 8 March'],
    [{ from: '2026-03-08', to: '2026-03-02' }, ', 2026-03-08 to 2026-03-02'],
  ] as const;
  for (const [period, words] of periods) {
    it(`${JSON.stringify(period)} reads "${words}"`, () => {
      expect(periodWords(period, reading)).to.equal(words);
    });
  }

  it('of a whole month reads well in the US', () => {
    const american = { ...reading, locale: 'en-US' };
    expect(periodWords({ from: '2025-02-01', to: '2025-02-28' }, american)).to.equal(' in February 2025');
    expect(periodWords({ from: '2026-02-01', to: '2026-02-28' }, american)).to.equal(' in February');
  });
});
