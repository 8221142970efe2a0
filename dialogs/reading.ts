import type { TurnContext } from 'botbuilder';
import { namesAnother } from '../src/access/namedAccount.js';
import type { Road } from '../src/answer.js';
import { dayIn } from '../src/calendar.js';
import type { Limits } from '../src/limits.js';
import { changesCoupon } from '../src/recognition/change.js';
import { asksForMore } from '../src/recognition/paging.js';
import type { Plan } from '../src/recognition/plan.js';
import type { Quota, Recognise, Recognition, Usage } from '../src/recognition/recogniser.js';
import { atRow } from '../src/recognition/rows.js';
import { withoutRemoved } from '../src/recognition/withoutRemoved.js';
import type { Seal } from '../src/sealed.js';
import type { Visit } from '../src/visit.js';
import type { Memory, Remembered } from './memory.js';
import { goOn } from './presses.js';
import { type Request, said } from './request.js';
import type { Typed } from './typed.js';

export interface ReadingNeeds {
  road: Road;
  recognise: Recognise;
  /** Reads without asking anybody: for what a sentence means by itself. */
  builtIn: Recognise;
  memory: Memory;
  seal: Seal;
  clock: () => Date;
  limits: Limits;
  /** Every account of the settings, by the names that people give them. */
  places: readonly { id: string; label: string }[];
  /** Told who read a sentence and what it cost. */
  recognised: (by: string, usage?: Usage) => void;
}

/** Reads a sentence with the question before it in mind. */
export async function read(
  needs: ReadingNeeds,
  context: TurnContext,
  visit: Visit,
  { text, before }: Typed,
): Promise<Request> {
  const last = await needs.memory.recall(context, visit);
  if (last && isList(last.plan) && asksForMore(text)) return await nextRows(needs, visit, last);
  const sentence = {
    text,
    today: dayIn(visit.zone, needs.clock()),
    zone: visit.zone,
    locale: visit.locale,
  };
  const previous = last ? { previous: last.plan } : {};
  const found = await needs.recognise({ ...sentence, ...previous }, visit.signal, quotaOf(needs, visit));
  const rows = last?.shown.flatMap((each) => each.rows) ?? [];
  const meant = withoutRemoved(atRow(found.plan, text, rows) ?? found.plan, text);
  const plan = namesAnother(text, visit.account, needs.places) ? otherAccount : meant;
  const ability = plan.steps.map((step) => step.do).join('+');
  await needs.road.record(visit, {
    event: 'asked',
    ability,
    outcome: 'understood',
    recognisedBy: found.by,
    ...spentOn(found),
  });
  needs.recognised(found.by, found.usage);
  const told = before ? { before } : {};
  if (last === null) return { kind: 'steps', steps: plan.steps, plan, ...told };
  const { plan: alone } = await needs.builtIn(sentence, visit.signal);
  const changes = changesCoupon(text, { plan, alone, previous: last.plan });
  const rowsStay = isList(plan) ? {} : { shown: last.shown };
  return { kind: 'steps', steps: plan.steps, plan, changes, ...rowsStay, ...told };
}

function quotaOf({ limits }: ReadingNeeds, { caller, tenant }: Visit): Quota {
  return {
    mayAsk: async () => await limits.modelCall(caller.key, tenant),
    used: async ({ promptTokens, completionTokens }) => await limits.spend(promptTokens + completionTokens),
  };
}

function spentOn({ usage }: Recognition) {
  if (usage === undefined) return {};
  const { model, promptTokens, completionTokens, latency } = usage;
  return { model, tokens: promptTokens + completionTokens, latency: Math.round(latency) };
}

/** An account is chosen by a button, whatever the sentence is about: it is not answered from the one it does not mean. */
const otherAccount: Plan = { steps: [{ do: 'refuse', reason: 'other_account' }] };

const isList = (plan: Plan): boolean => plan.steps.some((step) => step.do.startsWith('list_'));

/** "Show more": goes on where the last list that has more ended. */
async function nextRows({ seal, road }: ReadingNeeds, visit: Visit, { shown }: Remembered): Promise<Request> {
  const cursor = shown.findLast(({ next }) => next !== undefined)?.next;
  await road.record(visit, { event: 'asked', ability: 'list.next', outcome: 'understood' });
  if (cursor === undefined) return said('That was all of them: there are no more rows.');
  return await goOn(seal, visit, cursor);
}
