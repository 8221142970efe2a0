import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { verifyTrail } from '../../src/audit/verify.js';
import { openSqlite } from '../../src/store/database.js';
import { countedRandom, type KeptTrail, keptTrail, row } from './keptTrail.js';
import { type Hands, tamperings } from './tampering.js';

const every = 20;
const signedRows = 100;
const tail = 7;

describe('verifying the trail', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  const fileOf = (name: string) => path.join(folder, name, 'checkpoints.jsonl');
  let kept: KeptTrail;
  let hands: Hands;
  let checkpoints: string;

  const filled = async (name: string, count: number): Promise<KeptTrail> => {
    const trail = keptTrail({ dataDir: path.join(folder, name), checkpointEvery: every });
    for (let at = 0; at < signedRows + tail; at += 1)
      await trail.trail.append({ ...row, at: row.at + at, count, person: `person ${at % 3}` });
    return trail;
  };
  const found = async (of: KeptTrail = kept) => (await verifyTrail({ ...of, every })).findings;
  /** Does something to the trail and takes it back afterwards. */
  const undone = async <T>(act: () => Promise<T>): Promise<T> => {
    await kept.database.run('begin');
    try {
      return await act();
    } finally {
      await kept.database.run('rollback');
      writeFileSync(hands.file, checkpoints);
    }
  };

  before(async () => {
    (await filled('strange', 1)).database.close();
    kept = await filled('own', 2);
    hands = { database: kept.database, file: fileOf('own'), strange: fileOf('strange') };
    checkpoints = readFileSync(hands.file, 'utf8');
  });
  after(() => {
    kept.database.close();
    rmSync(folder, { recursive: true });
  });

  it('finds nothing where nothing was done, and says how far the checkpoints go', async () => {
    expect(await verifyTrail({ ...kept, every })).to.deep.equal({
      rows: signedRows + tail,
      blank: 0,
      first: 1,
      last: signedRows + tail,
      unsigned: tail,
      findings: [],
    });
  });

  for (const { what, at } of tamperings)
    it(`finds at each of ${signedRows} rows: ${what}`, async () => {
      const missed: number[] = [];
      for (let seq = 1; seq <= signedRows; seq += 1) {
        const findings = await undone(async () => {
          await at(hands, seq);
          return await found();
        });
        if (findings.length === 0) missed.push(seq);
      }
      expect(missed).to.deep.equal([]);
      expect(await found()).to.deep.equal([]);
    });

  it('does not see a cut within the newest rows that no checkpoint covers: that is the stated window', async () => {
    const findings = await undone(async () => {
      await kept.database.run('delete from trail where seq > $1', [signedRows]);
      return await found();
    });
    expect(findings).to.deep.equal([]);
  });

  const told: [sql: string, kinds: string[], says: RegExp][] = [
    ["update trail set actor = 'x' where seq = 30", ['changed'], /^Row 30 was changed: it does not say/],
    ['delete from trail where seq in (30, 31)', ['missing'], /^Rows 30 to 31 are missing\.$/],
    ['delete from trail where seq <= 3', ['head_cut'], /^The trail begins with row 4, and no signed prune/],
    [
      'delete from trail where seq > 90',
      ['tail_cut'],
      /^Rows 91 to 100 are missing at the end: row 100 was signed\.$/,
    ],
    ["update trail set prev = 'x' where seq = 30", ['unlinked', 'changed'], /^Row 30 does not follow row 29/],
    ['delete from trail', ['tail_cut'], /^Rows 1 to 100 are missing at the end/],
  ];
  for (const [sql, kinds, says] of told)
    it(`names the rows and the kind after: ${sql}`, async () => {
      const findings = await undone(async () => {
        await kept.database.run(sql);
        return await found();
      });
      expect(findings.map(({ kind }) => kind)).to.deep.equal(kinds);
      expect(findings[0]?.says).to.match(says);
    });

  it('takes what was signed with an older secret, and nothing that was signed with a lost one', async () => {
    const turned = (secrets: [string, ...string[]]) =>
      keptTrail({ database: kept.database, dataDir: path.join(folder, 'own'), secrets });
    expect(
      await found(turned(['a new secret, long enough', 'the secret of these tests, long'])),
    ).to.deep.equal([]);
    const lost = await found(turned(['a new secret, long enough']));
    expect(new Set(lost.map(({ kind }) => kind))).to.deep.equal(
      new Set(['checkpoint_forged', 'checkpoint_lost']),
    );
  });

  it('lets pass a line that a crash cut off, once the checkpoint stands there again', async () => {
    const lines = checkpoints.trimEnd();
    writeFileSync(hands.file, lines.slice(0, -40));
    expect((await found()).map(({ kind }) => kind)).to.deep.equal(['checkpoint_lost']);
    await keptTrail({ database: kept.database, dataDir: path.join(folder, 'own') }).checkpoints.signHead();
    expect(await found()).to.deep.equal([]);
    await kept.database.run('delete from trail_checkpoint where seq > $1', [signedRows]);
    writeFileSync(hands.file, checkpoints);
  });

  it('of an empty trail finds nothing', async () => {
    const empty = keptTrail({ database: openSqlite(':memory:') });
    expect(await verifyTrail({ ...empty, every })).to.deep.include({ rows: 0, last: 0, findings: [] });
    empty.database.close();
  });

  it('has digests that cannot be found by trying: the same content twice gives two', async () => {
    expect(countedRandom()()).to.equal(countedRandom()());
    const twice = keptTrail();
    await twice.trail.append(row);
    await twice.trail.append(row);
    const rows = await twice.database.run('select digest from trail');
    expect(new Set(rows.map(({ digest }) => digest)).size).to.equal(2);
    twice.database.close();
  });
});
