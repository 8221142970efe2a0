import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Road } from '../src/answer.js';
import { maskAccounts } from '../src/masking/mask.js';
import type { Masked, View } from '../src/masking/views.js';
import { plan, step } from '../src/recognition/plan.js';
import type { Seal } from '../src/sealed.js';
import { doing, listed, roleName } from '../src/sentences.js';
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

/** Reads a press on a card that is no coupon card. One that leads nowhere is on record too. */
export async function pressed(
  needs: PressNeeds,
  context: TurnContext,
  visit: Visit,
  submit: Submit,
): Promise<Request> {
  const goesOn = goingOn.get(submit.act);
  if (goesOn === undefined) return await actOf(needs, context, visit, submit);
  const request = await goesOn(needs, visit, submit);
  return (
    request ?? (await nowhere(needs.road, visit, { ability: submit.act, outcome: 'lost', text: lostCard }))
  );
}

/** Presses that go on from something sealed or kept: `null` when it is not this person's, not here, or gone. */
type GoesOn = (needs: PressNeeds, visit: Visit, submit: Submit) => Promise<Request | null>;

const goingOn: ReadonlyMap<string, GoesOn> = new Map<string, GoesOn>([
  ['list.next', async ({ seal }, visit, { cursor = '' }) => await nextRows(seal, visit, cursor)],
  ['card.showAgain', async (needs, visit, { resume = '' }) => await showAgain(needs, visit, resume)],
  ['customer.choose', chooseCustomer],
]);

async function chooseCustomer(
  { seal }: PressNeeds,
  visit: Visit,
  { customer = '', resume = '' }: Submit,
): Promise<Request | null> {
  const waiting = await seal.open(resume, audienceOf(visit), waitingStep);
  if (!waiting?.among.includes(customer)) return null;
  const chosen: { do: string } = Object.assign(waiting.step, { customer });
  const { data } = plan.safeParse({ steps: [chosen] });
  return { kind: 'steps', steps: [chosen], ...(data ? { plan: data } : {}) };
}

/** Says why a press did nothing, and puts it on record. */
export async function nowhere(
  road: Road,
  visit: Visit,
  { ability = 'none', outcome, text }: { ability?: string; outcome: string; text: string },
): Promise<Request> {
  await road.record(visit, { event: 'pressed', ability, outcome });
  return said(text);
}

/** A press on no button of ours, put on record. Its name is not kept: anybody may have written it. */
export async function unknownButton(road: Road, visit: Visit): Promise<Request> {
  const text = 'I do not know this button, so I did nothing. Write what you want to know.';
  return await nowhere(road, visit, { outcome: 'unknown_button', text });
}

async function actOf(
  needs: PressNeeds,
  context: TurnContext,
  visit: Visit,
  submit: Submit,
): Promise<Request> {
  if (submit.act === 'account.use') return await useAccount(needs, context, visit, submit.account);
  if (submit.act === 'card.takeBack') return await takeBackNow(needs, visit, submit.nonce ?? '');
  if (submit.act === 'conversation.bind') return await bind(needs, context, visit, submit.name ?? '');
  if (submit.act === 'conversation.forget') {
    await needs.forget(context, visit);
    return said(
      'Forgotten: the cards of this conversation are taken back, and I keep nothing of it but the record of who did what.',
    );
  }
  return await unknownButton(needs.road, visit);
}

/** The name then stands for this conversation: what is sent there by itself comes here. */
async function bind(
  { road, bound, conversations, clock }: PressNeeds,
  { activity: { conversation, channelId, serviceUrl, recipient } }: TurnContext,
  visit: Visit,
  name: string,
): Promise<Request> {
  const entered = await road.enter('settings.bind', visit);
  if (entered.kind === 'answer') {
    const { views, refusal } = entered.answer;
    const hidden = visit.group && refusal !== undefined && refusal.reason !== 'unknown';
    return hidden ? said(mayNotBind(refusal.rolesThatMay)) : { kind: 'views', views };
  }
  if (!conversations.includes(name))
    return said(
      'No conversation of that name stands in the settings, so nothing was changed. Whoever runs this bot can add it there.',
    );
  const reference = { conversation, channelId, serviceUrl, bot: recipient };
  await road.record(visit, { event: 'pressed', ability: 'conversation.bind', outcome: 'bound' });
  await bound.bind(name, reference, clock().getTime());
  return said(`From now on this conversation is “${name}”: cards for it come here.`);
}

/** Where others read along, nothing is told of the roles and accounts of who pressed. */
function mayNotBind(roles: readonly string[]): string {
  const who = roles.length === 0 ? '' : ` ${listed(roles.map(roleName))} may.`;
  return `You may not ${doing['settings.bind']}, so nothing was changed.${who}`;
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
async function showAgain(
  { expiries, seal, clock }: PressNeeds,
  visit: Visit,
  id: string,
): Promise<Request | null> {
  const sealed = await expiries.question(id, clock().getTime());
  const asked = sealed && (await seal.open(sealed, audienceOf(visit), question));
  if (!asked) return null;
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
  return (await nextRows(seal, visit, cursor)) ?? said(lostCard);
}

async function nextRows(seal: Seal, visit: Visit, cursor: string): Promise<Request | null> {
  const next = await seal.open(cursor, audienceOf(visit), further);
  if (next === null) return null;
  return { kind: 'steps', steps: [next.step], after: next.after, plan: { steps: [next.step] } };
}

const lostCard = 'This card is not yours, or too old to go on from. Ask the question again.';

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
    if (account !== undefined)
      await road.record(visit, {
        event: 'refused',
        ability: 'account.use',
        outcome: 'refused',
        reason: 'account',
      });
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
