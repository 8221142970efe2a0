import type { TurnContext } from 'botbuilder';
import {
  ComponentDialog,
  type DialogContext,
  type DialogTurnResult,
  DialogTurnStatus,
  WaterfallDialog,
  type WaterfallStepContext,
} from 'botbuilder-dialogs';
import type { Permitted, Road } from '../src/answer.js';
import type { Masked, View } from '../src/masking/views.js';
import type { Desk } from '../src/offers/desk.js';
import type { Visit } from '../src/visit.js';
import { carriedBy, isCouponAct } from './acts.js';
import { CouponDialog, type CouponOptions } from './couponDialog.js';
import type { Memory, ShownRows } from './memory.js';
import type { Request } from './request.js';
import { show, takeAway } from './show.js';
import type { Waiting } from './waiting.js';
import type { Watch } from './watch.js';

/** What the dialogs work with: the roads, and whose turn it is. */
export interface DialogNeeds {
  road: Road;
  desk: Desk;
  visitOf: (context: TurnContext) => Visit;
  /** Reads a message or a press as steps to answer, or as a sentence to say. */
  request: (context: TurnContext, visit: Visit) => Promise<Request>;
  memory: Memory;
  watch: Watch;
}

interface Asked {
  visit: Visit;
  request: Request;
  permitted: Permitted[];
  opened: Waiting[];
  shown: ShownRows[];
}

/** A person's whole talk: each message runs the waterfall; a coupon card waits below it until it is submitted. */
export class MainDialog extends ComponentDialog {
  static readonly id = 'main';
  readonly #needs: DialogNeeds;
  /** Of this turn only: a waterfall never sleeps, and permits do not survive a turn. */
  readonly #turns = new WeakMap<TurnContext, Asked>();

  constructor(needs: DialogNeeds) {
    super(MainDialog.id);
    this.#needs = needs;
    this.addDialog(
      new WaterfallDialog('question', [
        async (step) => await this.#recognise(step),
        async (step) => await this.#permit(step),
        async (step) => await this.#answer(step),
        async (step) => await this.#close(step),
      ]),
    );
    this.addDialog(new CouponDialog(needs));
    this.initialDialogId = 'question';
  }

  override async onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return await this.#turn(dc);
  }

  override async onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return await this.#turn(dc);
  }

  async #turn(dc: DialogContext): Promise<DialogTurnResult> {
    const carried = carriedBy(dc.context.activity.value);
    const { group } = this.#needs.visitOf(dc.context);
    if (!group && carried.kind === 'submit' && isCouponAct(carried.submit)) {
      const waits = dc.activeDialog?.id === CouponDialog.id;
      return await (waits ? dc.continueDialog() : dc.beginDialog(CouponDialog.id, { opened: [] }));
    }
    const done: DialogTurnResult<CouponOptions> = await dc.beginDialog('question');
    const opened = done.status === DialogTurnStatus.complete ? (done.result?.opened ?? []) : [];
    return opened.length > 0 ? await dc.beginDialog(CouponDialog.id, { opened }) : done;
  }

  async #recognise(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const visit = this.#needs.visitOf(step.context);
    const request = await this.#needs.request(step.context, visit);
    this.#turns.set(step.context, { visit, request, permitted: [], opened: [], shown: [] });
    return await step.next();
  }

  /** Leave is asked for every step before the first one is answered. */
  async #permit(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const asked = this.#turns.get(step.context);
    if (asked?.request.kind === 'steps') {
      const { steps, after } = asked.request;
      asked.permitted = steps.map((each) => this.#needs.road.permit(each, asked.visit, after));
    }
    return await step.next();
  }

  async #answer(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const asked = this.#turns.get(step.context);
    for (const view of asked ? viewsOf(asked.request) : []) await show(step.context, view);
    for (const permitted of asked?.permitted ?? []) {
      const { views, opened, shown, goes } = await this.#needs.road.answer(permitted);
      if (shown) asked?.shown.push(shown);
      let activity: string | undefined;
      for (const view of views) {
        activity = await show(step.context, view);
        const { step: asking, after, visit } = permitted;
        if (goes)
          await this.#needs
            .watch(visit, { id: goes, view, activity, question: { step: asking, after } })
            .catch(async (fault: unknown) => {
              await takeAway(step.context, activity);
              throw fault;
            });
      }
      if (opened) asked?.opened.push({ ...opened, activity });
    }
    return await step.next();
  }

  async #close(step: WaterfallStepContext): Promise<DialogTurnResult> {
    const asked = this.#turns.get(step.context);
    this.#turns.delete(step.context);
    if (asked?.request.kind === 'steps' && asked.request.plan)
      await this.#needs.memory.keep(step.context, asked.visit, {
        plan: asked.request.plan,
        shown: asked.shown.length > 0 ? asked.shown : [...(asked.request.shown ?? [])],
      });
    const changes = asked?.request.kind === 'steps' && asked.request.changes === true;
    return await step.endDialog({ opened: asked?.opened ?? [], changes });
  }
}

function viewsOf(request: Request): readonly Masked<View>[] {
  if (request.kind === 'views') return request.views;
  return request.before ? [request.before] : [];
}
