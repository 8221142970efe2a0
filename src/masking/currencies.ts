/** Stripe's decimals, not Intl's (ISK, HUF, UGX differ): https://docs.stripe.com/currencies#zero-decimal */
const zeroDecimal = /^(bif|clp|djf|gnf|jpy|kmf|krw|mga|pyg|rwf|ugx|vnd|vuv|xaf|xof|xpf)$/i;
const threeDecimal = /^(bhd|jod|kwd|omr|tnd)$/i;

/** How many decimals Stripe's minor unit of a currency has: 0, 2 or 3. Any case; unknown ones have 2. */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (zeroDecimal.test(currency)) return 0;
  return threeDecimal.test(currency) ? 3 : 2;
}
