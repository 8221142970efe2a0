import type { Clause } from './clauses.js';
import type { Draft } from './draft.js';
import type { Frame } from './frame.js';
import type { Item } from './item.js';
import { phrases } from './phrases.js';

const forThem = phrases('him|her|them|his');

/** Gives a request that has only a pronoun the customer whom the sentence named before: "an email from tom@…: is he a customer?". */
export function resolvePronoun(frame: Frame, draft: Draft): void {
  const who = named(draft);
  if (who === undefined) return;
  if (frame.about === 'which_customer' && frame.waiting) {
    frame.asks = frame.waiting;
    frame.rule = 'pronoun';
    frame.slots = { ...frame.slots, customers: [who] };
    delete frame.about;
    delete frame.waiting;
  } else if (frame.asks === 'create_coupon' && frame.clauses.some(({ text }) => forThem(text)))
    frame.clauses.push(forCustomer(who));
}

/** The last customer that the sentence has named. */
const named = ({ frames, waiting, customers }: Draft): string | undefined =>
  [...frames, ...waiting].flatMap(({ slots }) => slots.customers).at(-1) ?? customers?.at(-1);

function forCustomer(who: string): Clause {
  const word = who.includes('@') ? '~mail' : /^cus_/.test(who) ? '~cus' : '~name';
  const items: Item[] = [
    { word: 'for', raw: 'for' },
    { word, raw: who },
  ];
  return { items, text: `for ${word}`, joint: ',', next: ',', asked: false };
}
