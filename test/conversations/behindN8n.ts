import type { Roles } from '../../src/access/roles.js';
import type { StandInStripe } from '../../src/demo/stripe/server.js';
import { noKey } from '../../src/n8n/gateway.js';
import type { Settings } from '../../src/settings.js';
import { type StandInGateway, startGateway } from '../n8n/standInGateway.js';

/** The secret that the bot and the stand-in n8n share. */
export const gatewaySecret = 'the secret of the bot and n8n, for tests';

/** The same house with every account and the model behind a stand-in n8n, which gets their keys: the bot's settings hold
 * none any more. */
export async function behindN8n(
  settings: Settings,
  stripe: StandInStripe,
  roles: Roles = settings.roles,
): Promise<{ settings: Settings; n8n: StandInGateway }> {
  const { accounts, model } = settings;
  const n8n = await startGateway({
    secret: gatewaySecret,
    accounts: accounts.map((one) => ({ ...one, url: one.base?.origin ?? stripe.url })),
    ...(model ? { openRouter: { ...model, url: model.baseUrl } } : {}),
    roles,
  });
  const gateway = { url: n8n.url, secret: gatewaySecret };
  return {
    n8n,
    settings: {
      ...settings,
      accounts: accounts.map((account) => ({
        ...account,
        key: noKey,
        couponKey: account.couponKey && noKey,
        base: null,
        gateway,
      })),
      model: model && { key: noKey, baseUrl: 'https://openrouter.ai/api/v1', models: model.models, gateway },
    },
  };
}
