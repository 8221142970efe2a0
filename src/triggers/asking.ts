import type { Directory } from '../access/caller.js';
import { dayIn } from '../calendar.js';
import type { Visit } from '../visit.js';
import { stepOf, type TriggerAsk } from './tasks.js';

/** What it takes to ask as a trigger. */
export interface AskingNeeds {
  directory: Directory;
  clock: () => Date;
  timeZone: string;
}

/** Longest time for an answer, in ms. */
const longest = 13_000;

/** A trigger as the road of a question meets anybody: with the roles and accounts that the settings give it now. */
export async function visitOf(
  { directory, timeZone }: AskingNeeds,
  { name, account, correlation }: { name: string; account?: string; correlation: string },
  takesBack = false,
): Promise<Visit> {
  const signal = AbortSignal.timeout(longest);
  const caller = await directory({ kind: 'trigger', name }, signal);
  return {
    caller,
    tenant: '',
    conversation: JSON.stringify(['trigger', name]),
    channel: 'trigger',
    group: false,
    account: account ?? caller.accounts[0] ?? null,
    zone: timeZone,
    locale: 'en-US',
    correlation,
    takesBack,
    signal,
  };
}

/** The step of what was asked, as of today. */
export function stepNow({ clock, timeZone }: AskingNeeds, ask: TriggerAsk): ReturnType<typeof stepOf> {
  return stepOf(ask, dayIn(timeZone, clock()));
}
