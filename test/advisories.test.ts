import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { inRange } from './advisories/range.js';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

const advisory = z.strictObject({
  name: z.string(),
  range: z.string(),
  id: z.string(),
  what: z.string().min(10),
  verdict: z.string().min(10),
  accepted: z.array(z.strictObject({ version: z.string(), why: z.string().min(10) })).optional(),
});
type Advisory = z.infer<typeof advisory>;

const { advisories } = z
  .strictObject({ about: z.string(), advisories: z.array(advisory) })
  .parse(read('docs/advisories.json'));
const lock = z
  .object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })
  .parse(read('package-lock.json'));

type Installed = ReadonlyMap<string, ReadonlySet<string>>;

const installed: Installed = Object.entries(lock.packages).reduce((all, [path, { version }]) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (path !== '' && version !== undefined) all.set(name, new Set([...(all.get(name) ?? []), version]));
  return all;
}, new Map<string, Set<string>>());

const matches = ({ name, range }: Advisory, packages: Installed): string[] =>
  [...(packages.get(name) ?? [])].filter((version) => inRange(version, range));

const unexplained = (all: readonly Advisory[], packages: Installed): string[] =>
  all.flatMap((one) => {
    const accepted = one.accepted?.map(({ version }) => version) ?? [];
    return matches(one, packages)
      .filter((version) => !accepted.includes(version))
      .map((version) => `${one.name} ${version}: ${one.id}`);
  });

describe('the advisory table', () => {
  it('explains every version of the lock file that an advisory names', () => {
    expect(unexplained(advisories, installed)).to.deep.equal([]);
  });

  it('keeps no explanation that nothing needs any more', () => {
    const stale = advisories.flatMap((one) =>
      (one.accepted ?? [])
        .filter(({ version }) => !matches(one, installed).includes(version))
        .map(({ version }) => `${one.name} ${version}: ${one.id}`),
    );
    expect(stale).to.deep.equal([]);
  });

  it('names what our facts name', () => {
    const named = new Set(advisories.map(({ name }) => name));
    expect([...named]).to.include.members([
      'send',
      'find-my-way',
      'spdy',
      'formidable',
      'xmldom',
      'axios',
      'jsonwebtoken',
      'ws',
      'lodash',
      '@azure/msal-node',
      'adaptivecards',
      'botbuilder',
    ]);
  });

  it('would see a version that is not explained', () => {
    const tree = new Map([['ws', new Set(['7.5.9', '8.23.0'])]]);
    expect(unexplained(advisories, tree)).to.deep.equal([
      'ws 7.5.9: CVE-2024-37890',
      'ws 7.5.9: CVE-2026-48779',
    ]);
  });
});

describe('inRange', () => {
  const cases: readonly [version: string, range: string, inside: boolean][] = [
    ['0.18.0', '<0.19.0', true],
    ['0.19.0', '<0.19.0', false],
    ['8.2.1', '>=5.5.0 <8.2.2 || 9.0.0', true],
    ['8.2.2', '>=5.5.0 <8.2.2 || 9.0.0', false],
    ['9.0.0', '>=5.5.0 <8.2.2 || 9.0.0', true],
    ['9.10.1', '>=5.5.0 <8.2.2 || 9.0.0', false],
    ['10.0.0', '<=9.9.9', false],
    ['9.9.9', '>9.9.8 <=9.9.9', true],
    ['3.0.0-rc.1', '>=3.0.0', true],
    ['1.0.0', '*', true],
  ];
  for (const [version, range, inside] of cases) {
    it(`says ${version} is ${inside ? '' : 'not '}in ${range}`, () => {
      expect(inRange(version, range)).to.equal(inside);
    });
  }

  it('refuses what is no version', () => {
    expect(() => inRange('1.2', '<2.0.0')).to.throw(RangeError, 'three numbers');
    expect(() => inRange('1.2.3', '^2.0.0')).to.throw(RangeError);
  });
});
