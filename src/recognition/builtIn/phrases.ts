import { wordClasses } from './wordClasses.js';

/** At most so many words may stand in for a repeated part. */
const MOST_REPEATS = 6;

const source = (words: string): string =>
  words
    .split('|')
    .map((word) => word.replaceAll('_', ' ').replace(/\((\w+)\)/g, '(?:$1)?'))
    .join('|');

/** `{person}` stands for the words of that class. */
const withClasses = (part: string): string => {
  const open = part.replace(/\{([a-z]+)\}/gi, (_, name: string) => classOf(name));
  return open === part ? open : withClasses(open);
};

const classOf = (name: string): string => (wordClasses[name] ?? name).trim().split(/\s+/).join('|');

/** `please|$` is "please" or the end. */
const orEnd = (words: string): string =>
  words.endsWith('|$') ? `(?:(?:${words.slice(0, -2)}) |$)` : `(?:${words}) `;

function pattern(part: string): string {
  if (part === '^' || part === '$') return part;
  if (part === '<>') return '(\\S+(?: \\S+){0,6}?) ';
  const gap = /^\.\.(\d?)$/.exec(part);
  if (gap) return `(?:\\S+ ){0,${gap[1] || 3}}?`;
  const [, not = '', words = '', times = ''] = /^(!?)(.+?)([?*+]?)$/.exec(part) ?? [];
  const one = orEnd(source(withClasses(words)));
  if (not) return `(?!${one})`;
  if (times === '?') return `(?:${one})?`;
  if (times === '*') return `(?:${one}){0,${MOST_REPEATS}}`;
  return times === '+' ? `(?:${one}){1,${MOST_REPEATS}}` : one;
}

/**
 * Compiles phrases, one a line, into one test of a clause's text. Between blanks stand words: `a|b` either, `two_words`
 * in a row, `coupon(s)` with or without, `{class}` any word of that class; `x?` may be missing, `x*` and `x+` repeat,
 * `..` is up to three other words and `..5` up to five, `!x` must not follow, `^` opens the clause, `$` ends it, and
 * `<>` are the words to take out.
 */
export function phrases(lines: string): (text: string) => boolean {
  const compiled = compile(lines);
  return (text) => compiled.test(`${text} `);
}

/** The same as one pattern over a text that ends with a blank, for those who need the place. */
export function compile(lines: string, flags = ''): RegExp {
  const each = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => line.split(/\s+/).map(pattern).join(''));
  return new RegExp(`(?<![^ ])(?:${each.join('|')})`, flags);
}

/** Compiles phrases with `<>` into a reader: for each line that fits, in order, what stands in its `<>`. */
export function reader(lines: string): (text: string) => string[][] {
  const each = lines
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => compile(line));
  return (text) =>
    each.flatMap((pattern) => {
      const found = pattern.exec(`${text} `);
      return found ? [found.slice(1)] : [];
    });
}
