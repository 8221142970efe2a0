import type { TurnContext } from 'botbuilder';
import { dayIn } from '../src/calendar.js';
import type { Recognise } from '../src/recognition/recogniser.js';
import type { Visit } from '../src/visit.js';
import { type Request, said } from './request.js';
import type { Typed } from './typed.js';

export interface InGroupNeeds {
  /** Reads without asking anybody. */
  builtIn: Recognise;
  /** Runs the same turn in the person's own chat with the bot; `false` where that cannot be opened. */
  elsewhere: (context: TurnContext) => Promise<boolean>;
  clock: () => Date;
}

/** What everybody in a group may read: our own words, nothing of an account and nothing of a person. */
const forAll: ReadonlySet<string> = new Set(['help', 'explain', 'refuse']);

/** A turn in a group chat or channel, where others read along: only what is about no account is answered there. */
export async function inGroup(
  { builtIn, elsewhere, clock }: InGroupNeeds,
  context: TurnContext,
  visit: Visit,
  { text, before }: Typed,
): Promise<Request> {
  const sentence = { text, today: dayIn(visit.zone, clock()), zone: visit.zone, locale: visit.locale };
  const { plan } = await builtIn(sentence, visit.signal);
  if (text !== '' && plan.steps.every((step) => forAll.has(step.do)))
    return { kind: 'steps', steps: plan.steps, ...(before ? { before } : {}) };
  if (await elsewhere(context))
    return said('Others read along here, so I have answered you in our personal chat.');
  return said(
    'Others read along here, so I show nothing of the account. I could not open our personal chat: add me there, and ask again.',
  );
}
