import type { Asked } from './frame.js';
import { compile } from './phrases.js';

const NOUNS: [Asked, RegExp][] = [
  ['list_charges', compile('{charges}|{charge}|{refunds}|{disputes}|{failures}|~charge', 'g')],
  ['list_coupons', compile('{coupons}|{coupon}', 'g')],
  ['list_customers', compile('{customers}|{customer}', 'g')],
];

interface Noun {
  asks: Asked;
  at: number;
  end: number;
}

/** The kind that a clause is about by its nouns: the first one, and of nouns in a row the last ("customer payments"). */
export function headNoun(text: string): Noun | undefined {
  const found = NOUNS.flatMap(([asks, pattern]) =>
    [...`${text} `.matchAll(pattern)].map((match) => ({
      asks,
      at: match.index,
      end: match.index + match[0].length - 1,
    })),
  ).sort((a, b) => a.at - b.at);
  let head = found[0];
  for (const noun of found.slice(1)) {
    if (!head || noun.at > head.end + (text.slice(head.end, head.end + 3) === " 's" ? 4 : 1)) break;
    head = noun;
  }
  return head;
}
