/** One word of Stripe's, or of ours, in plain words. */
export interface GlossaryEntry {
  /** Lower case, singular, without an article: "promotion code". */
  term: string;
  /** Other words for the same thing; plurals and spelling with hyphens are understood without being listed. */
  aliases: readonly string[];
  /** One to three short sentences for someone who has never opened Stripe. */
  meaning: string;
  /** Terms of this glossary that are worth reading next. */
  related: readonly string[];
  example?: string;
}
