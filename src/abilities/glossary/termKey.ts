/**
 * The form in which two spellings of one term are the same text: lower case, no accents, signs or articles,
 * every word singular. For comparing only, never for showing: "Promo-Codes" → "promo code",
 * "what is a payout?" → "payout".
 */
export const termKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:what (?:is|are|does)|whats|meaning of|definition of|explain) /, '')
    .replace(/ (?:means?|meaning)$/, '')
    .replace(/^(?:an?|the|our|your|my) /, '')
    .split(' ')
    .map(singular)
    .join(' ');

const singular = (word: string): string => {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ch|sh|x|ss)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
};
