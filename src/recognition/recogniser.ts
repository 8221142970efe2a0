import type { Plan } from './plan.js';

/** A message with what its words are read against. */
export interface Sentence {
  text: string;
  /** The asker's calendar day, YYYY-MM-DD. */
  today: string;
  /** IANA name of the asker's time zone. */
  zone: string;
  /** BCP 47 tag of the asker's language, as the channel tells it. */
  locale: string;
  /** The plan of the message before, in the same conversation. */
  previous?: Plan;
}

/** A plan and who read it. */
export interface Recognition {
  plan: Plan;
  by: 'built-in' | 'openrouter';
}

/** Reads a sentence as a plan. Never throws for what a person typed; `signal` ends the wait. */
export type Recognise = (sentence: Sentence, signal: AbortSignal) => Promise<Recognition>;
