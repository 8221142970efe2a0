import type { Database, Row } from '../store/database.js';
import { type Checkpoints, type KeptCheckpoints, newestHead } from './checkpoints.js';
import { digestOf, isBlank, saidSql } from './content.js';
import { type Finding, say } from './findings.js';
import { beginning, hashOf } from './link.js';
import { createSignatures, type Signatures } from './signatures.js';

/** What a look through the whole trail found. */
export interface Verified {
  /** Rows that were looked at, and how many of them say nothing any more. */
  rows: number;
  blank: number;
  /** The first and the last number; 0 of an empty trail. */
  first: number;
  last: number;
  /** The newest rows that no checkpoint covers yet. */
  unsigned: number;
  findings: Finding[];
}

export interface VerifyNeeds {
  database: Database;
  checkpoints: Checkpoints;
  /** Rows between two checkpoints. */
  every: number;
}

const page = 2000;
const select = `select seq, prev, digest, hash, ${saidSql} as said from trail where seq > $1 order by seq limit ${page}`;

/** Looks through every row and every checkpoint. While somebody prunes meanwhile, it looks again. */
export async function verifyTrail(needs: VerifyNeeds): Promise<Verified> {
  for (;;) {
    const kept = await needs.checkpoints.read();
    const verified = await lookThrough(needs, kept);
    const after = await needs.checkpoints.read();
    if (verified.findings.length === 0 || pruned(kept) === pruned(after)) return verified;
  }
}

function pruned({ inSecondPlace }: KeptCheckpoints): number {
  return inSecondPlace.filter(({ kind }) => kind !== 'head').length;
}

interface Walk {
  signatures: Signatures;
  findings: Finding[];
  rows: number;
  blank: number;
  first: number;
  seq: number;
  hash: unknown;
}

async function lookThrough({ database, every }: VerifyNeeds, kept: KeptCheckpoints): Promise<Verified> {
  const signatures = createSignatures(kept);
  const walk: Walk = { signatures, findings: [], rows: 0, blank: 0, first: 0, seq: 0, hash: beginning.hash };
  for (;;) {
    const rows = await database.run(select, [walk.seq]);
    for (const row of rows) step(walk, row);
    if (rows.length < page) break;
  }
  const { rows, blank, first, seq: last, findings } = walk;
  const newest = newestHead([...kept.inDatabase, ...kept.inSecondPlace])?.seq ?? 0;
  const unsigned = Math.max(0, last - Math.max(newest, first - 1));
  findings.push(...endOf({ last, unsigned, every }, kept));
  return { rows, blank, first, last, unsigned, findings };
}

/** One row: does it follow the last, is it what was written, is it the one that was signed? */
function step(walk: Walk, row: Row): void {
  const seq = Number(row.seq);
  const { signatures, findings } = walk;
  if (walk.rows === 0) {
    walk.first = seq;
    if (!signatures.begins(seq, row.prev)) findings.push(say.headCut(seq));
  } else if (seq !== walk.seq + 1) findings.push(say.missing(walk.seq + 1, seq - 1));
  else if (row.prev !== walk.hash) findings.push(say.unlinked(seq));
  if (row.hash !== hashOf(seq, String(row.prev), String(row.digest))) findings.push(say.hashChanged(seq));
  const said = String(row.said);
  if (isBlank(said)) {
    walk.blank += 1;
    if (!signatures.blank(seq)) findings.push(say.erased(seq));
  } else if (digestOf(said) !== row.digest) findings.push(say.changed(seq));
  if (!signatures.holds(seq, row.hash)) findings.push(say.rewritten(seq));
  Object.assign(walk, { rows: walk.rows + 1, seq, hash: row.hash });
}

/** What is wrong with the end, and with the checkpoints themselves. */
function endOf(
  { last, unsigned, every }: { last: number; unsigned: number; every: number },
  { inDatabase, inSecondPlace, forged }: KeptCheckpoints,
): Finding[] {
  const there = newestHead(inSecondPlace);
  const here = newestHead(inDatabase);
  const signed = Math.max(there?.seq ?? 0, here?.seq ?? 0);
  return [
    ...(signed > last ? [say.tailCut(last, signed)] : []),
    ...forged.map(say.forged),
    ...((here?.seq ?? 0) > (there?.seq ?? 0) ? [say.lost(there?.seq ?? 0, here?.seq ?? 0)] : []),
    ...(unsigned > every ? [say.unsigned(last - unsigned + 1, last, every)] : []),
  ];
}
