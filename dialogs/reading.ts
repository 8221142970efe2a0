import type { TurnContext } from 'botbuilder';
import type { Road } from '../src/answer.js';
import { dayIn } from '../src/calendar.js';
import type { Limits } from '../src/limits.js';
import { maskNotice } from '../src/masking/mask.js';
import { changesCoupon } from '../src/recognition/change.js';
import { asksForMore } from '../src/recognition/paging.js';
import type { Quota, Recognise, Recognition, Usage } from '../src/recognition/recogniser.js';
import { redact } from '../src/recognition/redact.js';
import { atRow } from '../src/recognition/rows.js';
import type { Seal } from '../src/sealed.js';
import { sensitiveSentence } from '../src/sentences.js';
import type { Visit } from '../src/visit.js';
import type { Memory, Remembered } from './memory.js';
import { goOn } from './presses.js';
import { type Request, said } from './request.js';

export interface ReadingNeeds {
  road: Road;
  recognise: Recognise;
  /** Reads without asking anybody: for what a sentence means by itself. */
  builtIn: Recognise;
  memory: Memory;
  seal: Seal;
  clock: () => Date;
  limits: Limits;
  /** Told who read a sentence and what it cost. */
  recognised: (by: string, usage?: Usage) => void;
}

/** Longer than this no question is; what is longer was pasted. */
const longestText = 2000;

/** Reads a sentence with the question before it in mind. */
export async function read(
  needs: ReadingNeeds,
  context: TurnContext,
  visit: Visit,
  text: string,
): Promise<Request> {
  const refused = await refusal(needs, visit, text);
  if (refused) return refused;
  const last = await needs.memory.recall(context, visit);
  if (last && isList(last) && asksForMore(text)) return await nextRows(needs, visit, last);
  const { text: clean, sensitive } = redact(text);
  if (sensitive.length > 0)
    await needs.road.record(visit, {
      event: 'sensitive_input',
      ability: 'none',
      outcome: 'removed',
      reason: sensitive.join(','),
    });
  const told = sensitive.length > 0 ? { before: maskNotice({ text: sensitiveSentence(sensitive) }) } : {};
  const sentence = {
    text: clean,
    today: dayIn(visit.zone, needs.clock()),
    zone: visit.zone,
    locale: visit.locale,
  };
  const previous = last ? { previous: last.plan } : {};
  const found = await needs.recognise({ ...sentence, ...previous }, visit.signal, quotaOf(needs, visit));
  const rows = last?.shown.flatMap((each) => each.rows) ?? [];
  const plan = atRow(found.plan, text, rows) ?? found.plan;
  const ability = plan.steps.map((step) => step.do).join('+');
  await needs.road.record(visit, {
    event: 'asked',
    ability,
    outcome: 'understood',
    recognisedBy: found.by,
    ...spentOn(found),
  });
  needs.recognised(found.by, found.usage);
  if (last === null) return { kind: 'steps', steps: plan.steps, plan, ...told };
  const { plan: alone } = await needs.builtIn(sentence, visit.signal);
  const changes = changesCoupon(text, { plan, alone, previous: last.plan });
  return { kind: 'steps', steps: plan.steps, plan, changes, ...told };
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

async function refusal({ road, limits }: ReadingNeeds, visit: Visit, text: string): Promise<Request | null> {
  if (!(await limits.message(visit.caller.key))) {
    await road.record(visit, { event: 'asked', ability: 'none', outcome: 'too_many' });
    return said(
      'Those were too many messages for one minute, so I did not read this one. Wait a minute, then go on.',
    );
  }
  if (text.length <= longestText) return null;
  await road.record(visit, { event: 'asked', ability: 'none', outcome: 'too_long' });
  return said(`That is longer than the ${longestText} characters I read. Ask it in a shorter sentence.`);
}

const isList = ({ plan }: Remembered): boolean => plan.steps.some((step) => step.do.startsWith('list_'));

/** "Show more": goes on where the last list that has more ended. */
async function nextRows({ seal, road }: ReadingNeeds, visit: Visit, { shown }: Remembered): Promise<Request> {
  const cursor = shown.findLast(({ next }) => next !== undefined)?.next;
  await road.record(visit, { event: 'asked', ability: 'list.next', outcome: 'understood' });
  if (cursor === undefined) return said('That was all of them: there are no more rows.');
  return await goOn(seal, visit, cursor);
}
