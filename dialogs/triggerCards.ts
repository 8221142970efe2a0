import { z } from 'zod';
import type { Road } from '../src/answer.js';
import type { SpeakFirst } from '../src/channels/speakFirst.js';
import { ChannelFault } from '../src/errors.js';
import { maskForMany } from '../src/masking/mask.js';
import type { Masked, View } from '../src/masking/views.js';
import type { TriggerSettings } from '../src/settings/triggers.js';
import type { BoundConversations } from '../src/store/boundConversations.js';
import type { ChannelAbilities } from '../src/store/channelAbilities.js';
import type { Deliveries, Promised } from '../src/store/deliveries.js';
import type { Expiries } from '../src/store/expiries.js';
import type { Reference, References } from '../src/store/references.js';
import { type AskingNeeds, stepNow, visitOf } from '../src/triggers/asking.js';
import { statusOf } from '../src/triggers/reply.js';
import { type TriggerAsk, triggerAsk } from '../src/triggers/tasks.js';
import type { Visit } from '../src/visit.js';
import { show, takeAway } from './show.js';
import { channelOf } from './takeBack.js';

export interface TriggerCardNeeds extends AskingNeeds {
  road: Road;
  triggers: readonly TriggerSettings[];
  /** Names that the settings give conversations. */
  conversations: readonly string[];
  deliveries: Deliveries;
  bound: Pick<BoundConversations, 'find'>;
  references: Pick<References, 'remember'>;
  expiries: Pick<Expiries, 'add'>;
  channels: Pick<ChannelAbilities, 'takesBack'>;
  speakFirst: SpeakFirst;
  random: () => string;
  takeBackAfterMinutes: number;
  onFault: (fault: unknown) => void;
}

/** The cards that triggers have asked for in named conversations. */
export interface TriggerCards {
  /** Sends those that are owed: the named one, or all. What fails for the moment comes up again after a minute. */
  due: (id?: string) => Promise<void>;
}

const minute = 60_000;
/** A card that could not be sent within these ms is of no use any more. */
const tooOld = 60 * minute;
const mostTries = 5;
const atOnce = 20;

/** Makes them. */
export function createTriggerCards(needs: TriggerCardNeeds): TriggerCards {
  const { deliveries, clock, onFault } = needs;
  return {
    due: async (id) => {
      for (;;) {
        const taken = await deliveries.take(clock().getTime(), atOnce, id);
        await Promise.all(taken.map(async (card) => await send(needs, card).catch(onFault)));
        if (taken.length < atOnce) return;
      }
    },
  };
}

const owed = z.object({ trigger: z.string(), ask: triggerAsk });

async function send(needs: TriggerCardNeeds, card: Promised): Promise<void> {
  const { deliveries, bound } = needs;
  const { data } = owed.safeParse(card.asked);
  const name = data?.ask.conversation;
  if (data === undefined || name === undefined) return await deliveries.kept(card.id);
  const { trigger: sender, ask } = data;
  const reference = needs.conversations.includes(name) ? await bound.find(name) : null;
  const takesBack = reference !== null && (await needs.channels.takesBack(channelOf(reference)));
  const who = { name: sender, account: ask.account, correlation: card.correlation };
  const visit = await visitOf(needs, who, takesBack);
  const late = isLate(needs, card);
  if (reference !== null && !late && isStillIts(needs, data))
    return await answerAndPost(needs, { card, reference, visit, sender, ask });
  const why = late ? over : removed;
  await needs.road.record(visit, { ...why, ability: ask.task });
  await deliveries.kept(card.id);
}

const over = { event: 'failed', outcome: 'lapsed' } as const;
const removed = { event: 'refused', outcome: 'refused', reason: 'removed' } as const;

/** The settings may have changed since it was accepted. */
function isStillIts({ triggers }: TriggerCardNeeds, { trigger, ask }: z.infer<typeof owed>): boolean {
  return triggers.some(({ name, tasks }) => name === trigger && tasks.includes(ask.task));
}

function isLate({ clock }: TriggerCardNeeds, { acceptedAt, tries }: Promised): boolean {
  return clock().getTime() - acceptedAt > tooOld || tries > mostTries;
}

interface Owed {
  card: Promised;
  reference: Reference;
  visit: Visit;
  sender: string;
  ask: TriggerAsk;
}

async function answerAndPost(needs: TriggerCardNeeds, given: Owed): Promise<void> {
  const { road, deliveries } = needs;
  const { card, visit, sender, ask } = given;
  const { views, refusal, outcome, goes } = await road.answer(road.permit(stepNow(needs, ask), visit));
  const [view] = views;
  if (refusal || view === undefined) return await deliveries.kept(card.id);
  const passing = [503, 504].includes(statusOf(outcome) ?? 0);
  if (passing && card.tries < mostTries) return await deliveries.later(card.id, inAMinute(needs));
  if (!(await deliveries.sending(card))) return;
  try {
    await post(needs, given, { view: maskForMany(view, sender), goes });
  } catch (fault) {
    needs.onFault(fault);
    if (wasNotTaken(fault) && card.tries < mostTries)
      return await deliveries.later(card.id, inAMinute(needs));
  }
  await deliveries.kept(card.id);
}

const inAMinute = ({ clock }: TriggerCardNeeds): number => clock().getTime() + minute;

/** The channel said no: whoever gave no answer may have taken it, and one card too few is better than two. */
function wasNotTaken(fault: unknown): boolean {
  return fault instanceof ChannelFault && fault.statusCode !== undefined;
}

/** Taken back like any data card, but with nothing to show again: nobody there has asked. */
async function post(
  { references, expiries, speakFirst, random, clock, takeBackAfterMinutes }: TriggerCardNeeds,
  { reference }: Owed,
  { view, goes }: { view: Masked<View>; goes: string | undefined },
): Promise<void> {
  const now = clock().getTime();
  const conversation = JSON.stringify(['bound', reference.channelId, reference.conversation.id]);
  await references.remember(conversation, reference, now);
  await speakFirst(reference, async (context) => {
    const activity = await show(context, view);
    if (goes === undefined || activity === undefined) return;
    const due = now + takeBackAfterMinutes * minute;
    const expiry = { id: random(), conversation, activity, kind: 'summary', due };
    await expiries.add({ ...expiry, question: '', forgetAt: now }).catch(async (fault: unknown) => {
      await takeAway(context, activity);
      throw fault;
    });
  });
}
