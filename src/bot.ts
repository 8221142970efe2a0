import {
  type Activity,
  type InvokeResponse,
  type PrivateConversationState,
  type StatePropertyAccessor,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import { type Dialog, DialogSet, type DialogState, DialogTurnStatus } from 'botbuilder-dialogs';
import type { Directory } from './access/caller.js';
import { tenantOf } from './access/identity.js';
import { isZone } from './calendar.js';
import { type Door, identityOf } from './channels/identity.js';
import type { Privately } from './channels/speakFirst.js';
import { waitedOf } from './channels/waited.js';
import { ChannelFault } from './errors.js';
import type { References, Seen } from './store/references.js';
import type { Visit } from './visit.js';

/** Longest time for a turn, in ms: after 15 s Teams sends the message again. */
const turnLength = 13_000;

/** What a turn has at least, in ms, however long its message waited in line. */
const leastTurn = 2000;

/** Quick answers come without dots: where an answer only replaces a card, Web Chat would leave them standing. */
const waitBeforeTyping = 600;

/** The bot's own part of a person's state in a conversation. */
interface Talk {
  account?: string;
}

export interface BotNeeds {
  /** The person's whole talk. */
  dialog: Dialog;
  state: PrivateConversationState;
  directory: Directory;
  references: References;
  /** Who is to be remembered with their personal chat; nobody in a group. */
  seen: (visit: Visit) => Seen | undefined;
  /** Someone is here: they get what waits for them. */
  heard: (context: TurnContext, visit: Visit) => Promise<void>;
  /** Whether this turn may run; when not, the person was told why. */
  admit: (context: TurnContext, visit: Visit) => Promise<boolean>;
  /** Sends the welcome card. */
  welcome: (context: TurnContext, visit: Visit) => Promise<void>;
  /** Whether a channel lets the bot take cards back. */
  takesBack: (activity: Activity) => Promise<boolean>;
  timeZone: string;
  clock: () => Date;
  /** A short reference that people can read out. */
  correlationId: () => string;
}

/** The bot: welcomes, shows that it is at work, runs the dialogs, saves state. */
export class TillkeeperBot extends TeamsActivityHandler {
  readonly #needs: BotNeeds;
  readonly #talk: StatePropertyAccessor<Talk>;
  readonly #dialogs: DialogSet;

  constructor(needs: BotNeeds) {
    super();
    this.#needs = needs;
    this.#talk = needs.state.createProperty<Talk>('talk');
    this.#dialogs = new DialogSet(needs.state.createProperty<DialogState>('dialog'));
    this.#dialogs.add(needs.dialog);
    this.onMessage(async (context, next) => {
      await this.#answer(context);
      await next();
    });
    this.onConversationUpdate(async (context, next) => {
      const visit = visitOf(context);
      const seen = needs.seen(visit);
      if (seen) await this.#remember(context, visit, seen);
      await next();
      if (seen) await needs.heard(context, visit);
    });
    this.onMembersAdded(async (context, next) => {
      const { membersAdded = [], recipient } = context.activity;
      if (membersAdded.some(({ id }) => id !== recipient?.id)) await needs.welcome(context, visitOf(context));
      await next();
    });
  }

  /** Runs one turn that came in by a door. */
  async runFrom(door: Door, context: TurnContext): Promise<void> {
    const talk = await this.#talk.get(context, {});
    context.turnState.set(doorKey, door);
    context.turnState.set(visitKey, await this.#visit(context, door, talk));
    await this.run(context);
    if (isForgotten(context)) await this.#needs.state.delete(context);
    await this.#needs.state.saveChanges(context);
  }

  /** Runs the turn again in its sender's own chat. */
  async runPrivately(context: TurnContext, privately: Privately): Promise<void> {
    const door: Door = context.turnState.get(doorKey);
    const { signal } = visitOf(context);
    await privately(context, async (personal) => {
      personal.turnState.set(signalKey, signal);
      await this.runFrom(door, personal);
    });
  }

  /** No card of ours asks for an answer of its own. By itself Bot Framework tells what is wrong in its own words. */
  protected override async onInvokeActivity(): Promise<InvokeResponse> {
    return { status: 501 };
  }

  /** Remembers the account a person chose in this conversation. */
  async chooseAccount(context: TurnContext, account: string): Promise<void> {
    await this.#talk.set(context, { account });
  }

  async #answer(context: TurnContext): Promise<void> {
    const stopTyping = typingAfter(waitBeforeTyping, context);
    try {
      await this.#talkOn(context);
    } finally {
      await stopTyping();
    }
  }

  async #talkOn(context: TurnContext): Promise<void> {
    const visit = visitOf(context);
    const movedHere = context.turnState.get(signalKey) !== undefined;
    if (!movedHere && !(await this.#needs.admit(context, visit))) return;
    await this.#remember(context, visit, this.#needs.seen(visit));
    const dc = await this.#dialogs.createContext(context);
    const done = await dc.continueDialog();
    if (done.status === DialogTurnStatus.empty) await dc.beginDialog(this.#needs.dialog.id);
    if (!isForgotten(context)) await this.#needs.heard(context, visit);
  }

  async #remember({ activity }: TurnContext, visit: Visit, seen: Seen | undefined): Promise<void> {
    const { conversation, channelId, serviceUrl, recipient: bot, from: user } = activity;
    const now = this.#needs.clock().getTime();
    const given = { conversation, channelId, serviceUrl, bot, user };
    await this.#needs.references.remember(visit.conversation, given, now, seen);
  }

  async #visit(context: TurnContext, door: Door, talk: Talk): Promise<Visit> {
    const { activity } = context;
    const identity = identityOf(activity, door);
    const left = Math.max(leastTurn, turnLength - waitedOf(context));
    const signal = context.turnState.get(signalKey) ?? AbortSignal.timeout(left);
    const caller = await this.#needs.directory(identity, signal);
    const [first = null] = caller.accounts;
    const chosen =
      talk.account !== undefined && caller.accounts.includes(talk.account) ? talk.account : first;
    const zone = activity.localTimezone;
    return {
      caller,
      tenant: tenantOf(identity),
      conversation: JSON.stringify([door.kind, activity.channelId, activity.conversation.id]),
      channel: activity.channelId,
      group: isGroup(activity),
      account: chosen,
      zone: zone && isZone(zone) ? zone : this.#needs.timeZone,
      locale: knownLocale(activity.locale),
      correlation: this.#needs.correlationId(),
      takesBack: await this.#needs.takesBack(activity),
      signal,
    };
  }
}

/** Shows that the bot is at work once a turn takes longer than this many ms; what it gives back stops that. */
function typingAfter(wait: number, context: TurnContext): () => Promise<void> {
  let sent: Promise<unknown> = Promise.resolve();
  const timer = setTimeout(() => {
    sent = context.sendActivity({ type: 'typing' }).catch(() => undefined);
  }, wait);
  context.onSendActivities(async (_, activities, next) => {
    if (activities.some(({ type }) => type === 'message')) clearTimeout(timer);
    return await next();
  });
  return async () => {
    clearTimeout(timer);
    await sent;
  };
}

const visitKey = Symbol('visit');
const forgetKey = Symbol('forget');
const doorKey = Symbol('door');
/** Set where a turn goes on in its sender's own chat: it was counted, and its time runs since then. */
const signalKey = Symbol('signal');

function isGroup({ conversation: { isGroup, conversationType } }: Activity): boolean {
  return isGroup === true || conversationType === 'groupChat' || conversationType === 'channel';
}

/** Has the state of this person in this conversation wiped when the turn ends. */
export function forgetAfter(context: TurnContext): void {
  context.turnState.set(forgetKey, true);
}

/** Whether it will be. */
export function isForgotten(context: TurnContext): boolean {
  return context.turnState.get(forgetKey) === true;
}

/** The visit of a turn that runs. */
export function visitOf(context: TurnContext): Visit {
  const visit: Visit | undefined = context.turnState.get(visitKey);
  if (visit === undefined) throw new ChannelFault('a turn runs without a visit');
  return visit;
}

function knownLocale(locale: string | undefined): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale ?? 'en-US')[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}
