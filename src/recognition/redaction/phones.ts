import { withoutCalendar } from './digitRuns.js';
import type { Find, Span } from './span.js';

/** Digits with what people put between those of a telephone number, from the first one on. */
const candidate =
  /(?=[+(\d])(?<![\p{L}\p{N}]|\p{N}[.,:/-])(?:\+ ?)?[+(]{0,2}\d+(?:[ \t.()/\u00b7-]{1,3}\d+)*/gu;
const extension = /^[\s,]{0,2}(?:ext(?:ension)?|x|durchwahl|poste|apt)\.? ?\d{1,6}(?!\d)/u;

const join = String.raw`\W{0,3}(?:(?:number|no|nr|num|nummer|is|was|at|on|me|him|her|it|them|us|back|to|under|unter|ist|lautet|es|est|a|al)\W{1,3}){0,4}$`;
const phoneWord = new RegExp(
  String.raw`(?<!\p{L})(?:(?:tele|mobile |cell |smart)?phone|tel|telefon|telefono|teléfono|téléphone|telefone|телефон|mobile|mob|cell|cellphone|handy|mobil|móvil|portable|fax|whats ?app|signal|viber|sms|hotline|landline|call|called|dial|ring|text)s?${join}`,
  'u',
);
/** What is numbered by these is no telephone, whatever its shape. */
const otherNumber =
  /(?<!\p{L})(?:order|invoice|bill|ticket|tracking|reference|ref|case|id|sku|po|serial|version|error|build|receipt|parcel|isbn|ean|article|item|contract|policy|rechnung|bestellung|auftrag|pedido|commande)s?(?:\W{0,3}(?:number|no|nr|id|code|is|#)){0,2}\W{0,3}$/u;
const customerWord = /(?<!\p{L})(?:customer|client|number|of|by|from|for|find|who is)\W{0,3}$/u;

/** Finds telephone numbers: by a plus or a trunk zero, by a country's way of grouping, by the word before. */
export const findPhones: Find = (_text, lower) =>
  [...withoutCalendar(lower).matchAll(candidate)].flatMap((match): Span[] => {
    const written = match[0].trimEnd();
    const before = lower.slice(Math.max(0, match.index - 40), match.index);
    if (!isPhone(written, before)) return [];
    const end = match.index + written.length;
    const more = extension.exec(lower.slice(end, end + 24))?.[0].length ?? 0;
    return [{ kind: 'phone', start: match.index, end: end + more }];
  });

function isPhone(written: string, before: string): boolean {
  const count = written.replace(/\D/g, '').length;
  if (count < 7 || count > 17 || isOtherNotation(written)) return false;
  if (phoneWord.test(before)) return true;
  if (otherNumber.test(before) || /[\p{L}\p{N}][-_.:/#]$/u.test(before)) return false;
  return shapes.some((shape) => shape.test(written) && count >= 8) || isTrunk(written, before, count);
}

/** A whole day in eight digits, an address of a computer, thousands with points. */
const isOtherNotation = (written: string): boolean =>
  /^(?:20\d{6}|\d{1,3}(?:\.\d{1,3}){3}|\d{1,3}(?:\.\d{3})+)$/.test(written);

const shapes: readonly RegExp[] = [
  /^\+ ?\(?[1-9](?:\D{0,3}\d){7,15}$/,
  /^\(?\+\(?[1-9](?:\D{0,3}\d){7,15}$/,
  /^00[1-9]\d{0,2}[ .()/-]+\d(?:\D{0,3}\d){5,13}$/,
  /^(?:\(?1\)?[ .-]{1,2})?\(?[2-9]\d\d(?:\)[ .-]{0,2}|[ .-]{1,3})\d{3}[ .-]{1,3}\d{4}$/,
  /^(?:\d )?\(\d{2,4}\)[ .-]?\d{3,5}(?:[ .-]\d{2,4})+$/,
];

/** "020 7946 0958", "(02) 5550 1234"; in one piece only where a customer is named by it. */
function isTrunk(written: string, before: string, count: number): boolean {
  if (count < 9 || count > 12) return false;
  if (/^0[1-9]\d+$/.test(written)) return count < 12 && customerWord.test(before);
  return /^(?:\(0[1-9]\d{0,4}\)|0[1-9]\d{0,4}(?!\d))(?:[ .()/-]{0,3}\d{2,})+$/.test(written);
}
