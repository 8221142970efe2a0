import { expect } from 'chai';
import { type KeptTrail, keptTrail } from './keptTrail.js';

describe('holds on the trail', () => {
  let kept: KeptTrail;
  beforeEach(() => {
    kept = keptTrail();
  });
  afterEach(() => kept.database.close());

  it('stand from when they are put until they are lifted, each with a number of its own', async () => {
    const first = await kept.holds.put({ since: 100, until: 200 });
    const second = await kept.holds.put({ since: 150, until: 300 });
    expect([first, second]).to.deep.equal([
      { number: 1, since: 100, until: 200 },
      { number: 2, since: 150, until: 300 },
    ]);
    expect(await kept.holds.standing()).to.deep.equal([first, second]);
    expect(await kept.holds.lift(1)).to.deep.equal(first);
    expect(await kept.holds.standing()).to.deep.equal([second]);
    expect(await kept.holds.put({ since: 1, until: 2 })).to.include({ number: 3 });
  });

  it('are lifted once, and only where they stand', async () => {
    await kept.holds.put({ since: 100, until: 200 });
    await kept.holds.lift(1);
    expect([await kept.holds.lift(1), await kept.holds.lift(7)]).to.deep.equal([null, null]);
  });
});
