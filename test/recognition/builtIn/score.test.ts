import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { readPlan } from '../../../src/recognition/builtIn/recognise.js';
import { plan } from '../../../src/recognition/plan.js';

const TODAY = '2026-03-10';
const row = z.object({
  id: z.string(),
  text: z.string(),
  plan: z.unknown(),
  also: z.array(z.unknown()).default([]),
  previous: plan.optional(),
  lang: z.string(),
});
type Row = z.infer<typeof row>;

const files = new Map<string, Row[]>();
const read = (name: string): Row[] => {
  const rows = files.get(name) ?? rowsIn(name);
  files.set(name, rows);
  return rows;
};

const rowsIn = (name: string): Row[] =>
  readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => row.parse(JSON.parse(line)));

const steps = z.object({ steps: z.array(z.record(z.string(), z.unknown())) });
const CASELESS = new Set(['term', 'customer', 'name', 'code']);

/** A plan as it is compared: keys in order, texts of people without case, a clarify's `for` left out. */
const canonical = (one: unknown): string =>
  JSON.stringify(
    steps.parse(one).steps.map((step) =>
      Object.keys(step)
        .sort()
        .filter((key) => key !== 'for' && step[key] !== undefined && step[key] !== null)
        .map((key) => [key, CASELESS.has(key) ? String(step[key]).toLowerCase() : step[key]]),
    ),
  );

const readings = new Map<Row, ReturnType<typeof readPlan>>();

/** Each row is read once. */
const readRow = (one: Row) => {
  const { text, previous } = one;
  const reading = readings.get(one) ?? readPlan({ text, today: TODAY, ...(previous ? { previous } : {}) });
  readings.set(one, reading);
  return reading;
};

const isRight = (one: Row): boolean => {
  const got = canonical(readRow(one).plan);
  return [one.plan, ...one.also].some((wanted) => canonical(wanted) === got);
};

const missesOf = (rows: readonly Row[]) =>
  rows.filter((one) => !isRight(one)).map(({ id, text }) => `${id} ${text}`);

const numbered = (name: string, last: number) => [
  `${name}.jsonl`,
  ...Array.from({ length: last - 1 }, (_, at) => `${name}${at + 2}.jsonl`),
];
const OPEN: [file: string, least: number][] = [
  ['utterances.dev.jsonl', 0.98],
  ['followups.dev.jsonl', 0.98],
];
const OWN = [...numbered('fresh', 14), ...numbered('freshFollowups', 14)];

describe('the share of sentences that the built-in recogniser reads right', () => {
  for (const [file, least] of [...OPEN, ...OWN.map((file): [string, number] => [file, 0.96])]) {
    it(`is at least ${least * 100} % of the English rows of ${file}`, () => {
      const rows = read(file).filter((one) => one.lang === 'en');
      const misses = missesOf(rows);
      expect(rows.length).to.be.above(25);
      expect(1 - misses.length / rows.length, misses.join('\n')).to.be.at.least(least);
    });
  }

  it('is at least 90 % of the rows in other languages', () => {
    const rows = read('utterances.dev.jsonl').filter((one) => one.lang !== 'en');
    const misses = missesOf(rows);
    expect(rows.length).to.be.above(10);
    expect(1 - misses.length / rows.length, misses.join('\n')).to.be.at.least(0.9);
  });

  it('is at least 99 % of those that it calls certain, and those are one in ten', () => {
    const rows = [...OPEN.map(([file]) => file), ...OWN].flatMap(read).filter((one) => !one.previous);
    const certain = rows.filter((one) => readRow(one).certain);
    const misses = missesOf(certain);
    expect(certain.length / rows.length).to.be.at.least(0.1);
    expect(1 - misses.length / certain.length, misses.join('\n')).to.be.at.least(0.99);
  });
});
