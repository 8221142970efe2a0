import { escapeAt } from './escapes.js';
import type { Stretch } from './span.js';

/** A text as the finders read it; its character `i` stands for the source from `starts[i]` to `ends[i]`. */
export interface Folded {
  source: string;
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

/**
 * Reads a text as a person sees it, so that no way of writing carries an identifier past the finders: digits of any
 * script, wide and ringed forms as plain ones, every blank and dash as one, characters that nobody sees left out,
 * escapes of HTML, Markdown and URLs resolved.
 */
export function fold(source: string): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const read = new Map<string, string>();
  let before = '';
  for (let at = 0; at < source.length; ) {
    const { char, length } = escapeAt(source, at) ?? charAt(source, at);
    const seen = asSeen(char, before, read);
    for (let i = 0; i < seen.length; i++) {
      starts.push(at);
      ends.push(at + length);
    }
    parts.push(seen);
    before = seen === '' ? before : seen;
    at += length;
  }
  return { source, text: parts.join(''), starts, ends };
}

/** The stretch of the source that a stretch of the folded text was read from. */
export const unfolded = ({ starts, ends, source }: Folded, { start, end }: Stretch): Stretch => ({
  start: starts[start] ?? source.length,
  end: ends[end - 1] ?? source.length,
});

function charAt(source: string, at: number): { char: string; length: number } {
  const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return { char, length: char.length };
}

/** First and last code of what nobody sees and Unicode does not call a control: fillers, selectors, a keycap's box. */
const fillers = [
  [0x034f, 0x034f],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x20e3, 0x20e3],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xffa0, 0xffa0],
  [0xe0100, 0xe01ef],
] as const;

/** Controls, joiners, soft hyphens, marks of direction and fillers; tabs and ends of lines are seen. */
function isUnseen(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return (
    /^(?![\t\n\r])[\p{Cc}\p{Cf}]$/u.test(char) || fillers.some(([from, to]) => code >= from && code <= to)
  );
}

/** What stands for any sign that takes two units and is no letter: half of one, alone, slows every pattern. */
const sign = '\ufffd';

/** More than so many characters are a whole word in one sign, and no way to write a number. */
const longestForm = 4;

/** @param read what was read before, by character: to read one anew costs */
function asSeen(char: string, before: string, read: Map<string, string>): string {
  if (char > ' ' && char < '\u007f') return char;
  if (/\d$/.test(before) && /^\p{M}$/u.test(char)) return '';
  const known = read.get(char) ?? formOf(char);
  read.set(char, known);
  return known;
}

function formOf(char: string): string {
  if (isUnseen(char)) return '';
  if (/^\p{Nd}$/u.test(char)) return digitOf(char);
  if (/^\p{Zs}$/u.test(char)) return ' ';
  if (/^[\p{Zl}\p{Zp}]$/u.test(char)) return '\n';
  if (/^[\p{Pd}\u2212]$/u.test(char)) return '-';
  if (/^[\u3002\uff61\uff0e\u2024]$/.test(char)) return '.';
  if (/^[\u{10000}-\u{10ffff}\p{Cs}]$/u.test(char) && !/^[\p{L}\p{N}]$/u.test(char)) return sign;
  const form = ringed(char) ?? char.normalize('NFKC');
  return form.length > longestForm ? char : form;
}

/** Each script's digits stand in a row that begins where the last hex digit of the code is 0 or 6. */
function digitOf(char: string): string {
  const plain = char.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  const code = char.codePointAt(0) ?? 0;
  const rowBegins = /^\p{Nd}$/u.test(String.fromCodePoint(code & ~0xf)) ? 0 : 6;
  return String((code & 0xf) - rowBegins);
}

/** First and last code of the ringed digits that Unicode does not call a form of plain ones, and the first's value. */
const rings = [
  [0x24f5, 0x24fd, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277e, 1],
  [0x2780, 0x2788, 1],
  [0x278a, 0x2792, 1],
] as const;

function ringed(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0;
  const row = rings.find(([first, last]) => code >= first && code <= last);
  return row && String(code - row[0] + row[2]);
}
