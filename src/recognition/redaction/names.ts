import type { Identifier } from './identifier.js';
import { lowerNames } from './lowerNames.js';
import { endOfRun, isTitled } from './nameRuns.js';
import { nameWords } from './nameWords.js';
import { readQuotes } from './quotedNames.js';
import { joined, type Stretch } from './span.js';
import { type Word, wordsOf } from './words.js';

/** What a sentence is like as a whole, for the names in it. */
interface Talk {
  text: string;
  titled: boolean;
  /** Enough everyday English in it that a capital inside a sentence tells a name. */
  english: boolean;
  /** It asks what a word means. */
  explains: boolean;
  /** It speaks of a coupon, which may bear a name. */
  coupons: boolean;
}

/**
 * Finds names of people and firms where a customer is asked for: capitalised, in quotes, or in small letters behind
 * "customer" or "payments by". What names a coupon or a code is the user's own term and is left.
 */
export function findNames(text: string, taken: readonly Stretch[]): Identifier[] {
  const { names, terms } = readQuotes(text, asksMeaning.test(text));
  const words = wordsOf(text, joined([...taken, ...names, ...terms]));
  const talk = talkOf(text, words);
  const found: Stretch[] = [];
  for (let at = 0; at < words.length; ) {
    const end = endOfRun(words, at, talk.titled);
    const stretch = { start: words[at]?.start ?? 0, end: words[end - 1]?.end ?? 0 };
    if (end > at && isAskedFor(words, { at, end }, talk, found.at(-1)?.end)) found.push(stretch);
    at = Math.max(end, at + 1);
  }
  const lower = talk.english && !talk.explains ? lowerNames(words) : [];
  return [...names, ...found, ...lower].map(({ start, end }) => ({
    kind: 'customer',
    value: text.slice(start, end),
    start,
    end,
  }));
}

const asksMeaning =
  /^\W*(?:(?:please|hey|hi|and|so|can you|could you) )*(?:what(?:'s|’s| is| are| does| do| was)|explain|define|meaning|difference|tell me what)(?!\p{L})/iu;

function talkOf(text: string, words: readonly Word[]): Talk {
  const small = words.filter(({ capital }) => !capital);
  return {
    text,
    titled: isTitled(words),
    english: small.filter(({ ordinary }) => ordinary).length >= small.length / 2,
    explains: asksMeaning.test(text),
    coupons: /%|percent|prozent|coupon|voucher|discount|promo|gutschein|rabatt|\boff\b|\bcode\b/i.test(text),
  };
}

function isAskedFor(
  words: readonly Word[],
  { at, end }: { at: number; end: number },
  talk: Talk,
  lastEnd: number | undefined,
): boolean {
  const [first, last, next] = [words[at], words[end - 1], words[end]];
  if (!first || !last) return false;
  const before = first.opens ? undefined : words[at - 1];
  if (isTerm(words, at, talk) || nameWords.greets(before?.plain ?? '')) return false;
  const lead =
    before !== undefined &&
    (before.end === lastEnd || (nameWords.leads(before.plain) && /^[^,;/|]*$/.test(first.gap)));
  if (!/^[\p{Lu}\p{Lt}]/u.test(first.raw)) return lead;
  if (isShout(words.slice(at, end), talk.text)) return lead || last.possessive;
  if (last.possessive || (before && nameWords.leadsSurely(before.plain))) return true;
  if (talk.explains || isOfCoupon(words, end)) return false;
  const follows = next !== undefined && /^[\s:,-]*$/.test(next.gap) && nameWords.follows(next.plain);
  if (end - at === 1 && first.ordinary && !nameWords.isGiven(first.plain)) return false;
  if (lead || follows || end - at > 1 || end - at === words.length) return true;
  return first.opens ? /^ ?:/.test(next?.gap ?? '') : talk.english && !talk.titled && isFree(before);
}

/** All in capitals it may be a code, an abbreviation, or a whole message that shouts. */
const isShout = (run: readonly Word[], text: string): boolean =>
  run.every(({ upper }) => upper) ||
  /^ ?[-#:]? ?\d/.test(text.slice(run.at(-1)?.end ?? 0, (run.at(-1)?.end ?? 0) + 4));

/** "called Spring Sale", "name it Trade-in", "code CREW": the coupon's own name, unless a customer is called so. */
function isTerm(words: readonly Word[], at: number, { text, coupons }: Talk): boolean {
  const back = /^(?:it|them|this|that|is|as|to|be)$/.test(words[at - 1]?.plain ?? '') ? 2 : 1;
  const naming = words[at - back];
  if (!naming || !nameWords.names(naming.plain) || /[.!?\n]\s/.test(words[at]?.gap ?? '')) return false;
  if (back === 2 && /^(?:call|name|title|label)$/.test(naming.plain)) return true;
  if (/^(?:called?|name[ds]?|titled?|label.*)$/.test(naming.plain))
    return (
      coupons &&
      !nameWords.endsWithCustomer(text.slice(Math.max(0, naming.start - 40), naming.start).trimEnd())
    );
  return true;
}

/** "the Spring Sale coupon", "CREW as a code". */
const isOfCoupon = (words: readonly Word[], end: number): boolean =>
  nameWords.isCouponNoun(words[end]?.plain ?? '') ||
  (words[end]?.plain === 'as' && words.slice(end + 1, end + 3).some(({ plain }) => /^codes?$/.test(plain)));

/** A single capital is a place, a brand or an event behind these. */
const isFree = (before: Word | undefined): boolean =>
  !/^(?:in|on|at|via|using|through|the|than|like|per|during|since|until|before|after|between|this|next|last|our|about)$/.test(
    before?.plain ?? '',
  );
