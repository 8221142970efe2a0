import type { Explained } from './commandRecognisers.js';
import type { Labelled, Score } from './scoring.js';
import { textTable } from './textTable.js';

/** One sentence of a set, as a recogniser read it. */
export interface EvalRead {
  row: Labelled;
  found: Explained;
  score: Score;
  /** In ms. */
  took: number;
}

/** Everything that one recogniser read. */
export interface EvalRun {
  by: string;
  reads: readonly EvalRead[];
}

const summary: readonly [head: string, of: (reads: readonly EvalRead[]) => string][] = [
  ['rows', (reads) => String(reads.length)],
  ['plans right', (reads) => shareOf(reads, 'plan')],
  ['steps right', (reads) => shareOf(reads, 'steps')],
  ['tokens in', (reads) => String(total(reads, ({ found }) => found.usage?.promptTokens))],
  ['tokens out', (reads) => String(total(reads, ({ found }) => found.usage?.completionTokens))],
  ['cost $', (reads) => total(reads, ({ found }) => found.usage?.cost).toFixed(4)],
  ['p50 ms', (reads) => percentile(reads, 0.5)],
  ['p95 ms', (reads) => percentile(reads, 0.95)],
];

/** How each recogniser fared in all: accuracy, tokens, cost and time. */
export function summaryTable(runs: readonly EvalRun[]): string {
  const head = ['recogniser', ...summary.map(([name]) => name)];
  return textTable([head, ...runs.map(({ by, reads }) => [by, ...summary.map(([, of]) => of(reads))])]);
}

/** Plans right by tag and language, the commonest first. */
export function tagTable(runs: readonly EvalRun[]): string {
  const tags = [...new Set(runs.flatMap(({ reads }) => reads.flatMap(({ row }) => tagsOf(row))))];
  const rows = tags
    .map((tag) => ({
      tag,
      having: runs.map(({ reads }) => reads.filter(({ row }) => tagsOf(row).includes(tag))),
    }))
    .sort((one, other) => (other.having[0]?.length ?? 0) - (one.having[0]?.length ?? 0))
    .map(({ tag, having }) => [
      tag,
      String(having[0]?.length ?? 0),
      ...having.map((reads) => shareOf(reads, 'plan')),
    ]);
  return textTable([['plans right, by tag', 'rows', ...runs.map(({ by }) => by)], ...rows]);
}

/** A line for every plan that is wrong. */
export function missesIn({ by, reads }: EvalRun): string[] {
  return reads
    .filter(({ score }) => !score.plan)
    .map(
      ({ row, found }) =>
        `${by} missed ${row.id} ${JSON.stringify(row.text)}\n  want ${JSON.stringify(row.plan.steps)}\n  got  ${JSON.stringify(found.plan.steps)}`,
    );
}

/** Which sentences the model gave no plan for, counted by why; the built-in recogniser read those. */
export function faultLine({ by, reads }: EvalRun): string | null {
  const faults = reads.flatMap(({ found }) => (found.fault ? [found.fault] : []));
  if (faults.length === 0) return null;
  const counted = [...new Set(faults)].map(
    (code) => `${code} ${faults.filter((each) => each === code).length}`,
  );
  return `${by}: the built-in recogniser read ${faults.length} of ${reads.length}, for the model gave no plan (${counted.join(', ')}).`;
}

function tagsOf({ tags, lang }: Labelled): string[] {
  return lang === undefined ? tags : [...tags, `lang:${lang}`];
}

function shareOf(reads: readonly EvalRead[], of: keyof Score): string {
  return (reads.filter(({ score }) => score[of]).length / Math.max(1, reads.length)).toFixed(3);
}

function total(reads: readonly EvalRead[], of: (read: EvalRead) => number | undefined): number {
  return reads.reduce((sum, read) => sum + (of(read) ?? 0), 0);
}

function percentile(reads: readonly EvalRead[], share: number): string {
  const times = reads.map(({ took }) => took).sort((one, other) => one - other);
  return (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
}
