import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import type { Permission } from '../access/permission.js';
import type { Road } from '../answer.js';
import type { Limits } from '../limits.js';
import { doing } from '../sentences.js';
import type { TriggerSettings } from '../settings/triggers.js';
import type { BoundConversations } from '../store/boundConversations.js';
import type { Deliveries } from '../store/deliveries.js';
import type { Visit } from '../visit.js';
import { type AskingNeeds, stepNow, visitOf } from './asking.js';
import { type Reply, refusal, statusOf } from './reply.js';
import { type TriggerAsk, triggerAsk } from './tasks.js';
import { toldOf } from './told.js';

export interface DeskNeeds extends AskingNeeds {
  road: Road;
  /** The permission that a step needs. */
  permissionFor: (does: string) => Permission;
  deliveries: Deliveries;
  bound: Pick<BoundConversations, 'find'>;
  /** Names that the settings give conversations. */
  conversations: readonly string[];
  limits: Pick<Limits, 'message'>;
  correlationId: () => string;
}

/** What a trigger sent, once it has proved to be it. */
export interface Delivery {
  rawBody: string;
  body: unknown;
}

/** `owed`: the card of this delivery is to be sent now. */
export type Answered = Reply & { owed?: string };

/** Answers a trigger: by the same road as anybody, with its own rights. @throws TrailFault */
export type AnswerTrigger = (trigger: TriggerSettings, delivery: Delivery) => Promise<Answered>;

/** Makes the desk where triggers are answered. */
export function createTriggerDesk(needs: DeskNeeds): AnswerTrigger {
  return async (trigger, delivery) => {
    const correlation = needs.correlationId();
    const first = await visitOf(needs, { name: trigger.name, correlation });
    if (!(await needs.limits.message(first.caller.key)))
      return await refuse(needs, first, 'too_many', tooMany);
    const read = readAsk(trigger, delivery.body);
    if ('refused' in read) return await refuse(needs, first, read.reason, read.refused);
    const { ask } = read;
    const visit = { ...first, account: ask.account };
    const no = await whyNot(needs, trigger, ask, visit);
    return no ?? (await once(needs, { trigger, ask, visit, rawBody: delivery.rawBody }));
  };
}

const tooMany = refusal(
  429,
  'TooMany',
  'That trigger was called too often in one minute. Wait a minute, then send it again.',
);

async function refuse(
  { road }: DeskNeeds,
  visit: Visit,
  reason: string,
  reply: Reply,
  ability = 'none',
): Promise<Reply> {
  await road.record(visit, { event: 'refused', ability, outcome: 'refused', reason });
  return reply;
}

const named = z.looseObject({ task: z.string() });

function readAsk(
  { name, tasks }: TriggerSettings,
  body: unknown,
): { ask: TriggerAsk } | { refused: Reply; reason: string } {
  const task = named.safeParse(body).data?.task;
  if (task !== undefined && !tasks.some((each) => each === task)) {
    const message = `The trigger ${name} has no task of that name. It has: ${tasks.join(', ')}.`;
    return { refused: refusal(404, 'NoSuchTask', message), reason: 'unknown_task' };
  }
  const { data } = triggerAsk.safeParse(body);
  if (data) return { ask: data };
  const message =
    'The body is not of the form that is read here. Send {"v": 1, "id", "task", "account"} and, if you like, "conversation", and nothing else but count for last_charges, or days.';
  return { refused: refusal(400, 'InvalidBody', message), reason: 'unreadable' };
}

/** Looks before anything runs: the right to it, and whether the conversation can be found. */
async function whyNot(
  needs: DeskNeeds,
  { name }: TriggerSettings,
  ask: TriggerAsk,
  visit: Visit,
): Promise<Reply | null> {
  const { road, bound, conversations } = needs;
  const permission = needs.permissionFor(stepNow(needs, ask).do);
  if ((await road.enter(permission, visit)).kind === 'answer') {
    const message = `The trigger ${name} may not ${doing[permission]} in this account. Give it a role and the account under people in the settings.`;
    return refusal(403, 'NotAllowed', message);
  }
  const { conversation } = ask;
  if (conversation === undefined) return null;
  if (conversations.includes(conversation) && (await bound.find(conversation))) return null;
  const message =
    'That conversation cannot be reached: its name does not stand in the settings, or nobody has chosen a conversation for it. Name it under conversations, then press its button on the help card there.';
  return await refuse(
    needs,
    visit,
    'unknown_conversation',
    refusal(422, 'NoSuchConversation', message),
    ask.task,
  );
}

interface Asked {
  trigger: TriggerSettings;
  ask: TriggerAsk;
  visit: Visit;
  rawBody: string;
}

/** How often, and after how many ms, one looks again whether the first of two equal deliveries has ended. */
const looks = 50;
const lookAgain = 250;

/** Runs a delivery unless it ran before: whoever sends it again meanwhile waits for the first. */
async function once(needs: DeskNeeds, asked: Asked): Promise<Answered> {
  const { deliveries, clock } = needs;
  const { trigger, ask, rawBody } = asked;
  const id = digest(JSON.stringify([trigger.name, ask.id]));
  const request = digest(rawBody);
  for (let look = 0; look < looks; look += 1) {
    const claim = await deliveries.claim({ id, request, now: clock().getTime() });
    if (claim.kind === 'fresh') return await run(needs, asked, id);
    if (claim.kind === 'done')
      return { status: claim.status, body: claim.answer ?? { v: 1, id: ask.id, repeated: true } };
    if (claim.kind === 'other') return await refuse(needs, asked.visit, 'used_id', usedId, ask.task);
    await after(lookAgain);
  }
  return refusal(409, 'UnderWay', 'This delivery is still being worked on. Send it again in a minute.');
}

const usedId = refusal(
  409,
  'IdUsed',
  'This id was used for another request, so nothing was done. Send each request with an id of its own.',
);

async function run(needs: DeskNeeds, { trigger, ask, visit }: Asked, id: string): Promise<Answered> {
  const { road, deliveries } = needs;
  try {
    await road.record(visit, { event: 'triggered', ability: ask.task, outcome: 'accepted' });
    if (ask.conversation !== undefined) {
      const body = { v: 1, task: ask.task, conversation: ask.conversation, accepted: true };
      const asked = { trigger: trigger.name, ask };
      await deliveries.promise(id, { asked, correlation: visit.correlation, body });
      return { status: 202, body, owed: id };
    }
    const reply = await summary(needs, ask, visit);
    await (reply.status === 200 ? deliveries.answered(id, reply) : deliveries.free(id));
    return reply;
  } catch (fault) {
    await deliveries.free(id);
    throw fault;
  }
}

async function summary(needs: DeskNeeds, ask: TriggerAsk, visit: Visit): Promise<Reply> {
  const { road, clock } = needs;
  const { views, refusal: refused, outcome } = await road.answer(road.permit(stepNow(needs, ask), visit));
  const [view] = views;
  const failed = refused ? 403 : view ? statusOf(outcome) : 500;
  if (view === undefined || failed !== undefined)
    return refusal(failed ?? 500, 'NotAnswered', view?.summary ?? 'That could not be answered.');
  const { place: account } = road.readingFor(visit, null);
  const body = { v: 1, task: ask.task, account, ...toldOf(view), generatedAt: clock().toISOString() };
  return { status: 200, body };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
