import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Authority, appId, startAuthority } from '../channels/authority.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, type HouseOptions, openHouse } from './house.js';

/** The tenant that the people of these tests are of. */
export const tenant = '0b5e7c1a-3f41-4c0e-9c54-6e1b6f0b8d11';

/** A second tenant whose people may come in. */
export const otherTenant = '7a9d2f10-55c3-4b8e-8f21-93c0d4e5f617';

/** A bot with an app id, Bot Framework's tokens on both ways, and a Connector to answer to. All of it on loopback. */
export interface Teams {
  house: House;
  channel: Channel;
  authority: Authority;
  /** The Authorization header of a good delivery. */
  bearer: string;
  close(): Promise<void>;
}

/** The channels whose tokens the authority signs. */
const endorsed = ['msteams', 'directline', 'webchat', 'emulator'];

/** Opens it, with people of `tenant` let in. */
export async function openTeams({ settings = (demo) => demo, ...more }: HouseOptions = {}): Promise<Teams> {
  const [authority, identity] = await Promise.all([startAuthority(endorsed), startManagedIdentity()]);
  const channel = await openChannel({ authorization: async () => bearer });
  const bearer = `Bearer ${await authority.token({ serviceurl: channel.url })}`;
  const house = await openHouse({
    ...more,
    settings: (demo) => ({
      ...settings(demo),
      bot: { appId, password: undefined, type: 'UserAssignedMSI', tenantId: tenant },
      tenants: [tenant, otherTenant],
      loopback: null,
    }),
    botFramework: { authority: authority.settings, mayReach: (url) => url === channel.url },
  });
  return {
    house,
    channel,
    authority,
    bearer,
    close: async () => {
      await house.close();
      await channel.close();
      authority.close();
      identity.close();
    },
  };
}

/** Where Azure gives a machine the tokens of its managed identity, named as App Service names it. */
async function startManagedIdentity(): Promise<{ close: () => void }> {
  const server = createServer((_, response) => {
    const expires_on = String(Math.floor(Date.now() / 1000) + 3600);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ access_token: 'of-the-bot', expires_on, token_type: 'Bearer' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const names = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'] as const;
  const before = names.map((name) => process.env[name]);
  process.env.IDENTITY_ENDPOINT = `http://127.0.0.1:${port}/token`;
  process.env.IDENTITY_HEADER = 'a header of these tests';
  return {
    close: () => {
      for (const [at, name] of names.entries()) {
        const value = before[at];
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      server.closeAllConnections();
      server.close();
    },
  };
}
