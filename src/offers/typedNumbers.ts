import { minorOf } from '../masking/format.js';

/** A number as it was typed: absent, or `null` when it is not what is asked for. */
export type TypedNumber = number | null | undefined;

/** A percentage above 0 and up to 100, with two decimals at most: what the cards can show whole. */
export function typedPercent(text: string | undefined): TypedNumber {
  if (text === undefined) return undefined;
  const value = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Number(text) : 0;
  return value > 0 && value <= 100 ? value : null;
}

/** An amount of major units in the currency's minor unit, above 0 and within what Stripe takes. */
export function typedAmount(text: string | undefined, currency: string): TypedNumber {
  if (text === undefined) return undefined;
  const minor = minorOf(text, currency);
  return minor !== null && minor > 0 && minor <= 99_999_999 ? minor : null;
}

/** A whole number from 1 up to `most`. */
export function typedWhole(text: string | undefined, most: number): TypedNumber {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}
