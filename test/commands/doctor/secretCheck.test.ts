import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { secretCheck } from '../../../src/commands/doctor/secretCheck.js';

const long = 'f3a9c1d47be2508691c4';

describe('TILLKEEPER_SECRET', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-secret-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const given: readonly [string[], string, string][] = [
    [[long], 'ok', 'It is long enough.'],
    [[long, `${long}2`], 'ok', 'All 2 are long enough.'],
    [['short'], 'fail', 'It can be guessed.'],
    [[long, 'old'], 'fail', '1 of its 2 secrets can be guessed.'],
  ];
  for (const [secrets, status, what] of given)
    it(`is ${status} with ${secrets.length}: ${what}`, async () => {
      const [line] = await secretCheck(secrets, folder);
      expect([line?.status, line?.what]).to.deep.equal([status, what]);
    });

  it('is made at the first start where none is set', async () => {
    const [line] = await secretCheck(null, folder);
    expect(line?.what).to.equal('It is not set: the first start makes one and keeps it in DATA_DIR.');
  });

  it('is said to be read by others where its file lets them', async function () {
    if (process.platform === 'win32') this.skip();
    const file = path.join(folder, 'secret');
    writeFileSync(file, long, { mode: 0o600 });
    const [own] = await secretCheck(null, folder);
    chmodSync(file, 0o644);
    const [open] = await secretCheck(null, folder);
    expect([own?.status, open?.status]).to.deep.equal(['ok', 'warn']);
  });
});
