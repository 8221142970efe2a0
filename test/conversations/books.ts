import { z } from 'zod';
import type { Card } from './talk.js';

/** A charge as Stripe has it, as far as these tests count on it. */
const rawCharge = z.object({
  id: z.string(),
  created: z.number(),
  amount: z.number(),
  amount_refunded: z.number(),
  currency: z.string(),
  status: z.string(),
  captured: z.boolean(),
  refunded: z.boolean(),
  disputed: z.boolean(),
  customer: z.string().nullable(),
  payment_method_details: z.looseObject({ type: z.string() }),
});

export type RawCharge = z.infer<typeof rawCharge>;

/** Stripe's charges, newest first, and of one second the one made last. */
export function chargesIn(data: { charges: readonly unknown[] } | undefined): RawCharge[] {
  return newestFirst((data?.charges ?? []).map((charge) => rawCharge.parse(charge)));
}

/** Newest first, and of one second the one made last. */
export function newestFirst<T extends { created: number }>(objects: readonly T[]): T[] {
  return objects.toReversed().sort((one, other) => other.created - one.created);
}

/** The calendar day of a moment (unix seconds) in Berlin. */
export function dayOf(created: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(created * 1000);
}

/** An amount as a reader of en-US sees it. */
export function money(minor: number, currency: string): string {
  const major = currency === 'jpy' ? minor : minor / 100;
  return major.toLocaleString('en-US', { style: 'currency', currency }).replace('-', '−');
}

/** What was paid and kept, per currency. */
export function netOf(charges: readonly RawCharge[]): string[] {
  const sums = new Map<string, number>();
  for (const { amount, amount_refunded, captured, currency, status } of charges)
    if (status === 'succeeded' && captured)
      sums.set(currency, (sums.get(currency) ?? 0) + amount - amount_refunded);
  return [...sums].map(([currency, sum]) => money(sum, currency)).sort();
}

/** How many stand how, by the words of the card. */
export function countsOf(charges: readonly RawCharge[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const charge of charges) {
    const word = wordOf(charge);
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

function wordOf({ status, disputed, captured, amount_refunded }: RawCharge): string {
  if (status !== 'succeeded') return status;
  if (disputed) return 'disputed';
  if (!captured) return 'not captured';
  return amount_refunded > 0 ? 'refunded' : 'succeeded';
}

/** The last four signs of ids, as a card shortens them. */
export function tails(objects: readonly { id: string }[]): string[] {
  return objects.map(({ id }) => id.slice(-4));
}

/** The last four signs of the ids on a card, in its order. */
export function tailsOn({ text }: Card): string[] {
  return [...text.matchAll(/(?:ch|py|cus)_…(\w{4})\b/g)].map(([, tail = '']) => tail);
}

/** The counts in a card's one sentence. */
export function countsOn({ summary }: Card): Record<string, number> {
  const counts = summary.split(': ').at(-1) ?? '';
  return Object.fromEntries(
    [...counts.matchAll(/([\d,]+) ([a-z][a-z ]*[a-z])/g)].map(([, count = '', word = '']) => [
      word,
      Number(count.replaceAll(',', '')),
    ]),
  );
}

/** The sums behind a word of a card ("Net"), each for itself. */
export function sumsOn({ text }: Card, word: string): string[] {
  const sums = new RegExp(`\\b${word} ((?:−?[^\\s\\d]\\d[\\d.,]*(?: · )?)+)`).exec(text)?.[1] ?? '';
  return sums
    .split(' · ')
    .map((sum) => sum.trim())
    .filter(Boolean)
    .sort();
}
