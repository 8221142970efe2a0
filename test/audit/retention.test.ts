import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { verifyTrail } from '../../src/audit/verify.js';
import { type KeptTrail, keptTrail, row } from './keptTrail.js';

const day = 86_400_000;
const keepDays = 365;

describe('retention of the trail', () => {
  let kept: KeptTrail;
  const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  const days = async (count: number, each = 1) => {
    for (let at = 0; at < count; at += 1) {
      for (let line = 0; line < each; line += 1)
        await kept.trail.append({ ...row, at: kept.time.now, person: `person ${line}` });
      kept.time.now += day;
    }
  };
  const limit = () => kept.time.now - keepDays * day;
  const prune = async () => await kept.retention.prune(limit(), 'tillkeeper');
  const verified = async () => await verifyTrail({ ...kept, every: 100 });
  const older = async () =>
    (await kept.database.run('select seq from trail where at < $1', [limit()])).map(({ seq }) => seq);

  beforeEach(() => {
    kept = keptTrail();
  });
  afterEach(() => kept.database.close());
  after(() => rmSync(folder, { recursive: true }));

  it('over 400 days leaves nothing older than 365, and the chain holds after each prune', async () => {
    let removed = 0;
    for (let today = 0; today < 400; today += 1) {
      await days(1, 2);
      const gone = await prune();
      removed += gone;
      expect(await older()).to.deep.equal([]);
      if (gone > 0) expect((await verified()).findings).to.deep.equal([]);
    }
    expect(removed).to.equal(2 * (400 - keepDays));
  });

  it('keeps nobody whom no row names any more', async () => {
    await kept.trail.append({ ...row, at: kept.time.now, person: 'long gone' });
    kept.time.now += 366 * day;
    await kept.trail.append({ ...row, at: kept.time.now, person: 'here', about: 'asked about' });
    await prune();
    const people = await kept.database.run('select pseudonym from person');
    expect(people).to.have.lengthOf(2);
    const [last] = await kept.database.run(
      'select actor, about from trail order by seq desc limit 1 offset 1',
    );
    expect(people.map(({ pseudonym }) => pseudonym)).to.have.members([last?.actor, last?.about]);
  });

  it('is on record: how many, up to when and by whom', async () => {
    await days(370);
    await kept.retention.prune(limit(), 'operator');
    const rows = await kept.database.run(
      "select actor, count, until_at, outcome from trail where event = 'audit.pruned'",
    );
    expect(rows).to.deep.equal([{ actor: 'operator', count: 5, until_at: limit(), outcome: 'done' }]);
  });

  it('with nothing to remove writes nothing', async () => {
    await days(3);
    expect(await prune()).to.equal(0);
    expect((await verified()).rows).to.equal(3);
  });

  it('keeps the row that tells of it where all others go', async () => {
    await days(2);
    kept.time.now += 400 * day;
    expect(await prune()).to.equal(2);
    expect(await verified()).to.include({ rows: 1, first: 3, last: 3 });
    expect((await verified()).findings).to.deep.equal([]);
  });

  it('ends well where it was interrupted between signing and deleting', async () => {
    await days(370);
    await kept.database.run(
      "create trigger broken before delete on trail begin select raise(abort, 'no'); end",
    );
    expect(await prune().catch(() => 'broken off')).to.equal('broken off');
    expect((await verified()).findings).to.deep.equal([]);
    await kept.database.run('drop trigger broken');
    expect(await prune()).to.equal(5);
    expect((await verified()).findings).to.deep.equal([]);
    expect(await older()).to.deep.equal([]);
  });

  it('leaves what is on hold, and empties what is old around it', async () => {
    await days(10);
    const since = kept.time.now - 7 * day;
    const { number } = await kept.holds.put({ since, until: since + 2 * day });
    kept.time.now += 400 * day;
    expect(await prune()).to.equal(8);
    expect(await older()).to.deep.equal([4, 5]);
    const after = await verified();
    expect(after).to.deep.include({ first: 4, blank: 5, findings: [] });

    await kept.holds.lift(number);
    expect(await prune()).to.equal(2);
    expect(await older()).to.deep.equal([]);
    expect(await verified()).to.deep.include({ first: 11, blank: 0, findings: [] });
  });

  it('is not held up by a row whose clock ran ahead', async () => {
    await days(5);
    await kept.trail.append({ ...row, at: kept.time.now + 5000 * day });
    await days(5);
    kept.time.now += 400 * day;
    expect(await prune()).to.equal(10);
    expect(await older()).to.deep.equal([]);
    expect((await verified()).findings).to.deep.equal([]);
  });

  it('empties one row, signed; nothing else may be emptied', async () => {
    await days(5);
    expect([await kept.retention.has(3), await kept.retention.has(9)]).to.deep.equal([true, false]);
    await kept.retention.blank(3);
    expect(await kept.retention.has(3)).to.equal(false);
    expect(await verified()).to.deep.include({ rows: 5, blank: 1, findings: [] });
    const [left] = await kept.database.run('select * from trail where seq = 3');
    expect(Object.values(left ?? {}).filter((value) => value !== null)).to.have.length(4);
  });

  it('is signed in the second place too: an old backup of the database alone does not pass', async () => {
    kept.database.close();
    kept = keptTrail({ dataDir: folder, checkpointEvery: 100 });
    await days(370);
    await kept.checkpoints.signHead();
    await prune();
    await kept.database.run("delete from trail_checkpoint where kind = 'begin'");
    expect((await verified()).findings).to.deep.equal([]);
  });
});
