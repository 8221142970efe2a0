import { nameWords } from './nameWords.js';
import type { Stretch } from './span.js';

/** A word of a sentence with what tells a name from it. */
export interface Word extends Stretch {
  raw: string;
  /** Lower case, without accents. */
  plain: string;
  /** It begins with a capital, or its script has none. */
  capital: boolean;
  /** All capitals, more than one. */
  upper: boolean;
  /** A code, an id, a mention, part of an address: no word of a name. */
  odd: boolean;
  /** Of the name behind an @. */
  mentioned: boolean;
  possessive: boolean;
  /** Everyday English, or one of our own words. */
  ordinary: boolean;
  /** What stands between it and the word before. */
  gap: string;
  /** The first of its sentence. */
  opens: boolean;
}

/** Marks that tie a word to a code, an id, an address or a mention. */
const stuckBefore = /[@/\\_#=\d\p{Sc}]$|[\d_][-.:]$/u;
const stuckAfter = /^[@/\\_=\d\p{Sc}]|^\.\p{L}|^-[\d_]/u;

const word = /[\p{L}\p{M}][\p{L}\p{M}\p{N}_]*(?:['’-](?=\p{L})[\p{L}\p{M}\p{N}_]+)*/gu;

/** The words of a folded text outside the stretches that are taken. */
export function wordsOf(text: string, taken: readonly Stretch[]): Word[] {
  const out: Word[] = [];
  const forms = new Map<string, Form>();
  let next = 0;
  for (const match of text.matchAll(word)) {
    while ((taken[next]?.end ?? Infinity) <= match.index) next++;
    if ((taken[next]?.start ?? Infinity) < match.index + match[0].length) continue;
    const form = forms.get(match[0]) ?? formOf(match[0]);
    forms.set(match[0], form);
    out.push(wordAt(text, match.index, form, out.at(-1)));
  }
  return out;
}

/** What a word tells by itself, wherever it stands. */
type Form = Pick<Word, 'raw' | 'plain' | 'capital' | 'upper' | 'odd' | 'possessive' | 'ordinary'>;

function formOf(whole: string): Form {
  const raw = whole.replace(/['’]s$/iu, '');
  const plain = nameWords.plain(raw);
  return {
    raw,
    plain,
    capital: /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(raw),
    upper: /^\p{Lu}[\p{Lu}\p{M}'’-]+$/u.test(raw),
    odd: /[\d_]/.test(raw),
    possessive: raw.length < whole.length,
    ordinary: nameWords.isOrdinary(plain),
  };
}

function wordAt(text: string, start: number, form: Form, last: Word | undefined): Word {
  const end = start + form.raw.length;
  const gap = text.slice(last?.end ?? 0, start).replace(/^['’]s/iu, '');
  const mentioned =
    gap.endsWith('@') || (last?.mentioned === true && gap === ' ' && /^\p{Lu}/u.test(form.raw));
  const stuck =
    stuckBefore.test(text.slice(Math.max(0, start - 2), start)) || stuckAfter.test(text.slice(end, end + 2));
  // Spelled out: a spread costs ten times as much, and a message may have thousands of words.
  return {
    raw: form.raw,
    plain: form.plain,
    capital: form.capital,
    upper: form.upper,
    ordinary: form.ordinary,
    start,
    end,
    gap,
    mentioned,
    odd: form.odd || mentioned || stuck,
    possessive:
      form.possessive || (form.raw.endsWith('s') && /^['’](?!\p{L})/u.test(text.slice(end, end + 2))),
    opens: last === undefined || (gap !== ' ' && /[.!?;\n](?!\S)/.test(gap)),
  };
}
