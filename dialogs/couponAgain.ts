import type { TurnContext } from 'botbuilder';
import type { OpenCard } from '../src/abilities/ask.js';
import type { Road } from '../src/answer.js';
import type { Masked, View } from '../src/masking/views.js';
import type { Desk } from '../src/offers/desk.js';
import { draft } from '../src/offers/draft.js';
import { showForm } from '../src/offers/formCard.js';
import type { Presser } from '../src/offers/press/pressed.js';
import { reviewAgain } from '../src/offers/reviewCard.js';
import { audienceOf, type Visit } from '../src/visit.js';
import { show, takeAway } from './show.js';
import type { Waiting } from './waiting.js';

interface AgainNeeds {
  road: Road;
  desk: Desk;
  visitOf: (context: TurnContext) => Visit;
}

/** Draws a card that waits once more below what was said meanwhile, and takes the older one away.
 * One that has lapsed, or whose owner may no longer create, stays where it is. */
export type ShowAgain = (context: TurnContext, card: Waiting) => Promise<Waiting>;

/** Makes the way to draw them. */
export function createShowAgain({ road, desk, visitOf }: AgainNeeds): ShowAgain {
  return async (context, card) => {
    const visit = visitOf(context);
    const entered = await road.enter('coupons.create', { ...visit, account: card.account });
    if (entered.kind === 'answer') return card;
    const drawn = await draw(desk, visit, card, entered);
    if (drawn === null) return card;
    await takeAway(context, card.activity);
    return { ...drawn.opened, activity: await show(context, drawn.view) };
  };
}

interface Drawn {
  view: Masked<View>;
  opened: OpenCard;
}

async function draw(desk: Desk, visit: Visit, card: Waiting, { ask }: Presser): Promise<Drawn | null> {
  if (card.kind === 'form') {
    const kept = await desk.seal.open(card.draft, audienceOf(visit), draft);
    if (kept === null) return null;
    const again = { draft: kept, faults: kept.faults ?? {} };
    const { views, opened } = await showForm(desk, { ...again, nonce: card.nonce }, ask);
    const [view] = views;
    return view && opened ? { view, opened } : null;
  }
  const row = await desk.confirmations.find(card.nonce);
  const open = row?.state === 'open' && row.lapsesAt > desk.clock().getTime();
  if (!open && row?.state !== 'executing') return null;
  return { view: await reviewAgain(desk, { nonce: card.nonce, row }, ask), opened: card };
}
