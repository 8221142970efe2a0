import type { TurnContext } from 'botbuilder';
import type { Caller } from '../src/access/caller.js';
import { identityOfKey } from '../src/access/personKey.js';
import type { Masked, View } from '../src/masking/views.js';
import { approvalCard } from '../src/offers/approval/approvalCard.js';
import { customerOf } from '../src/offers/reviewCard.js';
import type { CardPlace } from '../src/store/approvalCards.js';
import type { Confirmation } from '../src/store/offerRow.js';
import type { Personal, Reference } from '../src/store/references.js';
import type { Visit } from '../src/visit.js';
import { type ApprovalNeeds, longest, mayApprove, readingFor, visitOf } from './approvalNeeds.js';
import { show } from './show.js';

/** Brings an offer to those who may approve it. */
export interface ApprovalPost {
  /** To everyone who can be reached now: how many people it has reached, a group counting as one. */
  deliver: (row: Confirmation) => Promise<number>;
  /** To someone who is here, all that waits for them and was not shown in this conversation yet. */
  showTo: (context: TurnContext, visit: Visit) => Promise<void>;
}

/** A person's chats beyond these are old ones of pages that were closed. */
const chatsEach = 5;
const atOnce = 20;

/** Makes the post. */
export function createApprovalPost(needs: ApprovalNeeds): ApprovalPost {
  return {
    deliver: async (row) => {
      const reached = new Set<string>();
      const all = async () => {
        const { conversation, caller: person } = row;
        await needs.cards.take({ offer: row.id, conversation, person, audience: 'asker' }, nowOf(needs));
        if (await toGroup(needs, row)) reached.add('');
        const chats = await chatsFor(needs, row);
        for (let at = 0; at < chats.length; at += atOnce)
          await Promise.all(
            chats.slice(at, at + atOnce).map(async (chat) => {
              if (await toPerson(needs, row, chat)) reached.add(chat.mark);
            }),
          );
      };
      await inTime(all().catch(needs.onFault));
      return reached.size;
    },
    showTo: async (context, visit) => {
      const { caller, conversation } = visit;
      const accounts = caller.accounts.filter((account) => mayApprove(needs, caller, account));
      const mark = needs.pseudonymOf(caller.key);
      for (const row of await needs.confirmations.approvals.waiting(accounts, nowOf(needs))) {
        if (row.caller === mark) continue;
        const place: CardPlace = { offer: row.id, conversation, person: mark, audience: 'approver' };
        const view = async () => await drawFor(needs, row, { ...visit, account: row.account });
        await post(needs, place, view, async (card) => await show(context, card));
      }
    },
  };
}

/** The name under which the cards of a bound conversation are kept. */
export function groupPlace(name: string): string {
  return JSON.stringify(['bound', name]);
}

async function chatsFor({ references, listed }: ApprovalNeeds, row: Confirmation): Promise<Personal[]> {
  const counts = new Map<string, number>();
  return (await references.approvers(listed)).filter(({ mark }) => {
    const count = (counts.get(mark) ?? 0) + 1;
    counts.set(mark, count);
    return mark !== row.caller && count <= chatsEach;
  });
}

async function toPerson(needs: ApprovalNeeds, row: Confirmation, chat: Personal): Promise<boolean> {
  const caller = await needs.directory(identityOfKey(chat.key), AbortSignal.timeout(longest));
  if (!mayApprove(needs, caller, row.account)) return false;
  const { conversation, mark: person, reference } = chat;
  const view = async () => await drawFor(needs, row, visitIn(chat, row, caller));
  return await post(
    needs,
    { offer: row.id, conversation, person, audience: 'approver' },
    view,
    async (card) => speaking(needs, reference, card),
  );
}

function visitIn(
  { conversation, reference, zone, locale }: Personal,
  row: Confirmation,
  caller: Caller,
): Visit {
  const known = { caller, account: row.account, channel: reference.channelId, conversation, zone, locale };
  return visitOf(known, row.id.slice(0, 6));
}

async function toGroup(needs: ApprovalNeeds, row: Confirmation): Promise<boolean> {
  const name = needs.policy.approval?.conversation;
  const reference = name === undefined ? null : await needs.bound.find(name);
  if (name === undefined || reference === null) return false;
  const place: CardPlace = { offer: row.id, conversation: groupPlace(name), person: '', audience: 'group' };
  const view = async () => approvalCard(row, needs, readingFor(needs, row));
  return await post(needs, place, view, async (card) => await speaking(needs, reference, card));
}

/** The customer is shown to who may see customers there, masked; nobody else's card names one. */
async function drawFor(needs: ApprovalNeeds, row: Confirmation, visit: Visit): Promise<Masked<View>> {
  const entered = await needs.road.enter('coupons.approve', visit);
  if (entered.kind === 'answer') return approvalCard(row, needs, readingFor(needs, row, visit));
  const customerShown = await customerOf(row, entered.ask);
  return approvalCard(row, { ...needs, customerShown }, entered.ask.reading);
}

type Send = (view: Masked<View>) => Promise<string | undefined>;

/** Shows a card at most once in its place. One that could not be shown may be shown later. */
async function post(
  { cards, clock, onFault }: ApprovalNeeds,
  place: CardPlace,
  view: () => Promise<Masked<View>>,
  send: Send,
): Promise<boolean> {
  const id = await cards.take(place, clock().getTime());
  if (id === null) return true;
  try {
    await cards.placed(id, (await send(await view())) ?? '');
    return true;
  } catch (fault) {
    onFault(fault);
    await cards.drop(id);
    return false;
  }
}

async function speaking(
  { speakFirst }: ApprovalNeeds,
  reference: Reference,
  view: Masked<View>,
): Promise<string | undefined> {
  let activity: string | undefined;
  await speakFirst(reference, async (context) => {
    activity = await show(context, view);
  });
  return activity;
}

/** Who is slower gets the card all the same; the asker does not wait for that. */
async function inTime(work: Promise<void>): Promise<void> {
  const over = new Promise<void>((resolve) => {
    setTimeout(resolve, longest).unref();
  });
  await Promise.race([work, over]);
}

function nowOf({ clock }: ApprovalNeeds): number {
  return clock().getTime();
}
