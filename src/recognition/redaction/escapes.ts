/** Named characters of HTML that people paste between digits or into addresses. */
const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  ndash: '-',
  mdash: '-',
  minus: '-',
  hyphen: '-',
  middot: '\u00b7',
  bull: '\u2022',
  commat: '@',
  period: '.',
  lowbar: '_',
  colon: ':',
  equals: '=',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** How each kind of escape looks from its first character on; all of them are of bounded length. */
const entity = /&(?:amp;){0,3}(?:#(?<code>\d{1,7})|#x(?<hex>[0-9a-f]{1,6})|(?<name>[a-z]{2,8}));/iy;
const tag =
  /<\/?(?:at|b|br|code|div|em|font|h\d|i|img|li|ol|p|pre|s|span|strong|sub|sup|table|td|th|tr|u|ul|wbr)(?:\s?\/?>|(?=\s))/iy;
const markdown = /\\(?<mark>[!-/:-@[-`{-~])/y;
const url = /%(?<hex>20(?=[\p{N}%._-])|2[bde]|40|5f)/iuy;

/**
 * The character that an escape of HTML, Markdown or a URL stands for where one begins at `at`; a tag is a
 * blank, that of a mention the sign of one.
 */
export function escapeAt(source: string, at: number): { char: string; length: number } | undefined {
  const first = source[at];
  if (first === '&') return read(entity, source, at);
  if (first === '<') return read(tag, source, at);
  if (first === '\\') return read(markdown, source, at);
  if (first === '%') return read(url, source, at);
  return undefined;
}

function read(pattern: RegExp, source: string, at: number): { char: string; length: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  const char = match && charOf(match[0], match.groups ?? {});
  return char ? { char, length: match[0].length } : undefined;
}

function charOf(
  found: string,
  { code, hex, name, mark }: Record<string, string | undefined>,
): string | undefined {
  if (/^<at\b/i.test(found)) return '@';
  if (mark) return mark;
  if (name) return named[name.toLowerCase()];
  const point = hex ? Number.parseInt(hex, 16) : Number(code ?? 32);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
