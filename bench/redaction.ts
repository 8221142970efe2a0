import { pathToFileURL } from 'node:url';
import { placeholders } from '../src/recognition/placeholders.js';

/** One measurement: what, and how many milliseconds in the middle and at the 99th hundredth. */
export interface Timing {
  what: string;
  median: number;
  p99: number;
}

const sentence =
  'show the last 10 charges of jane@example.com and Mia Wolf since 2026-03-01 over 1.500,00 EUR on card ' +
  'ending 4242, order 8475 0721 2495 3539, ch_3MmlLrLkdIwHu7ix0snN0B15, then 15% off called "Spring", ';

const filled = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Times what happens to a message before it may leave: usual ones, the longest allowed, and hostile ones. */
export function benchRedaction(): Timing[] {
  return [
    timingOf('usual sentence, 190 characters', sentence, 2000),
    timingOf('2,000 characters', filled(sentence, 2000), 1000),
    timingOf('28 KB of card numbers', filled('4242 4242 4242 4242 ', 28 * 1024), 100),
    timingOf('28 KB of digits in pairs', filled('42 ', 28 * 1024), 100),
    timingOf('28 KB of names', filled('Anna Lind, ', 28 * 1024), 100),
    timingOf('28 KB of addresses', filled('a@a.co ', 28 * 1024), 100),
  ];
}

function timingOf(what: string, text: string, runs: number): Timing {
  for (let run = 0; run < runs / 5; run++) placeholders(text);
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    placeholders(text);
    return performance.now() - from;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (runs - 1))] ?? 0;
  return { what, median: at(0.5), p99: at(0.99) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const { what, median, p99 } of benchRedaction())
    process.stdout.write(`${what.padEnd(34)} median ${median.toFixed(3)} ms   p99 ${p99.toFixed(3)} ms\n`);
