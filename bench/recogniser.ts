import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { textTable } from '../src/commands/textTable.js';
import { readPlan } from '../src/recognition/builtIn/recognise.js';

/** One measurement: what was read, and milliseconds a message in the middle and at the 99th hundredth. */
export interface Timing {
  what: string;
  median: number;
  p99: number;
}

const today = '2026-03-10';
const scenario =
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days';

const filled = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** What makes rules look again and again: open quotes, misspelt words, names, negations, numbers. */
const hostile = [
  "'a ",
  '"',
  'paymnts ',
  'Anna ',
  'not not ',
  'between 1 and ',
  '10% or ',
  'what is a ',
  'who did ',
];

const openSentences = (): string[] =>
  readFileSync(new URL('../test/data/utterances.dev.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => String(JSON.parse(line).text));

/** Times the built-in recogniser on the open set, the scenario's sentence and hostile messages of 2,000 and 28,000 characters. */
export function benchRecogniser(): Timing[] {
  const sentences = openSentences();
  return [
    timingOf('the open set', sentences, 3000),
    timingOf("the scenario's sentence", [scenario], 2000),
    ...hostile.flatMap((piece) => [
      timingOf(`2,000 characters of ${JSON.stringify(piece)}`, [filled(piece, 2000)], 60),
      timingOf(`28,000 characters of ${JSON.stringify(piece)}`, [filled(piece, 28_000)], 60),
    ]),
  ];
}

function timingOf(what: string, texts: readonly string[], runs: number): Timing {
  const read = (run: number) => readPlan({ text: texts[run % texts.length] ?? '', today });
  for (let run = 0; run < runs / 3; run++) read(run);
  const times = Array.from({ length: runs }, (_, run) => {
    const from = performance.now();
    read(run);
    return performance.now() - from;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (runs - 1))] ?? 0;
  return { what, median: at(0.5), p99: at(0.99) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rows = benchRecogniser().map(({ what, median, p99 }) => [what, median.toFixed(3), p99.toFixed(3)]);
  console.log(textTable([['built-in recogniser, ms a message', 'median', 'p99'], ...rows]));
}
