import type { Find, Span } from './span.js';

/** How long an IBAN of each country is (SWIFT's IBAN registry). */
const lengths: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29
   ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20
   LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29
   PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20
   YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const beginning = /(?=[a-z])(?<![\p{L}\p{N}])(?<word>iban)?[a-z]{2}(?:[^\p{L}\p{N}]{0,3}\d){2}/gu;
/** Room for the longest with two marks before each character. */
const reach = 110;
const called =
  /(?:\biban|\baccount|\bkonto|\bcuenta|\bcompte|\bconto|\brekening|\bpay(?:out)? to)\b[^\p{L}\p{N}]{0,3}(?:is|no|nr|number|nummer)?[^\p{L}\p{N}]{0,3}$/u;

/** Finds IBANs by country, length and check digits; after a word such as "IBAN" also those that are mistyped. */
export const findIbans: Find = (_text, lower) =>
  [...lower.matchAll(beginning)].flatMap((match) =>
    ibanAt(lower, match.index + (match.groups?.word?.length ?? 0)),
  );

function ibanAt(text: string, start: number): Span[] {
  const length = lengths.get(text.slice(start, start + 2).toUpperCase());
  if (length === undefined) return [];
  const { characters, end } = charactersFrom(text, start, length);
  if (characters.length < length || /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))) return [];
  const mistyped = () =>
    /\d{2}.*\d{6}/.test(characters) && called.test(text.slice(Math.max(0, start - 30), start));
  return isIban(characters) || mistyped() ? [{ kind: 'iban', start, end }] : [];
}

/** The next `length` letters and digits, up to three marks or blanks between any two. */
function charactersFrom(text: string, start: number, length: number): { characters: string; end: number } {
  let characters = '';
  let end = start;
  for (let at = start; at < start + reach && characters.length < length; at++) {
    const char = text[at] ?? '';
    const plain = isPlain(char);
    if (!plain && (at - end >= 3 || char === '' || (char > '\u007f' && /[\p{L}\p{N}]/u.test(char)))) break;
    if (!plain) continue;
    characters += char;
    end = at + 1;
  }
  return { characters: characters.toUpperCase(), end };
}

const isPlain = (char: string): boolean =>
  (char >= '0' && char <= '9') || (char >= 'A' && char <= 'Z') || (char >= 'a' && char <= 'z');

/** ISO 7064 MOD 97-10: country and check digits to the end, letters as numbers, the rest by 97 is 1. */
export function isIban(characters: string): boolean {
  if (!/^[A-Z]{2}\d{2}/.test(characters)) return false;
  const turned = characters.slice(4) + characters.slice(0, 4);
  let rest = 0;
  for (let at = 0; at < turned.length; at++) {
    const code = turned.charCodeAt(at);
    rest = (code > 57 ? rest * 100 + code - 55 : rest * 10 + code - 48) % 97;
  }
  return rest === 1;
}
