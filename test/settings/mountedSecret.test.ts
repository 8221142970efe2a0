import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { SettingsFault } from '../../src/errors.js';
import { mountedSecret } from '../../src/settings/mountedSecret.js';
import { readSettings } from '../../src/settings.js';

describe('a secret out of a mounted file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-secret-'));
  const at = (name: string) => path.join(folder, name);

  before(() => {
    writeFileSync(at('key'), 'rk_test_mounted\n');
    writeFileSync(at('empty'), ' \n');
    writeFileSync(at('large'), 'x'.repeat(64 * 1024 + 1));
  });
  after(() => rmSync(folder, { recursive: true }));

  it('is its text without the line’s end', () => {
    expect(mountedSecret(at('key'))).to.deep.equal({ value: 'rk_test_mounted' });
  });

  const faults: [what: string, name: string, says: RegExp][] = [
    ['is not there', 'gone', /is not there\. Mount it/],
    ['is empty', 'empty', /is empty\. Put the secret in it/],
    ['is a folder', '.', /cannot be read\. Check that it is a file/],
    ['is too large', 'large', /is too large for a secret/],
  ];
  for (const [what, name, says] of faults)
    it(`is a fault that names the file when it ${what}`, () => {
      const found = mountedSecret(at(name));
      expect('fault' in found ? found.fault : '').to.match(says);
    });

  const file = (key: string) => ({
    accounts: [{ id: 'main', label: 'Main store', mode: 'test', key }],
    roles: {},
    people: [],
  });

  it('is the key of an account whose settings name it', () => {
    const { accounts } = readSettings({}, file(`file:${at('key')}`));
    expect(accounts[0]?.key).to.equal('rk_test_mounted');
  });

  it('is told by its place in the settings where it is missing', () => {
    expect(() => readSettings({}, file(`file:${at('gone')}`)))
      .to.throw(SettingsFault)
      .with.property('message')
      .that.matches(/^accounts\.main\.key: the file .+ is not there/);
  });
});
