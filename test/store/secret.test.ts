import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { SettingsFault } from '../../src/errors.js';
import { keptSecret } from '../../src/store/secret.js';
import { inTwoProcesses, sourceOf } from './twoProcesses.js';

const never = () => {
  throw new Error('a second secret was made');
};

describe('the kept secret', () => {
  const top = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  let folder = top;
  let count = 0;
  beforeEach(() => {
    count += 1;
    folder = path.join(top, `data-${count}`);
  });
  after(() => rmSync(top, { recursive: true }));

  it('is made once, in a folder that is made for it', () => {
    expect(keptSecret(folder, () => 'made')).to.equal('made');
    expect(keptSecret(folder, never)).to.equal('made');
    expect(readdirSync(folder)).to.deep.equal(['secret']);
  });

  it('may be read by its owner only', function () {
    if (process.platform === 'win32') this.skip();
    keptSecret(folder, () => 'made');
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).to.equal(0o600);
    expect(statSync(folder).mode & 0o777).to.equal(0o700);
  });

  it('that was put there by hand is taken without its line end', () => {
    keptSecret(folder, () => 'made');
    writeFileSync(path.join(folder, 'secret'), 'by hand\n');
    expect(keptSecret(folder, never)).to.equal('by hand');
  });

  it('is never the empty one: an empty file stops the start and says what to do', () => {
    keptSecret(folder, () => 'made');
    writeFileSync(path.join(folder, 'secret'), ' \n');
    expect(() => keptSecret(folder, never)).to.throw(
      SettingsFault,
      `${path.join(folder, 'secret')} holds no secret. Put the old one back, or remove the file so that a new one is made.`,
    );
  });

  it('is left as it was when none can be made', () => {
    expect(() => keptSecret(folder, never)).to.throw('a second secret was made');
    expect(existsSync(path.join(folder, 'secret'))).to.equal(false);
    expect(keptSecret(folder, () => 'made')).to.equal('made');
  });

  it('is one for two processes that start together', async () => {
    const written = await inTwoProcesses(`
      import { keptSecret } from ${sourceOf('store/secret.ts')};
      for (let at = 0; at < 100; at += 1)
        console.log(keptSecret(process.argv[1] + '/' + at, () => at + ' by ' + process.pid));
    `);
    const [one = '', other = ''] = written;
    expect(one).to.equal(other);
    expect(one.trim().split('\n').map(Number.parseFloat)).to.deep.equal(
      Array.from({ length: 100 }, (_, at) => at),
    );
  }).timeout(30_000);
});
