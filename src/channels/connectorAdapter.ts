import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { ChannelFault } from '../errors.js';
import { createAskConnector } from './connectorHttp.js';
import { type Authority, GuardedAuthentication, type Sender } from './guardedAuthentication.js';
import { createSendWindows } from './sendWindows.js';
import type { MayReach } from './serviceUrls.js';

/** The issuer of the Connector's tokens; those of any other are for other ways to call a bot. */
const connectorIssuer = 'https://api.botframework.com';

/** One activity, and who says that it was sent. */
export interface Delivery {
  activity: Activity;
  /** The Authorization header; empty where there is none. */
  authorization: string;
}

/** Whether an activity is the Connector's: proved, not proved, or not to be told. */
export type Proof =
  | { kind: 'proved'; sender: Sender }
  | { kind: 'unproved' }
  | { kind: 'unsure'; why: ChannelFault };

/** What the HTTP answer of a turn says. */
export interface TurnAnswer {
  status: number;
  body: unknown;
}

type Logic = (context: TurnContext) => Promise<void>;

interface AdapterNeeds {
  /** Whether the Connector's token is asked for, and answers carry ours. */
  checked: boolean;
  mayReach: MayReach;
  /** Between 0 and 1, anew each time. */
  chance: () => number;
}

/**
 * Bot Framework's adapter without its own HTTP answers: those write what failed to the caller and to the console.
 */
export class ConnectorAdapter extends CloudAdapter {
  readonly #checked: boolean;
  readonly #mayReach: MayReach;
  readonly #closeConnections: () => void;

  constructor(options: Authority, { checked, mayReach, chance }: AdapterNeeds) {
    const { ask, close } = createAskConnector();
    const windows = createSendWindows(() => performance.now());
    super(new GuardedAuthentication(options, { mayReach, ask, windows, chance, withToken: checked }));
    this.#checked = checked;
    this.#mayReach = mayReach;
    this.#closeConnections = close;
  }

  /** Lets go of the connections to channels. */
  close(): void {
    this.#closeConnections();
  }

  /** Whether answers may go to a serviceUrl. */
  mayReach(serviceUrl: string): boolean {
    return this.#mayReach(serviceUrl);
  }

  /** Proves who sends an activity. Nothing of it is believed before. */
  async prove({ activity, authorization }: Delivery): Promise<Proof> {
    if (this.#checked && !isConnectors(authorization)) return { kind: 'unproved' };
    try {
      const sender = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
      return { kind: 'proved', sender };
    } catch (error) {
      if (isRefusal(error)) return { kind: 'unproved' };
      return {
        kind: 'unsure',
        why: new ChannelFault('the sender of an activity could not be checked', error),
      };
    }
  }

  /** Runs the turn of a proved sender. Throws only what the turn threw and `onTurnError` did not settle. */
  async take(sender: Sender, activity: Activity, logic: Logic): Promise<TurnAnswer> {
    const answer = await this.processActivity(sender, activity, logic);
    return { status: answer?.status ?? 200, body: answer?.body };
  }
}

/**
 * Whether a token says that it is the Connector's, and until when. The SDK would also take one that never ends, and one
 * of any Entra tenant for this app id, the bot's own outbound token among them; it keeps a list of every tenant that tried.
 */
function isConnectors(authorization: string): boolean {
  const [scheme, token = '', ...rest] = authorization.split(' ');
  if (scheme !== 'Bearer' || rest.length > 0) return false;
  try {
    const { iss, exp } = decodeJwt(token);
    return decodeProtectedHeader(token).alg === 'RS256' && iss === connectorIssuer && exp !== undefined;
  } catch {
    return false;
  }
}

const refusals: ReadonlySet<string> = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError']);

/** Its checks answer 401, but those of the library below it throw errors of their own. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return refusals.has(error.name) || ('statusCode' in error && error.statusCode === 401);
}
