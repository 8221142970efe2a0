import { TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Road } from '../src/answer.js';
import { dayIn } from '../src/calendar.js';
import { maskAccounts, maskNotice } from '../src/masking/mask.js';
import type { Masked, View } from '../src/masking/views.js';
import type { Recognise } from '../src/recognition/recogniser.js';
import type { Seal } from '../src/sealed.js';
import { audienceOf, type Visit } from '../src/visit.js';
import { carriedBy, type Submit } from './acts.js';

/** What a turn asks for: steps of a plan, or something that is answered as it is. */
export type Request =
  | { kind: 'steps'; steps: readonly { do: string }[]; after?: string }
  | { kind: 'views'; views: readonly Masked<View>[] };

export interface RequestNeeds {
  road: Road;
  recognise: Recognise;
  seal: Seal;
  clock: () => Date;
  /** Remembers the account a person chose in this conversation. */
  chooseAccount: (context: TurnContext, account: string) => Promise<void>;
}

/** Longer than this no question is; what is longer was pasted. */
const longestText = 2000;

const anyStep = z.looseObject({ do: z.string() });
const further = z.object({ step: anyStep, after: z.string() });

/** Reads a turn: a press on a card that carries its own meaning, or a sentence for the recogniser. */
export function createRequest(needs: RequestNeeds) {
  return async (context: TurnContext, visit: Visit): Promise<Request> => {
    const carried = carriedBy(context.activity.value);
    if (carried.kind === 'submit') return await pressed(needs, context, visit, carried.submit);
    const text = textOf(context);
    if (text !== '') return await read(needs, visit, text);
    if (carried.kind === 'faulty')
      return said('I do not know this button, so I did nothing. Write what you want to know.');
    if ((context.activity.attachments ?? []).length > 0)
      return said('I cannot read attachments. Write what you want to know in a sentence.');
    return said(
      'That message was empty. Write what you want to know, such as “show me the last 10 charges”.',
    );
  };
}

function said(text: string): Request {
  return { kind: 'views', views: [maskNotice({ text })] };
}

function textOf({ activity }: TurnContext): string {
  const { text = '' } = activity;
  if (!activity.entities?.length || !activity.recipient) return text.trim();
  return (TurnContext.removeRecipientMention(activity) ?? text).trim();
}

async function read({ recognise, road, clock }: RequestNeeds, visit: Visit, text: string): Promise<Request> {
  if (text.length > longestText) {
    await road.record(visit, { event: 'asked', ability: 'none', outcome: 'too_long' });
    return said(`That is longer than the ${longestText} characters I read. Ask it in a shorter sentence.`);
  }
  const sentence = { text, today: dayIn(visit.zone, clock()), zone: visit.zone, locale: visit.locale };
  const { plan, by } = await recognise(sentence, visit.signal);
  const ability = plan.steps.map((step) => step.do).join('+');
  await road.record(visit, { event: 'asked', ability, outcome: 'understood', recognisedBy: by });
  return { kind: 'steps', steps: plan.steps };
}

async function pressed(
  needs: RequestNeeds,
  context: TurnContext,
  visit: Visit,
  submit: Submit,
): Promise<Request> {
  const audience = audienceOf(visit);
  if (submit.act === 'ask' && submit.text) return await read(needs, visit, submit.text);
  if (submit.act === 'account.use') return await useAccount(needs, context, visit, submit.account);
  if (submit.act === 'list.next') {
    const next = await needs.seal.open(submit.cursor ?? '', audience, further);
    return next === null ? lost() : { kind: 'steps', steps: [next.step], after: next.after };
  }
  if (submit.act === 'customer.choose' && submit.customer) {
    const step = await needs.seal.open(submit.resume ?? '', audience, anyStep);
    if (step === null) return lost();
    const chosen: { do: string } = Object.assign(step, { customer: submit.customer });
    return { kind: 'steps', steps: [chosen] };
  }
  return said('I do not know this button, so I did nothing. Write what you want to know.');
}

function lost(): Request {
  return said('This card is not yours, or too old to go on from. Ask the question again.');
}

/** An account is chosen by a button only. Without a name on the button, the choice is shown. */
async function useAccount(
  { road, chooseAccount }: RequestNeeds,
  context: TurnContext,
  visit: Visit,
  account: string | undefined,
): Promise<Request> {
  const reading = road.readingFor(visit, null);
  const places = [reading.place, ...reading.others].filter(({ id }) => id !== '');
  const chosen = places.find(({ id }) => id === account);
  if (chosen === undefined) {
    const lead =
      account === undefined
        ? 'Which account do you want to ask about?'
        : 'That account is not one of yours. These are.';
    return { kind: 'views', views: [maskAccounts({ places, current: reading.place.id, lead }, reading)] };
  }
  await chooseAccount(context, chosen.id);
  await road.record(
    { ...visit, account: chosen.id },
    { event: 'switched_account', ability: 'account.use', outcome: 'done' },
  );
  const lead = 'From now on your questions in this conversation are about this account.';
  return {
    kind: 'views',
    views: [maskAccounts({ places, current: chosen.id, lead }, { ...reading, place: chosen })],
  };
}
