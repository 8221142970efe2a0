import { wordClasses } from './wordClasses.js';

/** At most so many words may stand in for a repeated part. */
const MOST_REPEATS = 6;

/** One line of phrases: its pattern, and the words it can begin with; `undefined` when that may be any. */
export interface PhraseLine {
  source: string;
  firsts: ReadonlySet<string> | undefined;
}

interface Part {
  kind: 'start' | 'end' | 'gap' | 'taken' | 'not' | 'words';
  words: string[];
  /** How often it stands: `?`, `*`, `+`, or once. */
  times: string;
  most: number;
}

const classOf = (name: string): string => (wordClasses[name] ?? name).trim().split(/\s+/).join('|');

/** `{person}` stands for the words of that class. */
const withClasses = (part: string): string => {
  const open = part.replace(/\{([a-z]+)\}/gi, (_, name: string) => classOf(name));
  return open === part ? open : withClasses(open);
};

function partOf(written: string): Part {
  if (written === '^') return { kind: 'start', words: [], times: '', most: 0 };
  if (written === '$') return { kind: 'end', words: [], times: '', most: 0 };
  if (written === '<>') return { kind: 'taken', words: [], times: '', most: 0 };
  const gap = /^\.\.(\d?)$/.exec(written);
  if (gap) return { kind: 'gap', words: [], times: '', most: Number(gap[1] || 3) };
  const [, not = '', words = '', times = ''] = /^(!?)(.+?)([?*+]?)$/.exec(written) ?? [];
  return { kind: not ? 'not' : 'words', words: alternatives(withClasses(words)), times, most: 0 };
}

const alternatives = (words: string): string[] =>
  words.split('|').map((word) => word.replaceAll('_', ' ').replace(/\((\w+)\)/g, '(?:$1)?'));

/** `please|$` is "please" or the end. */
const orEnd = (words: readonly string[]): string =>
  words.at(-1) === '$' ? `(?:(?:${words.slice(0, -1).join('|')}) |$)` : `(?:${words.join('|')}) `;

function sourceOf({ kind, words, times, most }: Part): string {
  if (kind === 'start') return '^';
  if (kind === 'end') return '$';
  if (kind === 'taken') return '(\\S+(?: \\S+){0,6}?) ';
  if (kind === 'gap') return `(?:\\S+ ){0,${most}}?`;
  const one = orEnd(words);
  if (kind === 'not') return `(?!${one})`;
  if (times === '?') return `(?:${one})?`;
  if (times === '*') return `(?:${one}){0,${MOST_REPEATS}}`;
  return times === '+' ? `(?:${one}){1,${MOST_REPEATS}}` : one;
}

const PLAIN_WORD = /^[a-z0-9~'#&-]+$/;

/** The words that a line can begin with; `undefined` when nothing tells. */
function firstsOf(parts: readonly Part[]): ReadonlySet<string> | undefined {
  const firsts = new Set<string>();
  for (const { kind, words, times } of parts) {
    if (kind === 'start') continue;
    if (kind !== 'words') return undefined;
    const spelt = words.flatMap((word) => forms(word.split(' ')[0] ?? ''));
    if (!spelt.every((word) => PLAIN_WORD.test(word))) return undefined;
    for (const word of spelt) firsts.add(word);
    if (times !== '?' && times !== '*') return firsts;
  }
  return undefined;
}

/** "coupon(s)" is "coupon" and "coupons". */
function forms(word: string): string[] {
  const [, stem, ending] = /^(.*)\(\?:(\w+)\)\?$/.exec(word) ?? [];
  return stem !== undefined && ending !== undefined ? [stem, stem + ending] : [word];
}

/** Reads lines of phrases; see `phrases`. */
export const phraseLines = (lines: string): PhraseLine[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const parts = line.split(/\s+/).map(partOf);
      return { source: parts.map(sourceOf).join(''), firsts: firstsOf(parts) };
    });
