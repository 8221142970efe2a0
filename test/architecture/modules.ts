import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blanked } from './blanked.js';

/** What one file imports: another file of the project by its path from the root, or a package by its name. */
export interface Import {
  target: string;
  /** True for `import type …` and for braces in which every name is a type. */
  typesOnly: boolean;
}

/** One TypeScript file, as the rules see it. */
export interface Module {
  /** From the project's root, with slashes. */
  path: string;
  imports: Import[];
  /** The code without comments and without what stands between quotes. */
  code: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every TypeScript file under those of these folders that the project has. */
export const modulesIn = (...folders: string[]): Module[] =>
  folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => filesUnder(folder))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => moduleOf(path, readFileSync(join(root, path), 'utf8')));

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });

/** Reads one source text; tests of the rules make theirs up. */
export const moduleOf = (path: string, source: string): Module => {
  const code = blanked(source);
  const imports = [...statements(code), ...calls(code)].map(({ quoteAt, clause }) => ({
    target: targetOf(path, specifierAt(source, quoteAt)),
    typesOnly: isOfTypes(clause),
  }));
  return { path, imports, code };
};

interface Found {
  quoteAt: number;
  clause: string;
}

const importOrExport =
  /\b(?:import\s+(?<clause>[\w$\s{},*]+?)\s+from|export\s+(?<again>(?:type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?))\s+from|import)\s*(?<quote>['"])/g;

const statements = (code: string): Found[] =>
  [...code.matchAll(importOrExport)].map((match) => ({
    quoteAt: match.index + match[0].length - 1,
    clause: match.groups?.clause ?? match.groups?.again ?? '',
  }));

const calls = (code: string): Found[] =>
  [...code.matchAll(/\b(?:import|require|import\.meta\.resolve|require\.resolve)\s*\(\s*['"]/g)].map(
    (match) => ({
      quoteAt: match.index + match[0].length - 1,
      clause: '',
    }),
  );

const specifierAt = (source: string, quoteAt: number): string =>
  source.slice(quoteAt + 1, source.indexOf(source[quoteAt] ?? '', quoteAt + 1));

const targetOf = (from: string, specifier: string): string => {
  if (specifier.startsWith('.')) {
    return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
  }
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
};

const isOfTypes = (clause: string): boolean => {
  if (/^type\s/.test(clause)) return true;
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1];
  if (names === undefined) return false;
  return names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .every((name) => name.startsWith('type '));
};
