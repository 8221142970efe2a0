import type { PrivateConversationState, TurnContext } from 'botbuilder';
import { createApprovalPress } from '../dialogs/approvalPress.js';
import { createForget } from '../dialogs/forget.js';
import { MainDialog } from '../dialogs/mainDialog.js';
import { createMemory, type Kept } from '../dialogs/memory.js';
import { createTurnReader } from '../dialogs/readTurn.js';
import { createSecondPeople } from '../dialogs/secondPerson.js';
import { show } from '../dialogs/show.js';
import { channelOf, type TakeBack } from '../dialogs/takeBack.js';
import { createTriggers, type Triggers } from '../dialogs/triggers.js';
import { createWatch } from '../dialogs/watch.js';
import { createAbilities } from './abilities/table.js';
import { createDirectory } from './access/caller.js';
import { createGroupsOf, type GroupsOf, noGroups } from './access/groups.js';
import { listedApprovers } from './access/listedApprovers.js';
import { createPermits } from './access/permit.js';
import { rolesThatMay } from './access/roles.js';
import { createRoad } from './answer.js';
import type { Trail } from './audit/trail.js';
import { TillkeeperBot, visitOf } from './bot.js';
import type { Privately, SpeakFirst } from './channels/speakFirst.js';
import { createAskGroups } from './graph/askGroups.js';
import { createCallGraph } from './graph/client.js';
import { reaches } from './graph/reach.js';
import { createTokens } from './graph/tokens.js';
import type { Limits } from './limits.js';
import { type Log, told } from './log.js';
import { maskNotice, maskWelcome } from './masking/mask.js';
import type { Metrics } from './metrics.js';
import type { Desk } from './offers/desk.js';
import { formOfStep } from './offers/formValues.js';
import { propose } from './offers/propose.js';
import { createOnBehalf } from './offers/recovery/onBehalf.js';
import { createRecovery } from './offers/recovery/recover.js';
import { createBuiltIn } from './recognition/builtIn/recognise.js';
import { createOpenRouter } from './recognition/openRouter.js';
import { createRecognise } from './recognition/recognise.js';
import type { Seal } from './sealed.js';
import type { Settings } from './settings.js';
import type { ApprovalCards } from './store/approvalCards.js';
import type { BoundConversations } from './store/boundConversations.js';
import type { ChannelAbilities } from './store/channelAbilities.js';
import type { Confirmations } from './store/confirmations.js';
import type { Deliveries } from './store/deliveries.js';
import type { Expiries } from './store/expiries.js';
import type { References } from './store/references.js';
import { createStripeAccount } from './stripe/account.js';

/** What lives as long as the process, whatever the settings become. */
export interface Standing {
  log: Log;
  clock: () => Date;
  /** 128 random bits as text. */
  random: () => string;
  /** A short random reference that people can read out. */
  correlationId: () => string;
  state: PrivateConversationState;
  seal: Seal;
  trail: Trail;
  pseudonymOf: (key: string) => string;
  confirmations: Confirmations;
  expiries: Expiries;
  references: References;
  bound: BoundConversations;
  channels: ChannelAbilities;
  takeBack: TakeBack;
  metrics: Metrics;
  limits: Limits;
  privately: Privately;
  speakFirst: SpeakFirst;
  approvalCards: ApprovalCards;
  deliveries: Deliveries;
}

/** All that follows from the settings as they are now. A reload makes another one; turns under way end in theirs. */
export interface Core {
  bot: TillkeeperBot;
  triggers: Triggers;
  /** Does what is due by these settings: offers that nobody approved in time lapse, and people are told; cards that
   * triggers have asked for are sent. */
  work: () => Promise<void>;
  /** Lets go of the connections to Stripe. */
  close: () => void;
}

const tooMany =
  'Those were too many messages for one minute, so I did not read this one. Wait a minute, then go on.';

const examples = [
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days',
  'list coupons',
  'what is our balance?',
  'what may I do?',
];

/** Builds the bot for these settings. */
export function createCore(settings: Settings, standing: Standing): Core {
  const { log, clock, random, seal, trail, pseudonymOf, expiries, references, takeBack } = standing;
  const minutes = settings.takeBackAfterMinutes;
  const stripe = settings.accounts.map((one) => createStripeAccount(one, random));
  const accounts = new Map(stripe.map(({ account }) => [account.place.id, account]));
  const desk: Desk = {
    confirmations: standing.confirmations,
    seal,
    trail,
    policy: settings.coupons,
    clock,
    nonce: random,
    lapseAfterMinutes: settings.lapseAfterMinutes,
    pseudonymOf,
    second: {
      approvers: rolesThatMay(settings.roles, 'coupons.approve'),
      creators: rolesThatMay(settings.roles, 'coupons.create'),
      lapseAfterMinutes: settings.coupons.approval?.lapseAfterMinutes ?? settings.lapseAfterMinutes,
      deliver: async (row) => await second.deliver(row),
      shown: async (offer, visit, activity) => await second.shown(offer, visit, activity),
      tell: async (offer, shownIn) => await second.tell(offer, shownIn),
      asker: async (row, visit) => await second.asker(row, visit),
    },
  };
  const permits = createPermits(settings.roles);
  const directory = createDirectory(settings.people, settings.tenants, groupsFor(settings, standing));
  const abilities = createAbilities({
    seal,
    trail,
    roles: settings.roles,
    places: [...accounts.values()].map(({ place }) => place),
    policy: settings.coupons,
    conversations: settings.conversations,
    propose: async (step, ask, leave) => await propose(desk, { values: formOfStep(step) }, ask, leave),
  });
  const ofRoad = {
    abilities,
    accounts,
    roles: settings.roles,
    permits,
    trail,
    clock,
    random,
    takeBackAfterMinutes: minutes,
  };
  const road = createRoad({ ...ofRoad, detail: settings.detail });
  const triggers = createTriggers({
    ...settings,
    ...standing,
    ofRoad,
    directory,
    onFault: (fault) => log.warn(told(fault), 'a card that a trigger asked for could not be sent'),
  });
  const second = createSecondPeople({
    ...desk.second,
    confirmations: desk.confirmations,
    cards: standing.approvalCards,
    references,
    bound: standing.bound,
    speakFirst: standing.speakFirst,
    road,
    permits,
    directory,
    listed: listedApprovers(settings).map(pseudonymOf),
    trail,
    pseudonymOf,
    policy: settings.coupons,
    timeZone: settings.timeZone,
    clock,
    onFault: (fault) => log.warn(told(fault), 'someone could not be asked or told of a coupon yet'),
  });
  const recover = createRecovery({
    desk,
    cards: standing.approvalCards,
    onBehalf: createOnBehalf({ directory, road }),
    onFault: (fault) => log.warn(told(fault), 'what became of a coupon could not be found out yet'),
  });
  const builtIn = createBuiltIn();
  const recognise = createRecognise({
    builtIn,
    model: settings.model ? createOpenRouter(settings.model, abilities, { random }) : null,
    order: settings.recognition,
    onFault: (fault) => log.warn(told(fault), 'the model gave no plan, the built-in recogniser answered'),
  });
  const kept = standing.state.createProperty<Kept | null>('last');
  const memory = createMemory({ kept, seal, clock, minutes });
  const elsewhere = async (context: TurnContext) => {
    try {
      await bot.runPrivately(context, standing.privately);
      return true;
    } catch (fault) {
      log.warn(told(fault), 'a personal chat could not be opened');
      return false;
    }
  };
  const request = createTurnReader({
    road,
    recognise,
    builtIn,
    elsewhere,
    approvalPress: createApprovalPress({ road, desk, cards: standing.approvalCards, bound: standing.bound }),
    memory,
    seal,
    clock,
    places: [...accounts.values()].map(({ place }) => place),
    limits: standing.limits,
    recognised: standing.metrics.recognised,
    expiries,
    bound: standing.bound,
    conversations: settings.conversations,
    takeBack,
    forget: createForget({
      expiries,
      references,
      confirmations: desk.confirmations,
      cards: standing.approvalCards,
      road,
      clock,
      takeBack,
    }),
    chooseAccount: (context, account) => bot.chooseAccount(context, account),
  });
  const bot = new TillkeeperBot({
    dialog: new MainDialog({
      road,
      desk,
      visitOf,
      request,
      memory,
      watch: createWatch({ expiries, seal, clock, minutes }),
    }),
    state: standing.state,
    directory,
    references,
    seen: second.seen,
    heard: second.heard,
    takesBack: (activity) => standing.channels.takesBack(channelOf(activity)),
    admit: async (context, visit) => {
      if (await standing.limits.message(visit.caller.key)) return true;
      await road.record(visit, { event: 'asked', ability: 'none', outcome: 'too_many' });
      await show(context, maskNotice({ text: tooMany }));
      return false;
    },
    welcome: async (context) => {
      await show(context, maskWelcome({ examples: settings.page?.examples ?? examples }));
    },
    timeZone: settings.timeZone,
    clock,
    correlationId: standing.correlationId,
  });
  return {
    bot,
    triggers,
    work: async () => {
      const outcomes = await Promise.allSettled([recover(), second.due(), triggers.cards.due()]);
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    },
    close: () => {
      for (const { close } of stripe) close();
    },
  };
}

/** Groups are Microsoft Graph's to know; without an app id it cannot be asked. */
function groupsFor({ bot, people, tenants, graphBase }: Settings, standing: Standing): GroupsOf {
  if (bot === null) return noGroups;
  const { clock, random, log } = standing;
  const tokenOf = createTokens({ bot, graphBase, clock, random });
  return createGroupsOf({
    people,
    tenants: tenants.filter((tenant) => reaches(bot, tenant)),
    ask: createAskGroups(createCallGraph({ base: graphBase, tokenOf })),
    clock,
    onFault: (fault) => log.warn(told(fault), 'the groups of a person could not be looked up'),
  });
}
