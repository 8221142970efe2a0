import type { KeptCheckpoints } from './checkpoints.js';
import { beginning } from './link.js';

/** What the checkpoints say of rows. */
export interface Signatures {
  /** Whether the trail may begin with this row: with the very first, or where a prune left off. */
  begins: (seq: number, prev: unknown) => boolean;
  /** Whether this is the row that was signed; of one that was not, `true`. */
  holds: (seq: number, hash: unknown) => boolean;
  /** Whether the content of this row was erased on purpose. */
  blank: (seq: number) => boolean;
}

/** Puts checkpoints in order; those of the second place and of the database count alike, for both are signed. */
export function createSignatures({ inDatabase, inSecondPlace }: KeptCheckpoints): Signatures {
  const all = [...inSecondPlace, ...inDatabase];
  const begins = new Set([`1:${beginning.hash}`]);
  const heads = new Map<number, Set<unknown>>();
  for (const { kind, seq, hash } of all) {
    if (kind === 'begin') begins.add(`${seq}:${hash}`);
    if (kind === 'head') heads.set(seq, new Set([...(heads.get(seq) ?? []), hash]));
  }
  const blanks = all.filter(({ kind }) => kind === 'blank');
  return {
    begins: (seq, prev) => begins.has(`${seq}:${prev}`),
    // Two that differ cannot both be the row: then whatever stands there is wrong.
    holds: (seq, hash) => [...(heads.get(seq) ?? [])].every((each) => each === hash),
    blank: (seq) => blanks.some((each) => each.seq <= seq && seq <= each.until),
  };
}
