import { countsOn, digitRuns, type Group } from './digitRuns.js';
import { beginsAsCard, isCard, isLuhn, isOfNetwork } from './luhn.js';
import { type Find, joined, type Stretch } from './span.js';

/** Shortest and longest number of a card (ISO/IEC 7812-1 allows up to 19). */
const shortest = 12;
const longest = 19;
/** A number is written in at most so many groups, unless it is written digit by digit or pair by pair. */
const mostGroups = 8;

/** Finds card numbers, however they are parted, with the date and the security code that follow them. */
export const findCards: Find = (_text, lower) =>
  digitRuns(lower)
    .flatMap((run) => (countsOn(run) ? [] : joined(cardsIn(run, lower))))
    .map((card) => ({ ...card, kind: 'card', end: endOfCard(lower, card.end) }));

function cardsIn(run: readonly Group[], text: string): Stretch[] {
  const all = run.map(({ digits }) => digits).join('');
  const found: Stretch[] = run.filter((group) => isCardAlone(group, text));
  for (let at = 0, from = 0; at < run.length; from += run[at]?.digits.length ?? 0, at++) {
    if (at > 0 && !beginsAsCard(all.slice(from, from + 4))) continue;
    for (let end = at, to = from; end < run.length && to - from < longest; end++) {
      to += run[end]?.digits.length ?? 0;
      if (to - from < shortest || to - from > longest) continue;
      const digits = all.slice(from, to);
      if ((isLuhn(digits) || at === 0) && isNumberOfCard(digits, run.slice(at, end + 1), { run, text }))
        found.push({ start: run[at]?.start ?? 0, end: run[end]?.end ?? 0 });
    }
  }
  return found;
}

function isNumberOfCard(
  digits: string,
  groups: readonly Group[],
  { run, text }: { run: readonly Group[]; text: string },
): boolean {
  const whole = groups.length === run.length;
  if (groups.slice(1).some(({ listed }) => listed)) return whole && isLuhn(digits) && isShapedAsCard(groups);
  if (isCard(digits)) return (whole || isOneNumber(groups)) && !isAmount(groups, text);
  if (groups[0] === run[0] && isOfNetwork(digits) && isCalledCard(text, groups[0]?.start ?? 0)) return true;
  return whole && isLuhn(digits) && isShapedAsCard(groups);
}

/** In one piece any network's number, known or not, is told by its check digit. */
const isCardAlone = (group: Group, text: string): boolean =>
  group.digits.length > longest
    ? holdsCard(group.digits)
    : group.digits.length > shortest && isLuhn(group.digits) && !isTime(group, text);

/** Milliseconds since 1970, called so: no network's numbers begin with a 1. */
const isTime = (group: Group, text: string): boolean =>
  /^1\d{12}$/.test(group.digits) &&
  /(?:ms|millis\w*|milliseconds|timestamp|unix|epoch|time|created)\W{0,3}$/.test(
    text.slice(Math.max(0, group.start - 16), group.start),
  );

const isOneNumber = (groups: readonly Group[]): boolean =>
  groups.length <= mostGroups ||
  groups.slice(1, -1).every(({ digits }) => digits.length === groups[0]?.digits.length);

/** Groups as cards are embossed: any network's number may be written so. */
const isShapedAsCard = (groups: readonly Group[]): boolean =>
  /^(?:4 4 4 4(?: [1-3])?|4 4 4 [1-3]|4 6 [45]|(?:1 ?){13,})$/.test(
    groups.map(({ digits }) => digits.length).join(' '),
  );

/** "12,345,678,901.23": thousands, and a part behind another mark. */
function isAmount(groups: readonly Group[], text: string): boolean {
  if (groups[1]?.digits.length !== 3) return false;
  const written = text.slice(groups[0]?.start, groups.at(-1)?.end);
  return /^\d{1,3}([.,'’ ])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d{1,2})?$/.test(written);
}

/** Mistyped, a card's number is still nearly all of it: the word before is enough. */
const isCalledCard = (text: string, at: number): boolean =>
  /(?:\b(?:card|pan|cc|karte|kreditkarte|kartennummer|tarjeta|carte|carta|cartão|kaart)|カード|карт[аыу])(?:\W{0,3}(?:number|no|nr|num|is|was|ending|numero|número)){0,2}\W{0,3}$/u.test(
    text.slice(Math.max(0, at - 40), at),
  );

/** More digits than a card has, in one piece: another number, or its date and code, stands without a blank. */
const holdsCard = (digits: string): boolean =>
  [14, 15, 16, 19].some((length) => isCard(digits.slice(0, length)) || isCard(digits.slice(-length)));

const expiry =
  /^[^\p{L}\p{N}]{0,6}(?:(?:exp|expires?|expiry|expiration|valid|good|gültig|bis|thru|until|to|date|mm[/-]?yy)[^\p{L}\p{N}]{0,3}){0,3}(?:0?[1-9]|1[0-2])\s?[/\-. ]\s?(?:20)?[2-4]\d(?!\d)/u;
const code = /^[^\p{L}\p{N}]{1,5}\d{3,4}(?![\p{L}\p{N}]|[.,]\d)/u;

function endOfCard(text: string, end: number): number {
  const dated = end + (expiry.exec(text.slice(end, end + 60))?.[0].length ?? 0);
  return dated + (code.exec(text.slice(dated, dated + 12))?.[0].length ?? 0);
}
