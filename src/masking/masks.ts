import { inert, visibleLine } from './escape.js';

/** What stands for everything kept back; always three, so that no length is told. */
const mask = '•••';

const kindOfId = /^(?:cus|ch|py|pi|promo)_/;

/** `j•••@e•••.com`: first letters and the top-level domain. A part of one letter is kept back whole. */
export function maskEmail(email: string | null): string {
  if (!email) return '';
  const at = email.lastIndexOf('@');
  if (at < 0) return mask;
  const labels = email.slice(at + 1).split('.');
  // In small letters first: İ becomes two signs, and a mark is no letter.
  const top = labels.length > 1 ? labels.at(-1)?.toLowerCase() : undefined;
  const ending = top && /^(\p{L}{2,10}|xn--[a-z0-9]{2,20})$/u.test(top) ? `.${top}` : '';
  return `${firstOf(email.slice(0, at))}${mask}@${firstOf(labels[0] ?? '')}${mask}${ending}`;
}

function firstOf(part: string): string {
  const points = [...part.slice(0, 8)];
  const first = points[0] ?? '';
  return points.length > 1 && /^[\p{L}\p{N}]$/u.test(first) ? first : '';
}

/** "J. R.": the first letters of the first and the last word; '' when there is no letter. */
export function initials(name: string | null): string {
  const words = (name ?? '').slice(0, 5000).normalize('NFC').split(/\s+/u);
  const letters = words.flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
  const ends = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return ends.map((letter) => `${capital(letter ?? '')}.`).join(' ');
}

/** Some letters have several signs as their capital (ß, ῇ): those stay small. */
function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return [...upper].length === 1 ? upper : letter;
}

/** `ch_…aB3x`: the kind of object and its last four signs; whole where the reader may see whole ids. */
export function objectId(id: string, whole: boolean): string {
  if (whole) return inert(id, 255);
  const prefix = kindOfId.exec(id)?.[0] ?? '';
  const rest = id.slice(prefix.length);
  return `${prefix}…${/[A-Za-z0-9]{4}$/.exec(rest.length > 7 ? rest : '')?.[0] ?? ''}`;
}

/** A promotion code: whole for a campaign, `WE•••` when it is one customer's (it works for whoever has it). */
export function maskCode(code: string, bound: boolean): string {
  if (!bound) return inert(code);
  return `${/^[A-Za-z0-9]{2}(?=.{4})/u.exec(code)?.[0] ?? ''}${mask}`;
}

/** `•••• 4242`; '' when there are no last four digits. */
export function lastFour(last4: string | null): string {
  return last4 && /^\d{4}$/.test(last4) ? `•••• ${last4}` : '';
}

/** What the asker typed to find someone, as it may stand on a card: an address, an id or a name, masked. */
export function maskAsked(asked: string, whole: boolean): string {
  if (asked.includes('@')) return maskEmail(asked);
  if (kindOfId.test(asked)) return objectId(asked, whole);
  return initials(asked) || mask;
}

/** Free text of Stripe's (a coupon's name): inert, without addresses, long numbers and keys that someone put there. */
export function maskFreeText(text: string | null): string {
  // What nobody sees is gone first: a sign without width would hide a number from the rules below.
  const words = visibleLine((text ?? '').slice(0, 5000)).split(' ');
  const kept = words.map((word) => (/[@\ufe6b\uff20]/.test(word) ? mask : word)).join(' ');
  return inert(kept.replace(key, mask).replace(longNumber, mask));
}

/** Ten digits or more, of any script, with up to three other signs between two of them. */
const longNumber = /\p{Nd}(?:[^\p{L}\p{N}]{0,3}\p{Nd}){9,}/gu;
const key = /(?<![A-Za-z0-9])(?:[sr]k|pk|whsec)_\w+/gi;
