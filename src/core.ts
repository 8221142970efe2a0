import type { PrivateConversationState, TurnContext } from 'botbuilder';
import { createForget } from '../dialogs/forget.js';
import { MainDialog } from '../dialogs/mainDialog.js';
import { createMemory, type Kept } from '../dialogs/memory.js';
import { createTurnReader } from '../dialogs/readTurn.js';
import { show } from '../dialogs/show.js';
import { channelOf, type TakeBack } from '../dialogs/takeBack.js';
import { createWatch } from '../dialogs/watch.js';
import { createAbilities } from './abilities/table.js';
import { createDirectory } from './access/caller.js';
import { createPermits } from './access/permit.js';
import { createRoad } from './answer.js';
import type { Trail } from './audit/trail.js';
import { TillkeeperBot, visitOf } from './bot.js';
import type { Privately } from './channels/speakFirst.js';
import type { Limits } from './limits.js';
import { type Log, told } from './log.js';
import { maskNotice, maskWelcome } from './masking/mask.js';
import type { Metrics } from './metrics.js';
import type { Desk } from './offers/desk.js';
import { formOfStep } from './offers/formValues.js';
import { propose } from './offers/propose.js';
import { createBuiltIn } from './recognition/builtIn/recognise.js';
import { createOpenRouter } from './recognition/openRouter.js';
import { createRecognise } from './recognition/recognise.js';
import type { Seal } from './sealed.js';
import type { Settings } from './settings.js';
import type { BoundConversations } from './store/boundConversations.js';
import type { ChannelAbilities } from './store/channelAbilities.js';
import type { Confirmations } from './store/confirmations.js';
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
}

/** All that follows from the settings as they are now. A reload makes another one; turns under way end in theirs. */
export interface Core {
  bot: TillkeeperBot;
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
  const stripe = settings.accounts.map(createStripeAccount);
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
  };
  const abilities = createAbilities({
    seal,
    trail,
    roles: settings.roles,
    places: [...accounts.values()].map(({ place }) => place),
    policy: settings.coupons,
    conversations: settings.conversations,
    propose: async (step, ask, leave) => await propose(desk, { values: formOfStep(step) }, ask, leave),
  });
  const road = createRoad({
    abilities,
    accounts,
    roles: settings.roles,
    permits: createPermits(settings.roles),
    trail,
    pseudonymOf,
    detail: settings.detail,
    clock,
    random,
    takeBackAfterMinutes: minutes,
  });
  const builtIn = createBuiltIn();
  const recognise = createRecognise({
    builtIn,
    model: settings.model ? createOpenRouter(settings.model, abilities) : null,
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
    memory,
    seal,
    clock,
    limits: standing.limits,
    recognised: standing.metrics.recognised,
    expiries,
    bound: standing.bound,
    conversations: settings.conversations,
    takeBack,
    forget: createForget({ expiries, references, confirmations: desk.confirmations, clock, takeBack }),
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
    directory: createDirectory(settings.people, settings.tenants),
    references,
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
    close: () => {
      for (const { close } of stripe) close();
    },
  };
}
