import type { TurnContext } from 'botbuilder';
import type { Road } from '../src/answer.js';
import { maskNotice } from '../src/masking/mask.js';
import type { Masked, View } from '../src/masking/views.js';
import { approve } from '../src/offers/approval/approve.js';
import { becameOf } from '../src/offers/approval/became.js';
import { reject } from '../src/offers/approval/reject.js';
import type { Decided, SecondPress } from '../src/offers/approval/secondPress.js';
import type { Desk } from '../src/offers/desk.js';
import type { ApprovalCard, ApprovalCards } from '../src/store/approvalCards.js';
import type { BoundConversations } from '../src/store/boundConversations.js';
import type { Confirmation } from '../src/store/offerRow.js';
import type { Visit } from '../src/visit.js';
import type { Submit } from './acts.js';
import { groupPlace } from './approvalPost.js';
import { type Request, said } from './request.js';
import { showInstead } from './show.js';

interface ApprovalPressNeeds {
  road: Road;
  desk: Desk;
  cards: ApprovalCards;
  bound: Pick<BoundConversations, 'find'>;
}

/** Answers a press on the card of a second person, in their own chat or in the conversation that the settings name. */
export type ApprovalPress = (context: TurnContext, visit: Visit, submit: Submit) => Promise<Request>;

/** Makes the way of such a press: it is on a card that was shown here, by someone else than the asker, with leave asked
 * for now in the offer's own account; all of that before anything is told of the offer. */
export function createApprovalPress(needs: ApprovalPressNeeds): ApprovalPress {
  const { road, desk } = needs;
  return async (context, visit, submit) => {
    const row = await desk.confirmations.approvals.find(submit.nonce ?? '');
    const card = row && (await cardHere(needs, row, context, visit));
    if (row === null || card === null) return await unknownCard(road, visit, submit);
    const there = { ...visit, account: row.account };
    if (row.caller === desk.pseudonymOf(visit.caller.key)) return await ownApproval(road, there, submit);
    const entered = await road.enter('coupons.approve', there);
    if (entered.kind === 'answer') return notYours(visit, entered.answer.views);
    const decided = await act(desk, submit, { row, ask: entered.ask });
    await road.record(there, {
      event: 'pressed',
      ability: submit.act,
      outcome: decided.outcome ?? 'answered',
    });
    if (decided.card === 'stays') return { kind: 'views', views: decided.views };
    await showBecame(desk, context, { row, card, ask: entered.ask });
    return { kind: 'views', views: decided.views };
  };
}

async function act(desk: Desk, submit: Submit, press: SecondPress): Promise<Decided> {
  return submit.act === 'coupon.approve' ? await approve(desk, press) : await reject(desk, press);
}

/** In a channel, each thread is a conversation of its own: what stands before the semicolon is the channel. */
const roomOf = (id: string): string | undefined => id.split(';')[0];

async function cardHere(
  { cards, bound, desk }: ApprovalPressNeeds,
  row: Confirmation,
  { activity }: TurnContext,
  visit: Visit,
): Promise<ApprovalCard | null> {
  const own = await cards.find(row.id, visit.conversation);
  if (own !== null) return own;
  const name = desk.policy.approval?.conversation;
  const room = name === undefined ? null : await bound.find(name);
  if (name === undefined || room === null) return null;
  const here = roomOf(room.conversation.id) === roomOf(activity.conversation.id);
  return here ? await cards.find(row.id, groupPlace(name)) : null;
}

/** Nothing is told of who may, or of the offer, where others read along. */
function notYours({ group }: Visit, views: readonly Masked<View>[]): Request {
  if (!group) return { kind: 'views', views };
  return said('You may not approve coupons here, so nothing was changed.');
}

async function unknownCard(road: Road, visit: Visit, { act: ability }: Submit): Promise<Request> {
  const entered = await road.enter('coupons.approve', visit);
  if (entered.kind === 'answer') return notYours(visit, entered.answer.views);
  await road.record(visit, { event: 'pressed', ability, outcome: 'unknown_card' });
  return said('I do not know this card, so nothing was created. Cards that wait for you come by themselves.');
}

async function ownApproval(road: Road, visit: Visit, { act: ability }: Submit): Promise<Request> {
  const reason = 'own_approval';
  await road.record(visit, { event: 'refused', ability, outcome: 'refused', reason });
  return said(
    'You asked for this coupon yourself, so another person has to decide. Nothing was changed; you can withdraw it on your own card.',
  );
}

/** The pressed card turns into its record, then all others do. */
async function showBecame(
  desk: Desk,
  context: TurnContext,
  { row, card, ask }: SecondPress & { card: ApprovalCard },
): Promise<void> {
  const ended = (await desk.confirmations.approvals.get(row.id)) ?? row;
  const reader = { audience: card.audience, person: desk.pseudonymOf(ask.visit.caller.key) };
  const view =
    becameOf(ended, reader, desk.second, ask.reading) ??
    maskNotice({ text: 'This has been decided already.' }, ask.reading);
  await showInstead(context, card.activity || context.activity.replyToId, view);
  await desk.second.tell(row.id, card.conversation);
}
