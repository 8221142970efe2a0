import type { Reading } from './reading.js';
import type { Button, CardName, TakenBackView } from './views.js';

/** Cards that show what Stripe or the trail holds: they are taken back after their time. */
export const dataCards: ReadonlySet<string> = new Set([
  'charges',
  'customers',
  'coupons',
  'balance',
  'audit',
  'customerChoice',
] satisfies CardName[]);

const what: Readonly<Record<string, string>> = {
  charges: 'Charges stood here and were taken back.',
  customers: 'Customers stood here and were taken back.',
  coupons: 'Coupons stood here and were taken back.',
  balance: 'The balance stood here and was taken back.',
  audit: 'The record of who did what stood here and was taken back.',
  customerChoice: 'A choice of customers stood here and was taken back.',
  summary: 'A summary stood here and was taken back.',
};

/** "gone in 10 min", for the footer of a data card; '' where nothing is taken back. */
export function goneLine({ goes }: Reading): string {
  if (goes === undefined) return '';
  return goes.kind === 'stays' ? 'stays here until you delete it' : `gone in ${goes.minutes} min`;
}

/** The button that takes a card back at once. */
export function takeBackButton({ goes }: Reading): Button[] {
  if (goes?.kind !== 'goes') return [];
  return [{ title: 'Take back now', data: { tillkeeper: { act: 'card.takeBack', nonce: goes.id } } }];
}

/** What stands in the place of a card that was taken back. `id` finds its question again. */
export function takenBackView({ kind, id }: { kind: string; id: string }): TakenBackView {
  const text = what[kind] ?? 'What stood here was taken back.';
  const again: Button = { title: 'Show again', data: { tillkeeper: { act: 'card.showAgain', resume: id } } };
  return {
    card: 'takenBack',
    summary: text,
    text,
    // What a trigger has sent, nobody there has asked.
    buttons: kind === 'summary' ? [] : [again],
    footer: [],
  };
}
