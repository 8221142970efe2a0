import { expect } from 'chai';
import { newestIn, rowsIn } from '../../src/audit/reader.js';
import { verifyTrail } from '../../src/audit/verify.js';
import type { Database } from '../../src/store/database.js';
import { inEachDatabase } from '../store/databases.js';
import { type KeptTrail, keptTrail, row } from './keptTrail.js';

const day = 86_400_000;
const every = 10;

inEachDatabase('the whole trail', ({ open }) => {
  let database: Database;
  let kept: KeptTrail;
  const verified = async () => await verifyTrail({ ...kept, every });
  beforeEach(async () => {
    database = await open();
    kept = keptTrail({ database, checkpointEvery: every });
  });
  afterEach(async () => await database.close());

  it('is one chain for two that write at once', async () => {
    const other = keptTrail({ database, checkpointEvery: every });
    const writing = Array.from({ length: 30 }, (_, count) =>
      [kept, other].map(({ trail }) => trail.append({ ...row, count, person: `person ${count % 3}` })),
    );
    await Promise.all(writing.flat());
    await kept.checkpoints.signHead();
    expect(kept.faults.concat(other.faults)).to.deep.equal([]);
    expect((await verified()).rows).to.equal(60);
    expect(await database.run('select count(*) as n from person')).to.deep.equal([{ n: 3 }]);
    const heads = (await kept.checkpoints.read()).inDatabase;
    expect(heads.at(-1)?.seq).to.equal(60);
  });

  it('shows tampering, and is well again without it', async () => {
    for (let at = 0; at < 25; at += 1) await kept.trail.append({ ...row, count: at });
    expect((await verified()).findings).to.deep.equal([]);
    await database.run('update trail set count = count + 1 where seq = 7');
    expect((await verified()).findings.map(({ kind, seq }) => [kind, seq])).to.deep.equal([['changed', 7]]);
    await database.run('update trail set count = count - 1 where seq = 7');
    expect((await verified()).findings).to.deep.equal([]);
  });

  it('is pruned but for what is on hold, emptied and erased, and can be verified throughout', async () => {
    for (let at = 0; at < 8; at += 1) {
      await kept.trail.append({ ...row, at: kept.time.now, person: 'jane' });
      kept.time.now += day;
    }
    await kept.holds.put({ since: row.at + 3 * day, until: row.at + 4 * day });
    expect(await kept.retention.prune(row.at + 6 * day, 'operator')).to.equal(5);
    expect(await verified()).to.deep.include({ rows: 6, first: 4, blank: 2, findings: [] });
    await kept.retention.blank(7);
    expect(await verified()).to.deep.include({ blank: 3, findings: [] });
    const who = await kept.people.pseudonymOf('jane');
    expect([await kept.people.keyOf(who), await kept.people.forget(who)]).to.deep.equal(['jane', true]);
    expect(await kept.people.keyOf(who)).to.equal(null);
  });

  it('is read by a time: oldest first in full, or the newest', async () => {
    for (let at = 0; at < 5; at += 1) await kept.trail.append({ ...row, at: row.at + at });
    const span = { since: row.at + 1, until: row.at + 4 };
    const read: unknown[] = [];
    for await (const rows of rowsIn(database, span)) read.push(...rows.map(({ seq }) => seq));
    expect(read).to.deep.equal([2, 3, 4]);
    const { rows, all } = await newestIn(database, span, 2);
    expect([rows.map(({ seq }) => seq), all]).to.deep.equal([[4, 3], 3]);
  });
});
