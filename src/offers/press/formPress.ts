import type { AccountAsk } from '../../abilities/ask.js';
import { describeTerms } from '../../masking/couponTerms.js';
import type { Button } from '../../masking/views.js';
import { audienceOf } from '../../visit.js';
import type { Desk } from '../desk.js';
import type { Draft } from '../draft.js';
import { showForm } from '../formCard.js';
import { takeForm } from '../formValues.js';
import { formOf } from '../propose.js';
import { record } from '../record.js';
import { making, type Pressed, type Presser, saying } from './pressed.js';
import { proposeInstead } from './proposeInstead.js';

/** What was sent with a press on a form: the draft it was drawn from, and its inputs, unchecked. */
export interface FormPress {
  draft: Draft;
  inputs: Readonly<Record<string, unknown>>;
}

/** Review: what was typed goes on as a review card, or comes back in the form with what has to change. */
export async function review(desk: Desk, { draft, inputs }: FormPress, presser: Presser): Promise<Pressed> {
  const { values, faults: unread } = takeForm(inputs);
  const typed: Draft = { ...draft, values };
  if (Object.keys(unread).length === 0) return await proposeInstead(desk, typed, presser);
  const form = formOf(desk, typed, presser.ask);
  const faults = form.kind === 'faults' ? { ...form.faults, ...unread } : unread;
  return making(await showForm(desk, { draft: typed, faults }, presser.ask));
}

/** Don't create, on a form: what was in it once more in one line, and a way back to it. */
export async function leave(desk: Desk, { draft, inputs }: FormPress, { ask }: Presser): Promise<Pressed> {
  await record(desk, ask, { event: 'declined', ability: 'coupon.decline', outcome: 'declined' });
  const { values } = takeForm(inputs);
  // The button sends no inputs where the client knows how to leave them out.
  const kept: Draft = Object.keys(values).length > 0 ? { ...draft, values } : draft;
  const buttons = [await reopenButton(desk, kept, ask, 'Adjust')];
  return { ...saying(whatIsLeft(desk, kept, ask), 'declined', ask, buttons), card: 'instead' };
}

function whatIsLeft(desk: Desk, draft: Draft, ask: AccountAsk): string {
  if (draft.coupon !== undefined) return 'No code was created. The coupon stays as it is, without one.';
  const form = formOf(desk, draft, ask);
  return form.kind === 'terms' ? `Not created: ${describeTerms(form.terms, ask.reading)}.` : 'Not created.';
}

/** A press on a form that is open no more: nothing is created, and what was typed can go on in a new one. */
export async function leftover(desk: Desk, inputs: FormPress['inputs'], { ask }: Presser): Promise<Pressed> {
  const account = ask.account.place.id;
  const button = await reopenButton(
    desk,
    { values: takeForm(inputs).values, account },
    ask,
    'Open a new form',
  );
  const text = 'This form is not open any more, so nothing was created.';
  return { ...saying(text, 'form_gone', ask, [button]), card: 'stays' };
}

/** The form of a draft that was put away. */
export async function reopen(desk: Desk, draft: Draft, { ask }: Presser): Promise<Pressed> {
  return making(await showForm(desk, { draft }, ask));
}

async function reopenButton(desk: Desk, draft: Draft, ask: AccountAsk, title: string): Promise<Button> {
  const { faults: _, ...bare } = draft;
  const resume = await desk.seal.close(bare, audienceOf(ask.visit));
  return { title, data: { tillkeeper: { act: 'coupon.adjust', resume } } };
}
