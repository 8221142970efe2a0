import { pathToFileURL } from 'node:url';
import { placeholders } from '../src/recognition/placeholders.js';

/** One measurement: what, how many milliseconds of the process in the middle and at the 99th hundredth, and what it
 * may be there. */
export interface Timing {
  what: string;
  median: number;
  p99: number;
  bar: number;
}

/** The longest message that any channel lets through, in characters. */
export const longest = 28 * 1024;

const sentence =
  'show the last 10 charges of jane@example.com and Mia Wolf since 2026-03-01 over 1.500,00 EUR on card ' +
  'ending 4242, order 8475 0721 2495 3539, ch_3MmlLrLkdIwHu7ix0snN0B15, then 15% off called "Spring", ';

/** Pieces that, over and over, make one of the patterns begin again and again without coming to its end. */
export const adversarial: readonly string[] = [
  ...['1', '1 ', '42 ', '4242 4242 4242 4242 ', '4-', '4\u200b', '٤', '+1 ', '(0', 'Anna Lind, '],
  ...['a@', 'a@a.', 'a@a.co ', '"a" ', 'Q~', 'A. ', "Anna's ", 'by xqz wvu ', '-eyJ', 'DE89 3704 '],
  ...['password is ', '://a:', '-----BEGIN ', 'one two ', 'last ', '<at', '&amp;', 'ch_1 ', sentence],
  ...['\ud800', 'ﷺ', 'Ж ', 'Ж 4: '],
];

/** A piece over and over, up to a length. */
export const filled = (piece: string, length = longest): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Times what happens to a message before it may leave: usual ones, the longest allowed, and hostile ones. */
export function benchRedaction(): Timing[] {
  return [
    timingOf('usual sentence, 190 characters', sentence, { runs: 1000, bar: 5 }),
    ...adversarial.map((piece) =>
      timingOf(`2,000 of ${named(piece)}`, filled(piece, 2000), { runs: 100, bar: 5 }),
    ),
    ...adversarial.map((piece) => timingOf(`28 KB of ${named(piece)}`, filled(piece), { runs: 50, bar: 50 })),
  ];
}

const named = (piece: string): string =>
  JSON.stringify(piece.slice(0, 20)).replace(
    /[^\x20-\x7e]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function timingOf(what: string, text: string, { runs, bar }: { runs: number; bar: number }): Timing {
  for (let run = 0; run < runs / 5; run++) placeholders(text);
  const times = Array.from({ length: runs }, () => timeOf(text)).sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(share * runs) - 1] ?? 0;
  return { what, median: at(0.5), p99: at(0.99), bar };
}

/** Milliseconds that the process worked: those it waited for other ones are not the redactor's. */
function timeOf(text: string): number {
  const before = process.cpuUsage();
  placeholders(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function lineOf({ what, median, p99, bar }: Timing): string {
  const kept = p99 > bar ? `   MISSES ${bar} ms` : '';
  return `${what.padEnd(38)} median ${median.toFixed(3).padStart(8)} ms   p99 ${p99.toFixed(3).padStart(8)} ms${kept}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const timings = benchRedaction();
  for (const timing of timings) process.stdout.write(lineOf(timing));
  const missed = timings.filter(({ p99, bar }) => p99 > bar).length;
  process.stdout.write(`${timings.length - missed} of ${timings.length} within their bar\n`);
}
