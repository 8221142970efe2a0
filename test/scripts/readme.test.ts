import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const text = (path: string): string => readFileSync(at(path), 'utf8');
const all = (path: string, pattern: RegExp): string[] =>
  [...text(path).matchAll(pattern)].map(([, found = '']) => found);

const names = z.record(z.string(), z.string());
const { scripts, dependencies } = z
  .object({ scripts: names, dependencies: names })
  .parse(JSON.parse(text('package.json')));

const pages = [
  'README.md',
  ...readdirSync(at('docs')).flatMap((name) => (/\.md$/.test(name) ? `docs/${name}` : [])),
];

describe('the documents', () => {
  for (const page of pages) {
    it(`${page} points to what is there`, () => {
      const folder = page.includes('/') ? page.replace(/[^/]+$/, '') : '';
      const targets = all(page, /\]\(([^)#]+)\)/g).filter((target) => !/^https?:/.test(target));
      expect(targets.filter((target) => !existsSync(at(`${folder}${target}`)))).to.deep.equal([]);
    });

    it(`${page} names only scripts that can be run`, () => {
      const named = all(page, /\bnpm run (?:-s )?([a-z][a-z0-9:]*)/g);
      expect(named.filter((name) => !(name in scripts))).to.deep.equal([]);
    });
  }

  it('README.md shows the scenario in pictures that load quickly', () => {
    const pictures = all('README.md', /!\[[^\]]+\]\(([^)]+\.png)\)/g);
    expect(pictures).to.deep.equal(['docs/scenario.png', 'docs/record.png']);
    for (const picture of pictures) {
      expect(readFileSync(at(picture)).subarray(1, 4).toString(), picture).to.equal('PNG');
      expect(statSync(at(picture)).size, picture).to.be.below(400 * 1024);
    }
  });

  it('README.md says why each package is there, and names no other', () => {
    const table = text('README.md').split('## Packages, and why')[1]?.split('## ')[0] ?? '';
    const told = [...table.matchAll(/^\| ([@a-z][^|]*?) +\|/gm)].flatMap(([, cell = '']) => cell.split(', '));
    expect(told.filter((name) => name !== 'package').sort()).to.deep.equal(Object.keys(dependencies).sort());
  });
});
