import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { SpeakFirst } from '../src/channels/speakFirst.js';
import { ChannelFault } from '../src/errors.js';
import { maskNotice, maskTakenBack } from '../src/masking/mask.js';
import type { ChannelAbilities } from '../src/store/channelAbilities.js';
import type { Expiries, Expiry } from '../src/store/expiries.js';
import type { Reference, References } from '../src/store/references.js';
import { message, show } from './show.js';

export interface TakeBackNeeds {
  expiries: Expiries;
  references: References;
  channels: ChannelAbilities;
  speakFirst: SpeakFirst;
  clock: () => Date;
  onFault: (fault: unknown) => void;
}

/** How many cards are worked on at a time, and how long one may take in ms: together well within a claim. */
const atOnce = 20;
const longest = 8000;

export interface TakeBack {
  /** Works off every card that is due. While that goes on, it is not begun anew. */
  due: () => Promise<void>;
  /** The same for one conversation, or one card in it. */
  now: (of: { id?: string; conversation: string }) => Promise<void>;
}

/** Takes cards back: each is replaced, or deleted where the channel only deletes.
 * What fails for the moment comes up again after a minute. */
export function createTakeBack(needs: TakeBackNeeds): TakeBack {
  let running: Promise<void> | null = null;
  const due = async () => {
    await needs.expiries.forget(needs.clock().getTime());
    await workOff(needs);
  };
  return {
    due: async () => {
      running ??= due().finally(() => {
        running = null;
      });
      await running;
    },
    now: async (of) => await workOff(needs, of),
  };
}

async function workOff(needs: TakeBackNeeds, of?: { id?: string; conversation: string }): Promise<void> {
  const { expiries, clock, onFault } = needs;
  for (;;) {
    const claimed = await expiries.claim(clock().getTime(), atOnce, of);
    await Promise.all(claimed.map(async (card) => await inTime(takeBack(needs, card)).catch(onFault)));
    if (claimed.length < atOnce) return;
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  const over = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new ChannelFault('a card was not taken back in time')), longest).unref();
  });
  await Promise.race([work, over]);
}

async function takeBack(needs: TakeBackNeeds, card: Expiry): Promise<void> {
  const reference = await needs.references.find(card.conversation);
  if (reference) {
    const left = await needs
      .speakFirst(reference, async (context) => await replaceOrDelete(context, card))
      .then(() => null, statusOf);
    if (left === 'stays') await tellItStays(needs, reference);
    else if (left !== null && left !== 'gone') throw left;
  }
  await needs.expiries.end(card.id);
}

async function replaceOrDelete(context: TurnContext, card: Expiry): Promise<void> {
  try {
    await context.updateActivity({ ...message(maskTakenBack(card)), id: card.activity });
  } catch (fault) {
    if (statusOf(fault) !== 'stays') throw fault;
    await context.deleteActivity(card.activity);
  }
}

const answered = z.looseObject({ statusCode: z.number() });
const unable: ReadonlySet<number> = new Set([400, 403, 405, 501]);

/** `gone`: somebody deleted it, or the conversation is no more. `stays`: the channel does not do this. */
function statusOf(fault: unknown): 'gone' | 'stays' | object {
  const status = answered.safeParse(fault).data?.statusCode;
  if (status === 404 || (fault instanceof Error && fault.name === 'DirectLineGone')) return 'gone';
  if (status !== undefined && unable.has(status)) return 'stays';
  return fault instanceof Error ? fault : new AggregateError([fault]);
}

/** Said once per channel; from then on the cards there say so themselves. */
async function tellItStays({ channels, speakFirst }: TakeBackNeeds, reference: Reference): Promise<void> {
  const channel = channelOf(reference);
  if (!(await channels.takesBack(channel))) return;
  await channels.learn(channel, false);
  const text =
    'I cannot take cards back in this channel: it lets nobody change or delete what I sent. Delete my cards yourself when others can see your screen.';
  await speakFirst(reference, async (context) => {
    await show(context, maskNotice({ text }));
  });
}

/** What an ability to take back belongs to: the channel, at its address. */
export function channelOf({
  channelId,
  serviceUrl = '',
}: {
  channelId?: string;
  serviceUrl?: string;
}): string {
  return `${channelId ?? ''} ${serviceUrl}`;
}
