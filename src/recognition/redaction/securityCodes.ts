import { type Find, spansOf } from './span.js';

const labels = [
  'c[vs][cvn]2?|cvn2?|cid2?',
  '(?:card )?(?:security|verification|validation)[ -](?:code|number|value|digits)|card code',
  String.raw`(?:(?:three|four|last|3|4) ){0,3}(?:code|digits?|number|ziffern?)(?: that \p{L}+)? (?:on|at|from) (?:the )?(?:back|rear|front)(?: side)?(?: of (?:the|my|his|her|their|a) card)?`,
  '(?:karten)?prüf(?:ziffer|nummer|zahl|code)|sicherheitscode|kartenprüfnummer',
  'c[oó]digo de seguran[cç]a|c[oó]digo de seguridad|code de s[eé]curit[eé]|cryptogramme(?: visuel)?|codice di sicurezza|beveiligingscode',
  '(?:card )?pin(?:[ -](?:code|number|nr))?',
];
const link = String.raw`(?:[\s"'“”„‘’*_()]{0,3}(?:code|number|no|nr|value|is|was|are|of|ist|lautet|es|est|[:=#\-])){0,3}[\s"'“”„‘’*_()]{0,4}`;
const digits = String.raw`(?<code>\d(?:[ .\-]?\d){2,3})(?![\d%]|[.,:/-]\d)`;
const labelled = new RegExp(
  String.raw`(?=[a-z\d])(?<![\p{L}\p{N}])(?:${labels.join('|')})${link}${digits}`,
  'gu',
);
const named =
  /(?=\d)(?<!\p{N}|\p{N}[.,:/-])(?<code>\d{3,4}) (?:is|was|as) (?:the|my|his|her|their|its|your|our)? ?(?:c[vs][cvn]2?|cid|security code|pin)(?!\p{L})/gu;

/** Finds security codes and PINs by the words around them (PCI DSS 3.3.1: they may not even be stored). */
export const findSecurityCodes: Find = (_text, lower) => [
  ...spansOf(lower, labelled, 'cvc', 'code'),
  ...spansOf(lower, named, 'cvc', 'code'),
];
