import { expect } from 'chai';
import { StoreFault } from '../../src/errors.js';
import { createWritable } from '../../src/store/writable.js';

describe('whether a write is taken', () => {
  it('is tried once for all who ask at the same time, and anew for who asks later', async () => {
    let tries = 0;
    const writable = createWritable(async () => {
      tries += 1;
      return [];
    });
    expect(await Promise.all([writable(), writable(), writable()])).to.deep.equal([true, true, true]);
    expect(tries).to.equal(1);
    expect(await writable()).to.equal(true);
    expect(tries).to.equal(2);
  });

  it('is no while it fails, and yes again after', async () => {
    let full = true;
    const writable = createWritable(async () => {
      if (full) throw new StoreFault('full');
      return [];
    });
    expect(await writable()).to.equal(false);
    full = false;
    expect(await writable()).to.equal(true);
  });

  it('is no where nobody answers for a second', async () => {
    let answer = () => {};
    const writable = createWritable(
      async () =>
        await new Promise((resolve) => {
          answer = () => resolve([]);
        }),
    );
    const began = performance.now();
    expect(await writable()).to.equal(false);
    expect(performance.now() - began).to.be.within(950, 4000);
    const later = writable();
    answer();
    expect(await later).to.equal(true);
  });
});
