import type { Module } from './modules.js';

/**
 * Rings of files that import one another, each as the way around it; imports of types count too. Every file
 * that lies on a ring is seen, though not every ring of it.
 */
export const ringsOf = (modules: readonly Module[]): string[][] => {
  const edges = new Map(modules.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
  const done = new Set<string>();
  const rings: string[][] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const seenAt = way.indexOf(path);
    if (seenAt !== -1) rings.push([...way.slice(seenAt), path]);
    if (seenAt !== -1 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return rings;
};
