// Making an Intl formatter costs a hundred times its use. Locales come from clients, so the store is bounded.
const most = 500;
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const names = new Map<string, Intl.DisplayNames>();

function kept<F>(store: Map<string, F>, key: string, make: () => F): F {
  const known = store.get(key);
  if (known) return known;
  if (store.size >= most) store.clear();
  const made = make();
  store.set(key, made);
  return made;
}

/** A number formatter, made once per locale and options. A malformed locale is read as en-US. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${options.currency}|${options.maximumFractionDigits}`;
  return kept(numbers, key, () => new Intl.NumberFormat(wellFormed(locale), options));
}

/**
 * A date formatter, made once per style, zone and locale. The words stay English; the reader's region decides order
 * and clock: "Dec 22, 2026, 11:59 PM" in the US only. An unknown zone is read as UTC.
 */
export function dateFormat(
  style: Intl.DateTimeFormatOptions,
  zone: string,
  locale: string,
): Intl.DateTimeFormat {
  const key = `${Object.keys(style).join()}|${style.month}|${zone}|${locale}`;
  return kept(dates, key, () => {
    const words = englishOf(wellFormed(locale));
    const hour = style.hour && words === 'en-GB' ? '2-digit' : style.hour;
    return new Intl.DateTimeFormat(words, { ...style, hour, timeZone: knownZone(zone) });
  });
}

/** English names of countries or currencies, made once. */
export function displayNames(type: 'region' | 'currency'): Intl.DisplayNames {
  return kept(names, type, () => new Intl.DisplayNames('en', { type }));
}

/** The zone itself where this machine knows it, else UTC. */
export function knownZone(zone: string): string {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }) && zone;
  } catch {
    return 'UTC';
  }
}

function wellFormed(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function englishOf(locale: string): string {
  return new Intl.Locale(locale).maximize().region === 'US' ? 'en-US' : 'en-GB';
}
