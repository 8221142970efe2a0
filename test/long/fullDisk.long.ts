import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { openHouse } from '../conversations/house.js';
import { talkThrough } from '../conversations/outage.js';

describe('a disk that is full', () => {
  it('is told in a sentence, shows nothing, and is back once there is room', async function () {
    if (process.getuid?.() !== 0) return this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tillkeeper-test', folder]);
    const filler = path.join(folder, 'filler');
    try {
      const house = await openHouse({ variables: { DATA_DIR: path.join(folder, 'data') } });
      await talkThrough(house, {
        begin: async () => {
          expect(() => writeFileSync(filler, 'x'.repeat(8_000_000))).to.throw('ENOSPC');
        },
        end: async () => rmSync(filler),
      });
      await house.close();
    } finally {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true });
    }
  });
});
