import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { readSettingsFile } from '../../src/settings/readFile.js';

describe('the settings file on disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  const at = (name: string) => path.join(folder, name);
  after(() => rmSync(folder, { recursive: true }));

  it('may be left out while nobody names it', () => {
    expect(readSettingsFile(undefined, at('settings.json'))).to.deep.equal({ kind: 'none' });
  });

  const texts: [what: string, text: string, content: unknown][] = [
    ['an object', '{"people": []}', { people: [] }],
    ['an object behind a byte order mark', '\uFEFF{}', {}],
    ['a list, which the schema refuses', '[]', []],
  ];
  for (const [what, text, content] of texts)
    it(`is read: ${what}`, () => {
      writeFileSync(at('some.json'), text);
      const read = { kind: 'read', content };
      expect(readSettingsFile(at('some.json'))).to.deep.equal(read);
      expect(readSettingsFile(undefined, at('some.json'))).to.deep.equal(read);
    });

  for (const text of ['', '{"key": "canary"', 'canary', 'null', '"canary"', '7'])
    it(`is not taken with this in it: ${text || 'nothing'}`, () => {
      writeFileSync(at('broken.json'), text);
      const sentence = `${at('broken.json')} is not a JSON object that can be read. Compare it with settings.example.json.`;
      expect(readSettingsFile(at('broken.json'))).to.deep.equal({ kind: 'fault', sentence });
      expect(sentence).to.not.include('canary');
    });

  it('has to be there when it is named', () => {
    expect(readSettingsFile(at('gone.json'))).to.deep.equal({
      kind: 'fault',
      sentence: `SETTINGS_FILE names ${at('gone.json')}, which is not there. Put a readable file there or remove the setting.`,
    });
  });

  it('has to be a file', () => {
    expect([readSettingsFile(folder), readSettingsFile(undefined, folder)]).to.deep.equal([
      {
        kind: 'fault',
        sentence: `SETTINGS_FILE names ${folder}, which cannot be read. Put a readable file there or remove the setting.`,
      },
      {
        kind: 'fault',
        sentence: `${folder} is there, but cannot be read. Check that it is a file and who may read it.`,
      },
    ]);
  });
});
