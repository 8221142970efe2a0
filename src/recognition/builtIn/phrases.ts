import { type PhraseLine, phraseLines } from './phraseLanguage.js';

/** The lines that can begin with a word; looked up, so that a test costs what the text is long and not what the list is. */
interface PhraseIndex {
  byFirst: ReadonlyMap<string, readonly RegExp[]>;
  byAny: readonly RegExp[];
}

const sticky = ({ source }: PhraseLine): RegExp => new RegExp(source, 'y');

function indexOf(lines: readonly PhraseLine[]): PhraseIndex {
  const byFirst = new Map<string, RegExp[]>();
  for (const line of lines) {
    const pattern = sticky(line);
    for (const word of line.firsts ?? []) byFirst.set(word, [...(byFirst.get(word) ?? []), pattern]);
  }
  return { byFirst, byAny: lines.filter(({ firsts }) => !firsts).map(sticky) };
}

/** The end of the first pattern that fits at a place, or -1. */
function endAt(patterns: readonly RegExp[], text: string, at: number): number {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return -1;
}

/**
 * Compiles phrases, one a line, into one test of a clause's text. Between blanks stand words: `a|b` either, `two_words`
 * in a row, `coupon(s)` with or without, `{class}` any word of that class; `x?` may be missing, `x*` and `x+` repeat,
 * `..` is up to three other words and `..5` up to five, `!x` must not follow, `^` opens the clause, `$` ends it, and
 * `<>` are the words to take out.
 */
export function phrases(lines: string): (text: string) => boolean {
  const { byFirst, byAny } = indexOf(phraseLines(lines));
  return (said) => {
    const text = `${said} `;
    for (let at = 0; at < text.length; ) {
      const blank = text.indexOf(' ', at);
      if (endAt(byFirst.get(text.slice(at, blank)) ?? [], text, at) >= 0 || endAt(byAny, text, at) >= 0)
        return true;
      at = blank + 1;
    }
    return false;
  };
}

/** The same as one pattern over a text that ends with a blank, for those who need the place. */
export const compile = (lines: string, flags = ''): RegExp =>
  new RegExp(
    `(?<![^ ])(?:${phraseLines(lines)
      .map(({ source }) => source)
      .join('|')})`,
    flags,
  );

/** Compiles phrases with `<>` into a reader: for each line that fits, in order, what stands in its `<>`. */
export function reader(lines: string): (text: string) => string[][] {
  const each = phraseLines(lines).map(({ source }) => new RegExp(`(?<![^ ])(?:${source})`));
  return (text) =>
    each.flatMap((pattern) => {
      const found = pattern.exec(`${text} `);
      return found ? [found.slice(1)] : [];
    });
}
