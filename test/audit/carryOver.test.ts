import { expect } from 'chai';
import { verifyTrail } from '../../src/audit/verify.js';
import { type KeptTrail, keptTrail, row } from './keptTrail.js';

describe('rows from before there was a chain', () => {
  let kept: KeptTrail;
  const old = async (seq: number) => {
    await kept.database.run(
      `insert into trail_before (seq, at, event, actor, channel, role, account, ability, outcome, correlation)
       values ($1, $2, 'read', 'p-0a1b2c3d4e5f', 'msteams', 'analyst', 'main', 'list_charges', 'answered', 'abc')`,
      [seq, row.at + seq],
    );
  };
  const numbers = async () =>
    (await kept.database.run('select seq from trail order by seq')).map(({ seq }) => seq);
  beforeEach(async () => {
    kept = keptTrail();
    for (const seq of [1, 2, 3]) await old(seq);
  });
  afterEach(() => kept.database.close());

  it('are in it, under their own numbers, before the first new one', async () => {
    await kept.trail.append({ ...row, at: row.at + 9 });
    expect(await numbers()).to.deep.equal([1, 2, 3, 4]);
    const read = await kept.trail.read({ limit: 9, accounts: ['main'] });
    expect(read.map(({ at }) => at - row.at)).to.deep.equal([9, 3, 2, 1]);
    expect(await kept.database.run('select * from trail_before')).to.deep.equal([]);
    expect((await verifyTrail({ ...kept, every: 100 })).findings).to.deep.equal([]);
  });

  it('are there for who only reads', async () => {
    expect(await kept.trail.read({ limit: 9, accounts: ['main'] })).to.have.length(3);
  });

  it('are carried over once, by whoever comes first', async () => {
    const other = keptTrail({ database: kept.database });
    await Promise.all([
      kept.chain.ready(),
      other.chain.ready(),
      kept.trail.append(row),
      other.trail.append(row),
    ]);
    expect(await numbers()).to.deep.equal([1, 2, 3, 4, 5]);
    expect((await verifyTrail({ ...kept, every: 100 })).findings).to.deep.equal([]);
  });

  it('go on where it was broken off', async () => {
    await kept.chain.ready();
    await old(2);
    await old(3);
    await kept.database.run('delete from trail where seq > 1');
    await keptTrail({ database: kept.database }).chain.ready();
    expect(await numbers()).to.deep.equal([1, 2, 3]);
    expect((await verifyTrail({ ...kept, every: 100 })).findings).to.deep.equal([]);
  });
});
