import type { TokenCredential } from '@azure/identity';
import type { Settings } from '../settings.js';
import { type Assertions, signedAssertion } from './assertion.js';
import { loginOf } from './logins.js';

/** Where Entra is, other than its public place: of tests. `ca`: PEM of who vouches for it. */
export interface Login {
  host: string;
  ca: string;
}

export interface CredentialNeeds extends Assertions {
  bot: NonNullable<Settings['bot']>;
  graphBase: string;
  login?: Login | undefined;
}

interface Of {
  tenant: string;
  /** Told by the status of every answer. */
  onStatus: (status: number) => void;
}

/** The bot's own credential in a tenant: its password, its certificate, or its managed identity. It tries once and
 * follows no redirect. */
export async function createCredential(needs: CredentialNeeds, of: Of): Promise<TokenCredential> {
  const { bot } = needs;
  const { appId, certificate } = bot;
  // Only where groups are looked up: this library takes a third of a second to load.
  const { ClientAssertionCredential, ClientSecretCredential, ManagedIdentityCredential } = await import(
    '@azure/identity'
  );
  const once = { retryOptions: { maxRetries: 0 } };
  if (bot.type === 'UserAssignedMSI') return new ManagedIdentityCredential({ clientId: appId, ...once });
  const host = needs.login?.host ?? loginOf(needs.graphBase);
  const options = { ...once, ...optionsOf(needs, of), authorityHost: host };
  if (certificate === undefined)
    return new ClientSecretCredential(of.tenant, appId, bot.password ?? '', options);
  const audience = `${host}/${of.tenant}/oauth2/v2.0/token`;
  const assertion = async () => await signedAssertion({ ...certificate, ...needs, appId, audience });
  return new ClientAssertionCredential(of.tenant, appId, assertion, options);
}

function optionsOf({ login }: CredentialNeeds, { onStatus }: Of) {
  const policy = {
    name: 'status',
    sendRequest: async <Q, A extends { status: number }>(request: Q, next: (request: Q) => Promise<A>) => {
      const answer = await next(request);
      onStatus(answer.status);
      return answer;
    },
  };
  return {
    redirectOptions: { maxRetries: 0 },
    additionalPolicies: [{ policy, position: 'perCall' as const }],
    ...(login ? { tlsOptions: { ca: login.ca }, disableInstanceDiscovery: true } : {}),
  };
}
