import type { ChargeFacts } from '../stripe/facts.js';
import { formatAmount, formatNumber } from './format.js';
import { type Standing, standingOf, standings } from './standing.js';

/** "8 succeeded · 1 refunded · 1 failed": how many stand how. */
export function countLine(charges: readonly ChargeFacts[], locale: string): string {
  const counts = new Map<string, number>();
  for (const charge of charges) {
    const { counts: word } = standings[standingOf(charge)];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const inOrder = [...new Set(Object.values(standings).map((standing) => standing.counts))];
  return inOrder
    .filter((word) => counts.has(word))
    .map((word) => `${formatNumber(counts.get(word) ?? 0, locale)} ${word}`)
    .join(' · ');
}

/** Net per currency of what was really paid; where nothing was, what the charges would have come to. */
export function totalLines(charges: readonly ChargeFacts[], locale: string): string[] {
  const paid = charges.filter(({ status, captured }) => status === 'succeeded' && captured);
  if (paid.length > 0) return [`Net ${sums(paid, kept, locale)}`];
  return (['pending', 'uncaptured', 'failed'] as const).flatMap((standing) => {
    const sum = sums(standingAs(charges, standing), whole, locale);
    return sum ? [`${standings[standing].word} ${sum}`] : [];
  });
}

/** "Refunded $222.16 · disputed $151.08"; a disputed charge counts in the net until its money is gone. */
export function noteLines(charges: readonly ChargeFacts[], locale: string): string[] {
  const paid = charges.filter(({ status, captured }) => status === 'succeeded' && captured);
  const refunded = sums(
    paid.filter(({ amountRefunded }) => amountRefunded > 0),
    ({ amountRefunded }) => amountRefunded,
    locale,
  );
  const disputed = sums(standingAs(paid, 'disputed'), kept, locale);
  const words = [refunded && `refunded ${refunded}`, disputed && `disputed ${disputed}`]
    .filter(Boolean)
    .join('; ');
  return words ? [words.charAt(0).toUpperCase() + words.slice(1)] : [];
}

const kept = ({ amount, amountRefunded }: ChargeFacts) => amount - amountRefunded;
const whole = ({ amount }: ChargeFacts) => amount;

function standingAs(charges: readonly ChargeFacts[], standing: Standing): ChargeFacts[] {
  return charges.filter((charge) => standingOf(charge) === standing);
}

/** Per currency, the one with the most charges first; never a sum over currencies. */
function sums(charges: readonly ChargeFacts[], of: (charge: ChargeFacts) => number, locale: string): string {
  const perCurrency = new Map<string, { sum: number; count: number }>();
  for (const charge of charges) {
    const before = perCurrency.get(charge.currency) ?? { sum: 0, count: 0 };
    perCurrency.set(charge.currency, { sum: before.sum + of(charge), count: before.count + 1 });
  }
  return [...perCurrency]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([currency, { sum }]) => formatAmount(sum, currency, locale))
    .join(' · ');
}
