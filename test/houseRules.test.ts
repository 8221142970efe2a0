import { accessSync, constants, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { z } from 'zod';
import { environment } from '../src/settings.js';
import { modulesIn } from './architecture/modules.js';

const pathOf = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name: string): string => readFileSync(pathOf(name), 'utf8');

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    name: z.string(),
    version: z.string(),
    scripts: versions,
    dependencies: versions,
    devDependencies: versions,
  })
  .parse(JSON.parse(read('package.json')));
const lock = z
  .object({
    name: z.string(),
    version: z.string(),
    packages: z.record(
      z.string(),
      z.looseObject({
        version: z.string().optional(),
        resolved: z.string().optional(),
        optionalDependencies: versions.optional(),
      }),
    ),
  })
  .parse(JSON.parse(read('package-lock.json')));

const namesIn = (envFile: string): string[] =>
  [...envFile.matchAll(/^(?:#\s?)?([A-Za-z][A-Za-z0-9_]*)=/gm)].map(([, name = '']) => name);

const commandsIn = (text: string): string[] => [
  ...[...text.matchAll(/\bnpm run (?:-s |--silent )?([\w:-]+)/g)].map(([, name = '']) => name),
  ...[...text.matchAll(/\bnpm (start|test)\b/g)].map(([, name = '']) => name),
];

const pinned = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const leftOut = /\b(?:describe|context|it|specify)\s*\.\s*(?:only|skip)\b|\b[xf](?:describe|it)\s*\(/;

describe('.env.example', () => {
  it('names exactly the environment that the settings read, each once', () => {
    expect(namesIn(read('.env.example')).sort()).to.deep.equal(Object.keys(environment.shape).sort());
  });

  it('is read with and without a comment sign before a name', () => {
    expect(namesIn('# A word = nothing\nPORT=1\n# HOST=\n#LOG_LEVEL=info\n')).to.deep.equal([
      'PORT',
      'HOST',
      'LOG_LEVEL',
    ]);
  });
});

describe('package.json', () => {
  const direct = { ...manifest.dependencies, ...manifest.devDependencies };

  it('pins every direct dependency to one version', () => {
    expect(Object.entries(direct).filter(([, version]) => !pinned.test(version))).to.deep.equal([]);
    expect('^1.2.3').to.not.match(pinned);
  });

  it('agrees with package-lock.json on every direct dependency and on the version', () => {
    const installed = Object.keys(direct).map((name) => [
      name,
      lock.packages[`node_modules/${name}`]?.version,
    ]);
    expect(Object.fromEntries(installed)).to.deep.equal(direct);
    expect([lock.name, lock.version]).to.deep.equal([manifest.name, manifest.version]);
  });

  it('has every optional package of every platform in package-lock.json, or npm ci refuses it elsewhere', () => {
    const has = (path: string): boolean => lock.packages[path] !== undefined;
    const missing = Object.entries(lock.packages).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !has(`node_modules/${name}`) && !has(`${at}/node_modules/${name}`),
      ),
    );
    expect(missing).to.deep.equal([]);
  });

  it('needs no install script of its own, so that npm ci --ignore-scripts gives the same', () => {
    expect(Object.keys(manifest.scripts)).to.not.include.members(['prepare']);
    expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).to.deep.equal(
      [],
    );
  });
});

describe('package-lock.json', () => {
  it('names no registry', () => {
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)).to.deep.equal(
      [],
    );
  });
});

describe('README', () => {
  for (const name of Object.keys(manifest.dependencies)) {
    it(`says what ${name} is for`, () => {
      expect(read('README.md')).to.include(name);
    });
  }

  it('promises only commands that exist', () => {
    const promised = commandsIn(read('README.md'));
    expect(promised).to.include.members(['start', 'test']);
    expect(promised.filter((name) => !(name in manifest.scripts))).to.deep.equal([]);
  });

  it('is read for every way to write a command', () => {
    expect(commandsIn('npm ci && npm start; npm run -s plan -- "x"\n`npm run build`')).to.deep.equal([
      'plan',
      'build',
      'start',
    ]);
  });
});

describe('CHANGELOG', () => {
  it('has an entry for this version', () => {
    expect(read('CHANGELOG.md')).to.match(
      new RegExp(`^## \\[?v?${manifest.version.replaceAll('.', '\\.')}\\b`, 'm'),
    );
  });
});

describe('.ci/run', () => {
  it('can be run', () => {
    expect(() => accessSync(pathOf('.ci/run'), constants.X_OK)).to.not.throw();
  });
});

describe('the tests', () => {
  it('leave none of themselves out', () => {
    const tests = modulesIn('test').filter(({ code }) => leftOut.test(code));
    expect(tests.map(({ path }) => path)).to.deep.equal([]);
  });

  for (const source of ["it.only('x')", "describe.skip('x')", "xit('x')", "it . only('x')"]) {
    it(`would see ${source}`, () => {
      expect(source).to.match(leftOut);
    });
  }
});
