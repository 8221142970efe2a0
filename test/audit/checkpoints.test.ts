import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { isOurs, signed } from '../../src/audit/checkpoint.js';
import { linesInFile } from '../../src/audit/checkpointFile.js';
import { type KeptTrail, keptTrail, row } from './keptTrail.js';

const told = { kind: 'head', seq: 3, until: 3, hash: 'abc', count: 3, at: 5 } as const;

describe('a checkpoint', () => {
  const ours = signed(told, 'one');
  const cases: [what: string, line: typeof ours, secrets: string[], is: boolean][] = [
    ['of our secret', ours, ['one'], true],
    ['of a secret that was turned over', ours, ['two', 'one'], true],
    ['of another secret', ours, ['two'], false],
    ['of no secret', ours, [], false],
    ['without a signature', { ...ours, mac: '' }, ['one'], false],
    ['with half a signature', { ...ours, mac: ours.mac.slice(0, 32) }, ['one'], false],
    ['of another row', { ...ours, seq: 4 }, ['one'], false],
    ['of another hash', { ...ours, hash: 'abd' }, ['one'], false],
    ['of another kind', { ...ours, kind: 'begin' }, ['one'], false],
    ['of another range', { ...ours, until: 9 }, ['one'], false],
    ['of another time', { ...ours, at: 6 }, ['one'], false],
    ['of another count', { ...ours, count: 4 }, ['one'], false],
  ];
  for (const [what, line, secrets, is] of cases)
    it(`${what} is ${is ? '' : 'not '}taken`, () => {
      expect(isOurs(line, secrets)).to.equal(is);
    });
});

describe('checkpoints of the trail', () => {
  let folder: string;
  let file: string;
  let kept: KeptTrail;
  const rows = async (count: number) => {
    for (let at = 0; at < count; at += 1) await kept.trail.append(row);
  };
  const seqs = async () => {
    const { inDatabase, inSecondPlace } = await kept.checkpoints.read();
    return [inDatabase, inSecondPlace].map((some) => some.map(({ seq }) => seq));
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
    file = path.join(folder, 'data', 'checkpoints.jsonl');
    kept = keptTrail({ dataDir: path.join(folder, 'data'), checkpointEvery: 10 });
  });
  afterEach(() => {
    kept.database.close();
    rmSync(folder, { recursive: true });
  });

  it('are written after so many rows, in both places', async () => {
    await rows(25);
    expect(await seqs()).to.deep.equal([
      [10, 20],
      [10, 20],
    ]);
    expect(statSync(file).mode & 0o077).to.equal(0);
  });

  it('are written for the newest row when asked, once', async () => {
    await kept.checkpoints.signHead();
    await rows(3);
    await kept.checkpoints.signHead();
    await kept.checkpoints.signHead();
    expect(await seqs()).to.deep.equal([[3], [3]]);
  });

  it('that only the database has come to the file again', async () => {
    await rows(10);
    writeFileSync(file, '');
    await keptTrail({
      database: kept.database,
      dataDir: path.join(folder, 'data'),
    }).checkpoints.signHead();
    expect(await seqs()).to.deep.equal([[10], [10]]);
  });

  it('stand on lines of their own, even after one that was cut off', async () => {
    const place = linesInFile(file);
    expect(await place.lines()).to.deep.equal([]);
    await place.add('one');
    writeFileSync(file, `${readFileSync(file, 'utf8')}cut o`);
    await place.add('two');
    expect(await place.lines()).to.deep.equal(['one', 'cut o', 'two']);
  });

  it('cannot be read where the file is none', async () => {
    const fault = await linesInFile(folder)
      .lines()
      .catch((error: unknown) => error);
    expect(fault).to.have.property('code', 'EISDIR');
  });
});
