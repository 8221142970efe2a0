/** A pattern that finds any of these words or phrases, whole words only. */
export const anyOf = (...phrases: readonly string[]): string =>
  `(?:${[...phrases].sort((a, b) => b.length - a.length).join('|')})`;

/** Compiles a pattern that must stand at word edges somewhere in a clause. */
export const has = (source: string): RegExp => new RegExp(`(?<![^ ])(?:${source})(?![^ ])`);

/** Compiles a pattern that must stand at the start of a clause. */
export const opens = (source: string): RegExp => new RegExp(`^(?:${source})(?![^ ])`);
