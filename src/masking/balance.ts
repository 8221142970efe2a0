import type { BalanceFacts, MoneyFacts } from '../stripe/facts.js';
import { inert } from './escape.js';
import { formatAmount, formatTime } from './format.js';
import { asOf, switchButton } from './listing.js';
import type { Reading } from './reading.js';
import { takeBackButton } from './takenBack.js';
import type { BalanceView, Money } from './views.js';

/** What the account holds; `currency` is the one asked for. */
export interface FoundBalance {
  balance: BalanceFacts;
  currency?: string;
}

/** More would not fit into what a channel takes as one message. */
const mostCurrencies = 18;

function partOf(shown: number, all: number): string[] {
  return all > shown ? [`${shown} of ${all} currencies; ask for one by its name`] : [];
}

/** The balance card before it is minted. */
export function balanceView({ balance, currency }: FoundBalance, reading: Reading): BalanceView {
  const asked = currency?.toLowerCase();
  const all = [...balance.available, ...balance.pending].map((money) => money.currency);
  const currencies = [...new Set(all)].filter((one) => !asked || one === asked);
  const shown = currencies.slice(0, mostCurrencies);
  const rows = shown.map((one) => ({
    available: moneyWords(sumOf(balance.available, one), one, 'available', reading.locale),
    pending: moneyWords(sumOf(balance.pending, one), one, 'pending', reading.locale),
  }));
  const answer = rows.length > 0 ? `Read at ${formatTime(reading.now, reading)}` : nothing(asked, reading);
  const told = rows.map(({ available, pending }) => `${spoken(available)} and ${spoken(pending)}`).join('; ');
  return {
    card: 'balance',
    summary: told ? `Balance: ${told}.` : answer,
    headline: asked ? `Balance in ${inert(asked.toUpperCase(), 8)}` : 'Balance',
    answer,
    rows,
    buttons: [...switchButton(reading), ...takeBackButton(reading)],
    footer: [...partOf(shown.length, currencies.length), asOf(reading)],
  };
}

/** Stripe may list a currency twice, by source type. */
function sumOf(moneys: readonly MoneyFacts[], currency: string): number {
  return moneys.reduce((sum, money) => (money.currency === currency ? sum + money.amount : sum), 0);
}

function moneyWords(minor: number, currency: string, word: string, locale: string): Money {
  const amount = formatAmount(minor, currency, locale);
  const named = `${inert(currency.toUpperCase(), 8)} ${word}`;
  // Billions of yen would not fit a phone at the large size.
  const size = amount.length > 12 ? 'medium' : 'large';
  return minor < 0
    ? { amount, size, word: `${named}, below zero`, color: 'attention' }
    : { amount, size, word: named, color: 'default' };
}

function spoken({ amount, word }: Money): string {
  const [standing, ...rest] = word.slice(word.indexOf(' ') + 1).split(', ');
  return [amount, standing, ...rest.map((note) => `(${note})`)].join(' ');
}

function nothing(currency: string | undefined, { place }: Reading): string {
  const what = currency ? `nothing in ${inert(currency.toUpperCase(), 8)}` : 'no balance in any currency';
  return `${inert(place.label)} holds ${what}.`;
}
