import type { TokenCredential } from '@azure/identity';
import { DirectoryFault } from '../errors.js';
import { type CredentialNeeds, createCredential } from './credential.js';
import { tokenTenant } from './reach.js';

/** A token of the app itself for the Graph of a person's tenant. @throws DirectoryFault */
export type TokenOf = (tenant: string) => Promise<string>;

export interface TokenNeeds extends CredentialNeeds {
  /** Longest time for a token, in ms. */
  within?: number;
}

const longest = 3000;

/** Gets tokens with the bot's own credentials. The SDK keeps each until shortly before it runs out; those who wait for the
 * same one ask once; when Entra fails, the SDK lets it be for a minute. */
export function createTokens(needs: TokenNeeds): TokenOf {
  const credentials = new Map<string, Promise<Held>>();
  const waiting = new Map<string, Promise<string>>();
  const held = (tenant: string): Promise<Held> => {
    const one = credentials.get(tenant) ?? hold(needs, tenant);
    credentials.set(tenant, one);
    return one;
  };
  return async (person) => {
    const tenant = tokenTenant(needs.bot, person);
    const token = waiting.get(tenant) ?? inTime(ask(held(tenant), graphOf(needs)), needs.within ?? longest);
    waiting.set(tenant, token);
    try {
      return await token;
    } finally {
      waiting.delete(tenant);
    }
  };
}

/** A tenant's credential, and the status of Entra's last answer, which the SDK's errors do not tell. */
interface Held {
  credential: TokenCredential;
  heard: { status: number };
}

async function hold(needs: TokenNeeds, tenant: string): Promise<Held> {
  const heard = { status: 0 };
  const onStatus = (status: number) => void Object.assign(heard, { status });
  return { credential: await createCredential(needs, { tenant, onStatus }), heard };
}

function graphOf({ graphBase }: TokenNeeds): string {
  return `${new URL(graphBase).origin}/.default`;
}

async function ask(held: Promise<Held>, scope: string): Promise<string> {
  const { credential, heard } = await held;
  heard.status = 0;
  try {
    const given = await credential.getToken(scope);
    if (given !== null) return given.token;
  } catch (error) {
    const refused = heard.status >= 400 && heard.status < 500 && heard.status !== 429;
    throw new DirectoryFault(refused ? 'app_refused' : 'login_unreachable', error);
  }
  throw new DirectoryFault('app_refused');
}

async function inTime(token: Promise<string>, within: number): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DirectoryFault('login_unreachable')), within);
  });
  try {
    return await Promise.race([token, late]);
  } catch (error) {
    throw error instanceof DirectoryFault ? error : new DirectoryFault('login_unreachable', error);
  } finally {
    clearTimeout(timer);
  }
}
