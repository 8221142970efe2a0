import type { Identifier } from './identifier.js';
import { nameWords } from './nameWords.js';

const local = String.raw`[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_\x60{|}~-]`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,62})`;
const ending = String.raw`(?:xn--[a-z0-9-]{1,59}|\p{L}[\p{L}\p{M}]{1,62})(?![\p{L}\p{N}])`;
const host = String.raw`(?:(?:${label}\.)+${ending}|\[[\d.]{7,15}\])`;
/** The chain behind it is of addresses that were written without a blank between. */
const tight = new RegExp(
  String.raw`(?:(?<!${local})(?<name>${local}+)|"(?<quoted>[^"\n]{1,64})")@(?<host>${host}(?:${local}*@${host})*)`,
  'giu',
);
const loose = new RegExp(`(?<!${local})(?<name>${local}+)(?: @ ?|@ )(?<host>${host})`, 'giu');
const at = String.raw`\s?[[({<]\s?(?:at|@)\s?[\])}>]\s?| at `;
const dot = String.raw`\s?[[({<]\s?(?:dot|\.)\s?[\])}>]\s?| dot `;
const spelled = new RegExp(
  String.raw`(?<![\p{L}\p{N}._-])(?<name>[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63})(?:${at})(?<host>[\p{L}\p{N}-]{1,63}(?:(?:${dot}|\.)[\p{L}\p{N}-]{1,63}){0,4}(?:${dot})\p{L}{2,24})(?![\p{L}\p{N}])`,
  'giu',
);

/** Finds e-mail addresses, also "jane (at) example (dot) com". The value is what to search by. */
export const findEmails = (text: string): Identifier[] => [
  ...(text.includes('@') ? writtenIn(text) : []),
  ...(/dot|[[({<] ?\./i.test(text) ? spelledIn(text) : []),
];

function writtenIn(text: string): Identifier[] {
  const parted = [...text.matchAll(loose)].filter((match) => !isMention(match));
  return [...text.matchAll(tight), ...parted].map((match) => addressOf(text, match));
}

const spelledIn = (text: string): Identifier[] =>
  [...text.matchAll(spelled)].map((match) => ({
    kind: 'customer',
    value: `${match.groups?.name}@${match.groups?.host?.replace(new RegExp(dot, 'giu'), '.')}`,
    start: match.index,
    end: match.index + match[0].length,
  }));

/** "payments @till.bot": a word, and a mention. */
const isMention = ({ 0: found, groups }: RegExpExecArray): boolean =>
  / @\S/.test(found) && nameWords.isOrdinary(nameWords.plain(groups?.name ?? ''));

/** What belongs to a query ("email=", "?to=") or to marks of emphasis around it is not the address's. */
function addressOf(text: string, match: RegExpExecArray): Identifier {
  const end = match.index + match[0].length;
  const { name = '', quoted, host = '' } = match.groups ?? {};
  const around = /^[*_~`'|]+/.exec(name)?.[0] ?? '';
  const emphasised = around !== '' && text.startsWith([...around].reverse().join(''), end);
  const whole = name.slice(emphasised ? around.length : 0);
  const own = whole.slice(
    Math.max(...['=', '?', '&', '/', '|', '{'].map((mark) => whole.lastIndexOf(mark))) + 1,
  );
  const value = `${quoted ? `"${quoted}"` : own || whole}@${host}`;
  const start = quoted ? match.index : match.index + name.length - (own || whole).length;
  return { kind: 'customer', value, start, end };
}
