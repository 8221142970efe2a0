import { expect } from 'chai';
import { StoreFault } from '../../src/errors.js';
import { createLapses } from '../../src/store/lapses.js';

const minute = 60_000;

describe('the round that deletes what is past its time', () => {
  const rounds: number[] = [];
  let now = 1_000_000_000_000;
  const clock = () => new Date(now);
  const store = { prune: async (at: number) => void rounds.push(at) };
  beforeEach(() => rounds.splice(0));

  it('is made at once, and then at most once a minute', async () => {
    const prune = createLapses([store], clock);
    await prune();
    for (let second = 1; second < 60; second += 1) {
      now += 1000;
      await prune();
    }
    expect(rounds).to.have.length(1);
    now += 1000;
    await prune();
    expect(rounds).to.deep.equal([now - minute, now]);
  });

  it('is made when the clock was set back', async () => {
    const prune = createLapses([store], clock);
    await prune();
    now -= 60 * minute;
    await prune();
    expect(rounds).to.have.length(2);
  });

  it('reaches every store though one fails, and tells that one', async () => {
    const fault = new StoreFault('it is busy');
    const failing = { prune: async () => Promise.reject(fault) };
    const thrown = await createLapses([failing, store], clock)().catch((error: unknown) => error);
    expect(thrown).to.equal(fault);
    expect(rounds).to.deep.equal([now]);
  });
});
