import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Road } from '../src/answer.js';
import { isForgotten } from '../src/bot.js';
import type { Desk } from '../src/offers/desk.js';
import type { Pressed } from '../src/offers/press/pressed.js';
import type { Visit } from '../src/visit.js';
import { carriedBy, type Submit } from './acts.js';
import { createShowAgain, type ShowAgain } from './couponAgain.js';
import { type CouponPress, createCouponPress } from './couponPress.js';
import { createSupersede, type Supersede } from './couponSupersede.js';
import { show, showInstead, takeAway } from './show.js';
import { setWaiting, type Waiting, waitingOf } from './waiting.js';

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
  readonly #visitOf: CouponNeeds['visitOf'];
  readonly #press: CouponPress;
  readonly #showAgain: ShowAgain;
  readonly #supersede: Supersede;
  readonly #asked: Desk['second']['shown'];

  constructor(needs: CouponNeeds) {
    super(CouponDialog.id);
    this.#visitOf = needs.visitOf;
    this.#press = createCouponPress(needs);
    this.#showAgain = createShowAgain(needs);
    this.#supersede = createSupersede(needs);
    this.#asked = needs.desk.second.shown;
  }

  override async beginDialog(dc: DialogContext, options?: CouponOptions): Promise<DialogTurnResult> {
    const opened = options?.opened ?? [];
    setWaiting(dc, opened);
    return opened.length > 0 ? Dialog.EndOfTurn : await this.continueDialog(dc);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const carried = carriedBy(dc.context.activity.value);
    if (carried.kind !== 'submit') return Dialog.EndOfTurn;
    await this.#pressed(dc, carried.submit);
    return waitingOf(dc).length > 0 ? Dialog.EndOfTurn : await dc.endDialog();
  }

  /** A question was answered in between: the cards are shown again below it, but those that the answer stands for. */
  override async resumeDialog(
    dc: DialogContext,
    _reason: DialogReason,
    result?: CouponOptions,
  ): Promise<DialogTurnResult> {
    const { opened = [], changes = false } = result ?? {};
    const waiting = waitingOf(dc);
    if (isForgotten(dc.context)) return await takenAway(dc, waiting);
    const left = await this.#supersede(dc.context, waiting, { opened, changes });
    const again: Waiting[] = [];
    for (const card of left) again.push(await this.#showAgain(dc.context, card));
    setWaiting(dc, [...again, ...opened]);
    return Dialog.EndOfTurn;
  }

  async #pressed(dc: DialogContext, submit: Submit): Promise<void> {
    const { context } = dc;
    const waiting = waitingOf(dc);
    const card = waiting.find(({ nonce }) => nonce === submit.nonce);
    const onCard = context.activity.replyToId ?? card?.activity;
    const pressed = await this.#press(this.#visitOf(context), submit, { card, activity: onCard });
    const stands = onCard ?? pressed.stands;
    const activity = await showPressed(context, stands, pressed);
    if (pressed.waits !== undefined) await this.#asked(pressed.waits, this.#visitOf(context), activity);
    const others = waiting.filter((each) => each !== card);
    const kept =
      card && pressed.card === 'stays' ? [{ ...card, choosing: pressed.outcome === 'several' }] : [];
    setWaiting(dc, [...others, ...kept, ...(pressed.opened ? [{ ...pressed.opened, activity }] : [])]);
  }
}

/** The conversation was forgotten: what waited in it creates nothing any more. */
async function takenAway(dc: DialogContext, waiting: readonly Waiting[]): Promise<DialogTurnResult> {
  for (const { activity } of waiting) await takeAway(dc.context, activity);
  setWaiting(dc, []);
  return Dialog.EndOfTurn;
}

async function showPressed(
  context: TurnContext,
  activity: string | undefined,
  { views, card }: Pressed,
): Promise<string | undefined> {
  const [first, ...more] = views;
  if (first === undefined) return undefined;
  const shown = await (card === 'instead' ? showInstead(context, activity, first) : show(context, first));
  for (const view of more) await show(context, view);
  return shown;
}
