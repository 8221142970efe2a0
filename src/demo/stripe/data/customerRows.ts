/** A demo customer in short. `since` is days before now; addresses and phones exist in no real place. */
export interface CustomerRow {
  id: string;
  name: string;
  email: string;
  phone: string;
  country: string;
  line1: string;
  city: string;
  postalCode: string;
  currency: string;
  since: number;
}

type Short = readonly [
  id: string,
  name: string,
  email: string,
  phone: string,
  country: string,
  line1: string,
  city: string,
  postalCode: string,
  currency: string,
  since: number,
];

/** The rows as objects. */
export function customerRows(shorts: readonly Short[]): CustomerRow[] {
  return shorts.map(([id, name, email, phone, country, line1, city, postalCode, currency, since]) => ({
    id: `cus_${id}`,
    name,
    email,
    phone,
    country,
    line1,
    city,
    postalCode,
    currency,
    since,
  }));
}
