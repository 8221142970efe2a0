import type { AccountSettings } from '../settings.js';
import { createClient } from './client.js';
import { faultOf } from './faults.js';

/** What no ability asks for: n8n's list must not have it. Nothing could come into being by it. */
const notOurs = '/v1/events';

/** Whether n8n refuses, on its own, what this bot never asks for; `null` where it could not be asked. Never throws.
 * @param random for the ids of tokens */
export async function gatewayRefuses(
  account: AccountSettings,
  { within, random }: { within: number; random: () => string },
): Promise<boolean | null> {
  const { asking, close } = createClient(account.key, account, { timeout: within, random });
  try {
    await asking(
      'check',
      async (sdk) => await sdk.rawRequest('GET', notOurs, undefined, { maxNetworkRetries: 0 }),
    );
    return false;
  } catch (error) {
    const { code } = faultOf(error);
    if (code === 'gateway_refused') return true;
    return code.startsWith('gateway_') ? null : false;
  } finally {
    close();
  }
}
