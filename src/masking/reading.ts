/** How much of a person and a card a role may see; see the privacy page. */
export type Detail = 'minimal' | 'standard' | 'detailed';

/** The account a view speaks of, as people know it. */
export interface Place {
  id: string;
  label: string;
  mode: 'test' | 'live';
}

/** For whom and when a view is written. */
export interface Reading {
  place: Place;
  /** The other accounts this person may switch to. */
  others: readonly Place[];
  detail: Detail;
  /** IANA time zone of the reader. */
  zone: string;
  /** BCP 47; decides how amounts and dates are written. The words stay English. */
  locale: string;
  now: Date;
  /** What becomes of a data card: taken back after a time, by its id, or it stays because the channel keeps it. */
  goes?: { kind: 'goes'; id: string; minutes: number } | { kind: 'stays' };
}
