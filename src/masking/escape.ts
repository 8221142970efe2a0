const zeroWidth = '\u200b';

/** What a client would make a link, a mention, a date or an expression of, with the place where it is broken up. */
const live: readonly (readonly [RegExp, string])[] = [
  [/\{(?=\{)/g, '{'],
  [/\$(?=\{)/g, '$'],
  [/<(?=\/?[a-z!])/gi, '<'],
  [/\\(?=\\)/g, '\\'],
  [/\b(mailto|tel|sms|callto|sip|javascript|vbscript|data|file|https?|ftp|msteams):(?=\S)/gi, '$1:'],
  [/:(?=\/\/)/g, ':'],
  [/(?<=[\p{L}\p{N}])\.(?=\p{L})/gu, '.'],
  [/(?<=[\p{L}\p{N}._%+-])@(?=[\p{L}\p{N}])/gu, '@'],
];

/**
 * Text from outside as one line that does nothing, for TextRuns, titles and input values: no control, bidi or
 * invisible characters, no `{{`, `${`, mention, tag or address left whole, at most `cap` code points.
 */
export function inert(text: string | null | undefined, cap = 80): string {
  const start = (text ?? '').slice(0, cap * 20);
  // Most values are plain words and ids: nothing to do, ten times faster.
  if (start.length <= cap && /^\w+(?: \w+)*$/.test(start)) return start;
  return cut(
    live.reduce((rest, [sign, kept]) => rest.replace(sign, `${kept}${zeroWidth}`), visibleLine(start)),
    cap,
  );
}

/** A text as it is read: one line, without control, bidi or invisible characters and heaped accents. Not yet inert. */
export function visibleLine(text: string): string {
  return text
    .replace(/[\s\p{Zl}\p{Zp}\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .trim();
}

/** {@link inert} text for a TextBlock, whose markdown is escaped too. */
export function inertMarkdown(text: string | null | undefined, cap = 80): string {
  return inert(text, cap)
    .replace(/[\\`*_[\]()#+\-!~<>&|]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** Our own words, which may hold a word from outside: {@link inert}, and long enough for a few sentences. */
export function sentence(text: string): string {
  return inert(text, 600);
}

function cut(line: string, cap: number): string {
  const points = [...line];
  return points.length <= cap ? line : `${points.slice(0, cap - 1).join('')}…`;
}
