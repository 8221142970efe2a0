import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ChannelFault } from '../errors.js';
import { createConnectorCalls } from './connectorCalls.js';
import type { AskConnector } from './connectorHttp.js';
import type { SendWindows } from './sendWindows.js';
import type { MayReach } from './serviceUrls.js';

/** Where Bot Framework's keys and tokens come from, by its own names of settings: of tests and of national clouds. */
export type Authority = Readonly<Record<string, string | boolean>>;

type Authentication = ConfigurationBotFrameworkAuthentication;

/** Who sends an activity, as Bot Framework knows it. */
export type Sender = Awaited<ReturnType<Authentication['authenticateRequest']>>;

type Connectors = ReturnType<Authentication['createConnectorFactory']>;

/** What sending needs: by which connections, how fast, and where to. */
export interface Sending {
  mayReach: MayReach;
  ask: AskConnector;
  windows: SendWindows;
  /** Between 0 and 1, anew each time. */
  chance: () => number;
  /** Whether answers carry the bot's token: without an app id there is none. */
  withToken: boolean;
}

/**
 * Bot Framework's authentication whose connectors reach allowed addresses only, those of conversations that were
 * remembered too: by itself it sends the bot's token wherever a serviceUrl leads.
 */
export class GuardedAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #sending: Sending;

  constructor(options: Authority, sending: Sending) {
    super(options);
    this.#sending = sending;
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<Sender> {
    const sender = await super.authenticateRequest(activity, header);
    return sender.connectorFactory === undefined
      ? sender
      : { ...sender, connectorFactory: guarded(sender.connectorFactory, this.#sending) };
  }

  override createConnectorFactory(...of: Parameters<Authentication['createConnectorFactory']>): Connectors {
    return guarded(super.createConnectorFactory(...of), this.#sending);
  }
}

function guarded(connectors: Connectors, sending: Sending): Connectors {
  return {
    create: async (serviceUrl: string | undefined, audience) => {
      if (serviceUrl === undefined || !sending.mayReach(serviceUrl))
        throw new ChannelFault('a serviceUrl leads where nothing is sent');
      return byOurCalls(await connectors.create(serviceUrl, audience), serviceUrl, sending);
    },
  };
}

type Client = Awaited<ReturnType<Connectors['create']>>;

/** The SDK's own calls have no time limit, repeat what may have arrived, drop properties of entities and follow
 * redirects; so the adapter makes them by ours. */
function byOurCalls(
  client: Client,
  serviceUrl: string,
  { ask, windows, chance, withToken }: Sending,
): Client {
  const credentials: object = client.credentials;
  const token = async () => {
    if (!withToken) return '';
    if (!givesTokens(credentials)) throw new ChannelFault('the bot has no credentials that give a token');
    return await credentials.getToken();
  };
  const calls = createConnectorCalls({ ask, windows, serviceUrl, token, random: chance });
  Object.assign(client.conversations, calls);
  return client;
}

function givesTokens(given: object): given is { getToken: () => Promise<string> } {
  return 'getToken' in given && typeof given.getToken === 'function';
}
