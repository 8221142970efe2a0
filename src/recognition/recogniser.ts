import type { RecognitionCode } from '../errors.js';
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

/** What one sentence cost at the model, for metrics and the trail: numbers and the name of who answered. */
export interface Usage {
  /** The model that answered, as OpenRouter names it; `unknown` when none did. */
  model: string;
  promptTokens: number;
  completionTokens: number;
  /** In US dollars, where it was told. */
  cost?: number;
  /** From the first request to the end, in ms. */
  latency: number;
  /** Requests made: one, or two with a second try. */
  attempts: number;
}

/** How much of the model an asker may still use. */
export interface Quota {
  /** Takes one request to the model off; `false` when there is none left. Asked before each one, a second try too. */
  mayAsk: () => Promise<boolean>;
  /** Told once for every sentence that the model was asked about, whether a plan came of it or not. */
  used: (usage: Usage) => Promise<void>;
}

/** A plan and who read it. */
export interface Recognition {
  plan: Plan;
  by: 'built-in' | 'openrouter';
  /** The built-in recogniser's own word on whether the model could read it any better. */
  certain?: boolean;
  /** What the model cost, where it was asked. */
  usage?: Usage;
  /** Why the model gave no plan, where it was asked and the built-in recogniser read instead. */
  fault?: RecognitionCode;
}

/** Reads a sentence as a plan. Never throws for what a person typed; `signal` ends the wait. */
export type Recognise = (sentence: Sentence, signal: AbortSignal, quota?: Quota) => Promise<Recognition>;
