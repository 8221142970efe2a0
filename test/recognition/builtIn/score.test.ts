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

const read = (name: string): Row[] =>
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

const isRight = ({ text, previous, plan: wanted, also }: Row): boolean => {
  const got = canonical(readPlan({ text, today: TODAY, ...(previous ? { previous } : {}) }).plan);
  return [wanted, ...also].some((one) => canonical(one) === got);
};

const missesOf = (rows: readonly Row[]) =>
  rows.filter((one) => !isRight(one)).map(({ id, text }) => `${id} ${text}`);

describe('the share of sentences that the built-in recogniser reads right', () => {
  const cases: [file: string, least: number][] = [
    ['utterances.dev.jsonl', 0.97],
    ['fresh.jsonl', 0.96],
    ['followups.dev.jsonl', 0.94],
    ['freshFollowups.jsonl', 0.93],
  ];
  for (const [file, least] of cases) {
    it(`is at least ${least * 100} % of the English rows of ${file}`, () => {
      const rows = read(file).filter((one) => one.lang === 'en');
      const misses = missesOf(rows);
      expect(rows.length).to.be.above(25);
      expect(1 - misses.length / rows.length, misses.join('\n')).to.be.at.least(least);
    });
  }

  it('is at least 70 % of the rows in other languages', () => {
    const rows = read('utterances.dev.jsonl').filter((one) => one.lang !== 'en');
    const misses = missesOf(rows);
    expect(1 - misses.length / rows.length, misses.join('\n')).to.be.at.least(0.7);
  });
});
