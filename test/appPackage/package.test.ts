import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { unzipSync } from 'fflate';
import { fillManifest, manifestFaults, type PackageWish } from '../../scripts/teamsPackage.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const template = readFileSync(join(root, 'appPackage/manifest.json'), 'utf8');
const appId = '3f2b6c1e-8f9e-4b2a-9d4e-1c5a7b8e9f01';
const good: PackageWish = { appId, host: 'bot.example.com', version: '0.1.0' };
const filled = (): Record<string, unknown> => JSON.parse(fillManifest(template, good).text);

describe('the Teams manifest', () => {
  it('is what Microsoft’s schema wants', () => {
    expect(manifestFaults(filled())).to.deep.equal([]);
  });

  it('brings the bot into personal chats, teams and group chats', () => {
    expect(filled()).to.have.deep.nested.property('bots[0].scopes', ['personal', 'team', 'groupChat']);
    expect(filled()).to.have.nested.property('bots[0].botId', appId);
  });

  it('leaves no placeholder open', () => {
    expect(fillManifest(template, good).text).to.not.include('{{');
  });

  it('takes a developer’s name with quotes without harm', () => {
    const { text } = fillManifest(template, { ...good, developer: 'Ex"ample \\ Ltd' });
    expect(JSON.parse(text)).to.have.nested.property('developer.name', 'Ex"ample \\ Ltd');
  });

  const broken: readonly [what: string, change: Record<string, unknown>, sentence: RegExp][] = [
    ['a colour that is none', { accentColor: 'green' }, /^accentColor must match pattern/],
    [
      'a place that Teams does not have',
      { bots: [{ botId: appId, scopes: ['mars'] }] },
      /^bots\.0\.scopes\.0 must be one of team, personal, groupChat/,
    ],
    [
      'a word the schema does not know',
      { colour: 1 },
      /^the manifest has "colour", which the schema does not know\.$/,
    ],
    ['a missing name', { name: undefined }, /^the manifest must have required property 'name'\.$/],
    ['a bot id that is no id', { bots: [{ botId: 'x', scopes: ['team'] }] }, /^bots\.0\.botId must match/],
    [
      'an address that is none',
      {
        developer: {
          name: 'x',
          websiteUrl: 'nowhere',
          privacyUrl: 'https://x.y',
          termsOfUseUrl: 'https://x.y',
        },
      },
      /^developer\.websiteUrl must match/,
    ],
    ['no version of the schema', { manifestVersion: '9' }, /^manifestVersion names no schema/],
  ];
  for (const [what, change, wanted] of broken) {
    it(`with ${what} is reported in a sentence`, () => {
      const faults = manifestFaults({ ...JSON.parse(JSON.stringify({ ...filled(), ...change })) });
      expect(faults.join('\n')).to.match(new RegExp(wanted.source, 'm'));
      expect(faults.every((fault) => fault.endsWith('.'))).to.equal(true);
    });
  }

  it('that is no object is reported', () => {
    expect(manifestFaults('x')).to.have.length(1);
  });
});

describe('filling the manifest', () => {
  it('warns loudly of a missing id and a missing host', () => {
    const { warnings, faults, text } = fillManifest(template, { version: '0.1.0' });
    expect(faults).to.deep.equal([]);
    expect(warnings.join('\n')).to.match(/^NO APP ID: .*--app-id.*\nNO HOST: .*--host/);
    expect(manifestFaults(JSON.parse(text))).to.deep.equal([]);
  });

  const wrong: readonly [PackageWish, RegExp][] = [
    [{ ...good, appId: 'my-bot' }, /not a GUID/],
    [{ ...good, host: 'https://bot.example.com' }, /without https/],
    [{ ...good, host: 'bot.example.com:3978' }, /without https:\/\/ or a port/],
    [{ ...good, page: 'http://intranet' }, /not an https address/],
  ];
  for (const [wish, sentence] of wrong) {
    it(`refuses ${wish.appId} at ${wish.host} with ${wish.page ?? 'no page'}`, () => {
      const { faults } = fillManifest(template, wish);
      expect(faults).to.have.length(1);
      expect(faults[0]).to.match(sentence);
    });
  }
});

describe('npm run package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-package-'));
  after(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/packageApp.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, MicrosoftAppId: '' },
    });

  it('makes a zip with the three files at its top', () => {
    const out = join(folder, 'app.zip');
    const { status, stdout } = run('--app-id', appId, '--host', 'bot.example.com', '--out', out);
    expect(stdout).to.include('is made');
    expect(status).to.equal(0);
    const files = unzipSync(readFileSync(out));
    expect(Object.keys(files).sort()).to.deep.equal(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(new TextDecoder().decode(files['manifest.json']))).to.include({ id: appId });
  });

  it('makes nothing of a wrong id, and says why', () => {
    const { status, stderr } = run('--app-id', 'my-bot', '--out', join(folder, 'none.zip'));
    expect(status).to.equal(1);
    expect(stderr).to.match(/The app package was not made:\n- The app id is not a GUID/);
  });
});
