import type { TurnContext } from 'botbuilder';
import type { Masked, View } from '../src/masking/views.js';
import { becameOf } from '../src/offers/approval/became.js';
import type { SecondPerson } from '../src/offers/approval/secondPerson.js';
import type { ApprovalCard } from '../src/store/approvalCards.js';
import type { Confirmation } from '../src/store/offerRow.js';
import type { Reference } from '../src/store/references.js';
import type { Visit } from '../src/visit.js';
import { type ApprovalNeeds, readingFor } from './approvalNeeds.js';
import { show, showInstead } from './show.js';

/** Says on the cards of decided offers what became of them, each once. */
export interface ApprovalNews {
  /** On every card of one offer, but in one conversation: it gives the activity of the card there. */
  tell: SecondPerson['tell'];
  /** To someone who is here, what could not be told to them before. */
  tellHere: (context: TurnContext, visit: Visit) => Promise<void>;
  /** Ends what nobody decided in time, and tells what is to be told. */
  due: () => Promise<void>;
}

const atOnce = 20;

/** Makes it. */
export function createApprovalNews(needs: ApprovalNeeds): ApprovalNews {
  const { cards, clock, onFault, confirmations, trail } = needs;
  const now = () => clock().getTime();
  const tellAll = async (
    tellOne: (card: ApprovalCard) => Promise<void>,
    of?: Parameters<typeof cards.claim>[2],
  ) => {
    for (;;) {
      const claimed = await cards.claim(now(), atOnce, of);
      await Promise.all(
        claimed.map(async (card) => {
          await tellOne(card).catch(async (fault: unknown) => {
            onFault(fault);
            await cards.failed(card.id, now());
          });
        }),
      );
      if (claimed.length < atOnce) return;
    }
  };
  return {
    tell: async (offer, shownIn) => {
      const shown = shownIn === undefined ? null : await cards.find(offer, shownIn);
      if (shown) await cards.told(shown.id);
      await tellAll(async (card) => await tellFirst(needs, card), { offer });
      return shown?.activity || undefined;
    },
    tellHere: async (context, visit) => {
      const person = visit.group ? '' : needs.pseudonymOf(visit.caller.key);
      const listener = { conversation: visit.conversation, person };
      await tellAll(async (card) => await tellIn(needs, card, context, visit), listener);
    },
    due: async () => {
      for (const row of await confirmations.approvals.overdue(now())) {
        await trail.append(lapsedLine(row, now()));
        await confirmations.approvals.end(row.id, { state: 'lapsed', now: now() });
      }
      await tellAll(async (card) => await tellFirst(needs, card));
    },
  };
}

function lapsedLine(row: Confirmation, at: number) {
  const { channel, role, account, coupon, id, second } = row;
  const what = { event: 'lapsed', ability: 'coupon.create', outcome: 'lapsed' } as const;
  return {
    ...what,
    at,
    person: second?.asker ?? 'unknown',
    channel,
    role,
    account,
    coupon,
    correlation: id.slice(0, 6),
  };
}

/** Speaks first. An asker who cannot be reached any more stays to be told; for the others it is over. */
async function tellFirst(needs: ApprovalNeeds, card: ApprovalCard): Promise<void> {
  const { cards, references, clock } = needs;
  const chat = await references.personal(card.conversation);
  const view = await viewOf(needs, card, chat ?? {});
  const reference = chat?.reference ?? (await groupOf(needs, card));
  if (view === null || (reference === null && card.audience !== 'asker')) return await cards.told(card.id);
  if (reference === null) return await cards.failed(card.id, clock().getTime());
  await needs.speakFirst(reference, async (context) => {
    await showInstead(context, card.activity || undefined, view);
  });
  await cards.told(card.id);
}

async function tellIn(
  needs: ApprovalNeeds,
  card: ApprovalCard,
  context: TurnContext,
  visit: Visit,
): Promise<void> {
  const view = await viewOf(needs, card, visit);
  if (view !== null && card.conversation === visit.conversation)
    await showInstead(context, card.activity || undefined, view);
  else if (view !== null) await show(context, view);
  await needs.cards.told(card.id);
}

/** `null`: there is nothing to tell, or nothing that it would stand on. */
async function viewOf(
  needs: ApprovalNeeds,
  card: ApprovalCard,
  reader: { zone?: string; locale?: string },
): Promise<Masked<View> | null> {
  const row = await needs.confirmations.approvals.get(card.offer);
  if (row === null || (card.audience !== 'asker' && card.activity === null)) return null;
  if (row.reason === 'forgotten' && card.audience === 'asker') return null;
  return becameOf(row, card, needs, readingFor(needs, row, reader));
}

async function groupOf(
  { bound, policy }: ApprovalNeeds,
  { audience }: ApprovalCard,
): Promise<Reference | null> {
  const name = policy.approval?.conversation;
  return audience === 'group' && name !== undefined ? await bound.find(name) : null;
}
