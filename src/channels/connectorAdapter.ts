import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { ChannelFault } from '../errors.js';

/** The issuer of the Connector's tokens; those of any other are for other ways to call a bot. */
const connectorIssuer = 'https://api.botframework.com';

/** Where Bot Framework's keys and tokens come from, by its own names of settings: of tests and of national clouds. */
export type Authority = Readonly<Record<string, string | boolean>>;

/** One activity, and who says that it was sent. */
export interface Delivery {
  activity: Activity;
  /** The Authorization header; empty where there is none. */
  authorization: string;
}

/** What became of a delivery: run, with what the HTTP answer says, not proved to be the Connector's, or not to be told. */
export type Delivered =
  | { kind: 'run'; status: number; body: unknown }
  | { kind: 'unproved' }
  | { kind: 'unsure'; why: ChannelFault };

type Logic = (context: TurnContext) => Promise<void>;

/**
 * Bot Framework's adapter without its own HTTP answers: those write what failed to the caller and to the console.
 */
export class ConnectorAdapter extends CloudAdapter {
  readonly #checked: boolean;

  constructor(options: Authority, checked: boolean) {
    super(new ConfigurationBotFrameworkAuthentication(options));
    this.#checked = checked;
  }

  /** Proves the sender and runs the turn. Throws only what the turn threw and `onTurnError` did not settle. */
  async deliver({ activity, authorization }: Delivery, logic: Logic): Promise<Delivered> {
    if (this.#checked && !isConnectors(authorization)) return { kind: 'unproved' };
    const proof = await this.#prove(activity, authorization);
    if (proof.kind !== 'proved') return proof;
    const answer = await this.processActivity(proof.sender, activity, logic);
    return { kind: 'run', status: answer?.status ?? 200, body: answer?.body };
  }

  async #prove(activity: Activity, authorization: string) {
    try {
      const sender = await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
      return { kind: 'proved' as const, sender };
    } catch (error) {
      if (isRefusal(error)) return { kind: 'unproved' as const };
      const why = new ChannelFault('the sender of an activity could not be checked', error);
      return { kind: 'unsure' as const, why };
    }
  }
}

/**
 * Whether a token says that it is the Connector's. The SDK would also take one of any Entra tenant for this app id,
 * the bot's own outbound token among them, and keeps a list of every tenant that tried.
 */
function isConnectors(authorization: string): boolean {
  const [scheme, token = '', ...rest] = authorization.split(' ');
  if (scheme !== 'Bearer' || rest.length > 0) return false;
  try {
    return decodeProtectedHeader(token).alg === 'RS256' && decodeJwt(token).iss === connectorIssuer;
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
