import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Road } from '../src/answer.js';
import { maskAccounts } from '../src/masking/mask.js';
import type { Masked, View } from '../src/masking/views.js';
import { plan, step } from '../src/recognition/plan.js';
import type { Seal } from '../src/sealed.js';
import type { BoundConversations } from '../src/store/boundConversations.js';
import type { Expiries } from '../src/store/expiries.js';
import { audienceOf, type Visit } from '../src/visit.js';
import type { Submit } from './acts.js';
import { type Request, said } from './request.js';
import type { TakeBack } from './takeBack.js';
import { question } from './watch.js';

export interface PressNeeds {
  road: Road;
  seal: Seal;
  /** Remembers the account a person chose in this conversation. */
  chooseAccount: (context: TurnContext, account: string) => Promise<void>;
  expiries: Expiries;
  bound: Pick<BoundConversations, 'bind'>;
  /** Names that the settings give conversations. */
  conversations: readonly string[];
  clock: () => Date;
  takeBack: TakeBack;
  /** Wipes what is kept of this person in this conversation. */
  forget: (context: TurnContext, visit: Visit) => Promise<void>;
}

const further = z.object({ step, after: z.string() });
const waitingStep = z.object({ step: z.looseObject({ do: z.string() }), among: z.array(z.string()) });

/** Reads a press on a card that is no coupon card. */
export async function pressed(
  needs: PressNeeds,
  context: TurnContext,
  visit: Visit,
  submit: Submit,
): Promise<Request> {
  if (submit.act === 'account.use') return await useAccount(needs, context, visit, submit.account);
  if (submit.act === 'list.next') return await goOn(needs.seal, visit, submit.cursor ?? '');
  if (submit.act === 'card.takeBack') return await takeBackNow(needs, visit, submit.nonce ?? '');
  if (submit.act === 'card.showAgain') return await showAgain(needs, visit, submit.resume ?? '');
  if (submit.act === 'conversation.bind') return await bind(needs, context, visit, submit.name ?? '');
  if (submit.act === 'conversation.forget') {
    await needs.forget(context, visit);
    return said(
      'Forgotten: the cards of this conversation are taken back, and I keep nothing of it but the record of who did what.',
    );
  }
  if (submit.act === 'customer.choose' && submit.customer) {
    const waiting = await needs.seal.open(submit.resume ?? '', audienceOf(visit), waitingStep);
    if (!waiting?.among.includes(submit.customer)) return lost();
    const chosen: { do: string } = Object.assign(waiting.step, { customer: submit.customer });
    const { data } = plan.safeParse({ steps: [chosen] });
    return { kind: 'steps', steps: [chosen], ...(data ? { plan: data } : {}) };
  }
  return said('I do not know this button, so I did nothing. Write what you want to know.');
}

/** The name then stands for this conversation: what is sent there by itself comes here. */
async function bind(
  { road, bound, conversations, clock }: PressNeeds,
  { activity: { conversation, channelId, serviceUrl, recipient } }: TurnContext,
  visit: Visit,
  name: string,
): Promise<Request> {
  const entered = await road.enter('settings.bind', visit);
  if (entered.kind === 'answer') return { kind: 'views', views: entered.answer.views };
  if (!conversations.includes(name))
    return said('No conversation of that name stands in the settings, so nothing was changed.');
  const reference = { conversation, channelId, serviceUrl, bot: recipient };
  await road.record(visit, { event: 'pressed', ability: 'conversation.bind', outcome: 'bound' });
  await bound.bind(name, reference, clock().getTime());
  return said(`From now on this conversation is “${name}”: what is sent there comes here.`);
}

async function takeBackNow(
  { expiries, clock, takeBack }: PressNeeds,
  { conversation }: Visit,
  id: string,
): Promise<Request> {
  await expiries.hurry({ id, conversation, now: clock().getTime() });
  await takeBack.now({ id, conversation });
  return { kind: 'views', views: [] };
}

/** Asks a card's question anew, with the rights as they are now. */
async function showAgain({ expiries, seal, clock }: PressNeeds, visit: Visit, id: string): Promise<Request> {
  const sealed = await expiries.question(id, clock().getTime());
  const asked = sealed && (await seal.open(sealed, audienceOf(visit), question));
  if (!asked) return lost();
  const { data } = plan.safeParse({ steps: [asked.step] });
  return {
    kind: 'steps',
    steps: [asked.step],
    ...(asked.after === undefined ? {} : { after: asked.after }),
    ...(data ? { plan: data } : {}),
  };
}

/** The next rows of a list, by the cursor of its card. */
export async function goOn(seal: Seal, visit: Visit, cursor: string): Promise<Request> {
  const next = await seal.open(cursor, audienceOf(visit), further);
  if (next === null) return lost();
  return { kind: 'steps', steps: [next.step], after: next.after, plan: { steps: [next.step] } };
}

function lost(): Request {
  return said('This card is not yours, or too old to go on from. Ask the question again.');
}

/** An account is chosen by a button only. Without a name on the button, the choice is shown. */
async function useAccount(
  { road, chooseAccount }: PressNeeds,
  context: TurnContext,
  visit: Visit,
  account: string | undefined,
): Promise<Request> {
  const reading = road.readingFor(visit, null);
  const places = [reading.place, ...reading.others].filter(({ id }) => id !== '');
  const shown = (lead: string, current: string): Masked<View> => {
    const place = places.find(({ id }) => id === current) ?? reading.place;
    return maskAccounts({ places, current, lead }, { ...reading, place });
  };
  const chosen = places.find(({ id }) => id === account);
  if (chosen === undefined) {
    const lead =
      account === undefined
        ? 'Which account do you want to ask about?'
        : 'That account is not one of yours. These are.';
    return { kind: 'views', views: [shown(lead, reading.place.id)] };
  }
  await chooseAccount(context, chosen.id);
  await road.record(
    { ...visit, account: chosen.id },
    { event: 'switched_account', ability: 'account.use', outcome: 'done' },
  );
  const lead = 'From now on your questions in this conversation are about this account.';
  return { kind: 'views', views: [shown(lead, chosen.id)] };
}
