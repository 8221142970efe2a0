import type { Caller } from './access/caller.js';

/** One turn of one person, as far as the road of a question needs to know it: nothing of Bot Framework in it. */
export interface Visit {
  caller: Caller;
  /** The tenant or portal this person is of; '' of a stranger. */
  tenant: string;
  /** Unique over doors and channels; opaque. */
  conversation: string;
  channel: string;
  /** True where others read along: a group chat or a channel. */
  group: boolean;
  /** The account this person works in, in this conversation; `null` when the settings give them none. */
  account: string | null;
  /** IANA time zone and BCP 47 locale of the person. */
  zone: string;
  locale: string;
  /** Ties the person's answer, the log and the trail together; safe to show. */
  correlation: string;
  /** Whether the channel lets the bot take its cards back, as far as is known. */
  takesBack: boolean;
  /** Aborts when the turn's time is over. */
  signal: AbortSignal;
}

/** Whom a sealed value of this visit is for: this person in this conversation. */
export function audienceOf(visit: Visit): string {
  return JSON.stringify([visit.caller.key, visit.conversation]);
}
