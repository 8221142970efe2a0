import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Answer, OpenCard } from '../src/abilities/ask.js';
import type { Entered, Road } from '../src/answer.js';
import { StripeFault } from '../src/errors.js';
import { maskNotice } from '../src/masking/mask.js';
import type { Masked, View } from '../src/masking/views.js';
import type { Desk } from '../src/offers/desk.js';
import { takeForm } from '../src/offers/formValues.js';
import { adjust, create, decline, findPress, type Pressed, showAgain } from '../src/offers/press.js';
import { type Draft, draft, leaveForm, propose, reviewAgain, showForm } from '../src/offers/propose.js';
import { stripeSentence } from '../src/sentences.js';
import { audienceOf, type Visit } from '../src/visit.js';
import { carriedBy, type Submit } from './acts.js';
import { show, showInstead, takeAway } from './show.js';

/** A coupon card on the screen that waits for a Submit, with the activity it stands in. */
export type Waiting = OpenCard & { activity?: string | undefined };

/** What the coupon dialog is begun with: cards that are on the screen, or nothing for a press on an older card. */
export interface CouponOptions {
  opened: Waiting[];
  /** True when they stand for the cards that wait: those can create nothing any more. */
  changes?: boolean;
}

interface CouponNeeds {
  road: Road;
  desk: Desk;
  visitOf: (context: TurnContext) => Visit;
}

/** Holds the coupon cards of a person until each is submitted: created, or declined. Text never ends it. */
export class CouponDialog extends Dialog<CouponOptions> {
  static readonly id = 'coupon';
  readonly #needs: CouponNeeds;

  constructor(needs: CouponNeeds) {
    super(CouponDialog.id);
    this.#needs = needs;
  }

  override async beginDialog(dc: DialogContext, options?: CouponOptions): Promise<DialogTurnResult> {
    const opened = options?.opened ?? [];
    setWaiting(dc, opened);
    return opened.length > 0 ? Dialog.EndOfTurn : await this.continueDialog(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const carried = carriedBy(dc.context.activity.value);
    if (carried.kind !== 'submit') return Dialog.EndOfTurn;
    await this.#press(dc, carried.submit);
    return waitingOf(dc).length > 0 ? Dialog.EndOfTurn : await dc.endDialog();
  }

  /** A question was answered in between: the cards are shown again below it. */
  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    result?: CouponOptions,
  ): Promise<DialogTurnResult> {
    const opened = result?.opened ?? [];
    const again: Waiting[] = [];
    for (const card of waitingOf(dc)) {
      if (result?.changes && opened.length > 0) await this.#supersede(dc.context, card);
      else again.push(await this.#showAgain(dc.context, card));
    }
    setWaiting(dc, [...again, ...opened]);
    return Dialog.EndOfTurn;
  }

  /** The person changed the terms in words: the card with the old ones goes. */
  async #supersede(context: TurnContext, card: Waiting): Promise<void> {
    const { confirmations, clock } = this.#needs.desk;
    const now = clock().getTime();
    if (card.kind === 'review')
      await confirmations.settle(card.nonce, { state: 'declined', now, reason: 'adjusted' });
    await takeAway(context, card.activity);
  }

  async #press(dc: DialogContext, submit: Submit): Promise<void> {
    const { context } = dc;
    const waiting = waitingOf(dc);
    const card = waiting.find(({ nonce }) => nonce === submit.nonce);
    const pressed = await this.#recorded(context, submit, card);
    const activity = context.activity.replyToId ?? card?.activity;
    const shown = await showPressed(context, activity, pressed);
    const left = pressed.settles ? waiting.filter(({ nonce }) => nonce !== submit.nonce) : waiting;
    setWaiting(dc, [...left, ...(pressed.opened ? [{ ...pressed.opened, activity: shown }] : [])]);
  }

  /** Every press is on record before its answer is shown. */
  async #recorded(context: TurnContext, submit: Submit, card: Waiting | undefined): Promise<Pressed> {
    const visit = this.#needs.visitOf(context);
    const pressed = await this.#pressed(visit, submit, card).catch((fault: unknown) => faulty(fault, visit));
    const { outcome = 'answered' } = pressed;
    await this.#needs.road.record(visit, { event: 'pressed', ability: submit.act, outcome });
    return pressed;
  }

  async #pressed(visit: Visit, submit: Submit, card: Waiting | undefined): Promise<Pressed> {
    if (submit.act === 'coupon.review') return await this.#review(visit, submit, card);
    if (card?.kind === 'form' || submit.resume !== undefined)
      return await this.#leaveForm(visit, submit, card?.account ?? visit.account);
    const row = await this.#needs.desk.confirmations.find(submit.nonce ?? '');
    const entered = await this.#enter(visit, row?.account ?? visit.account);
    if (entered.kind === 'answer') return { ...entered.answer, settles: false, replaces: false };
    const press = await findPress(this.#needs.desk, submit.nonce ?? '', entered.ask);
    if (!('row' in press)) return press;
    const acts = {
      'coupon.create': create,
      'coupon.adjust': adjust,
      'coupon.decline': decline,
      'card.showAgain': showAgain,
    };
    const act = Object.entries(acts).find(([name]) => name === submit.act)?.[1] ?? decline;
    return await act(this.#needs.desk, press, entered.ask, entered.leave);
  }

  async #review(visit: Visit, submit: Submit, card: Waiting | undefined): Promise<Pressed> {
    const entered = await this.#enter(visit, card?.account ?? visit.account);
    if (entered.kind === 'answer') return { ...entered.answer, settles: false, replaces: false };
    const values = takeForm(submit.inputs);
    if (values === null) return { ...unreadable(entered), settles: false, replaces: false };
    const before = await this.#draftOf(visit, card);
    const answer = await propose(this.#needs.desk, { ...before, values }, entered.ask, entered.leave);
    return { ...answer, settles: true, replaces: true };
  }

  /** Adjust, pressed on the notice that a form left behind; or Don't create on the form itself. */
  async #leaveForm(visit: Visit, submit: Submit, account: string | null): Promise<Pressed> {
    const entered = await this.#enter(visit, account);
    if (entered.kind === 'answer') return { ...entered.answer, settles: false, replaces: false };
    const { desk } = this.#needs;
    if (submit.act === 'coupon.adjust') {
      const kept = (await desk.seal.open(submit.resume ?? '', audienceOf(visit), draft)) ?? { values: {} };
      return { ...(await showForm(desk, kept, entered.ask, {})), settles: true, replaces: true };
    }
    const values = takeForm(submit.inputs) ?? {};
    return { ...(await leaveForm(desk, { values }, entered.ask)), settles: true, replaces: true };
  }

  async #draftOf(visit: Visit, card: Waiting | undefined): Promise<Draft> {
    if (card?.kind !== 'form') return { values: {} };
    return (await this.#needs.desk.seal.open(card.draft, audienceOf(visit), draft)) ?? { values: {} };
  }

  async #enter(visit: Visit, account: string | null): Promise<Entered | { kind: 'answer'; answer: Answer }> {
    return await this.#needs.road.enter('coupons.create', { ...visit, account });
  }

  async #showAgain(context: TurnContext, card: Waiting): Promise<Waiting> {
    const visit = this.#needs.visitOf(context);
    const entered = await this.#enter(visit, card.account);
    if (entered.kind === 'answer') return card;
    const { view, opened } = await this.#drawAgain(visit, card, entered).catch(() => ({
      view: null,
      opened: card,
    }));
    if (view === null) return card;
    await takeAway(context, card.activity);
    return { ...opened, activity: await show(context, view) };
  }

  async #drawAgain(
    visit: Visit,
    card: Waiting,
    { ask }: Entered,
  ): Promise<{ view: Masked<View> | null; opened: OpenCard }> {
    if (card.kind === 'form') {
      const shown = await showForm(this.#needs.desk, await this.#draftOf(visit, card), ask, {});
      return { view: shown.views[0] ?? null, opened: shown.opened ?? card };
    }
    const row = await this.#needs.desk.confirmations.find(card.nonce);
    const waits = row?.state === 'open' && row.lapsesAt > this.#needs.desk.clock().getTime();
    return { view: waits ? await reviewAgain(card.nonce, row, ask) : null, opened: card };
  }
}

/** Stripe failed before anything was written: the card stays as it was. */
function faulty(fault: unknown, { correlation }: Visit): Pressed {
  if (!(fault instanceof StripeFault)) throw fault;
  const view = maskNotice({ text: stripeSentence(fault.code, correlation) });
  return { views: [view], outcome: fault.code, settles: false, replaces: false };
}

function unreadable({ ask }: Entered): Answer {
  const text =
    'I could not read this form: an input holds something other than text or a number. Fill it in once more.';
  return { views: [maskNotice({ text }, ask.reading)], outcome: 'unreadable' };
}

async function showPressed(
  context: TurnContext,
  activity: string | undefined,
  pressed: Pressed,
): Promise<string | undefined> {
  const [first, ...more] = pressed.views;
  if (first === undefined) return undefined;
  const shown = await (pressed.replaces ? showInstead(context, activity, first) : show(context, first));
  for (const view of more) await show(context, view);
  return shown;
}

function waitingOf(dc: DialogContext): Waiting[] {
  const state: { waiting?: Waiting[] } = dc.activeDialog?.state ?? {};
  return state.waiting ?? [];
}

function setWaiting(dc: DialogContext, waiting: Waiting[]): void {
  if (dc.activeDialog) dc.activeDialog.state = { waiting };
}
