import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSettings } from '../../src/settings.js';
import type { Authority } from './authority.js';
import { openConnectorDoor } from './connectorDoor.js';

export const tenant = '3c7e1a52-0c55-4c39-8d3f-0c2f6f4f7a10';

/** What came of one message: the status it got, lines of the log, and what the answer was sent with. */
export interface Answered {
  status: number;
  logged: string[];
  authorizations: (string | undefined)[];
}

/** Has one message come in, and be answered, at the door of a bot with these variables. */
export async function answeredWith(
  variables: Readonly<Record<string, string>>,
  authority: Authority,
): Promise<Answered> {
  const { bot } = readSettings({ STRIPE_SECRET_KEY: 'rk_test_x', ...variables }, null);
  const channel = await openChannel();
  const door = await openConnectorDoor({
    bot,
    authority: authority.settings,
    mayReach: (serviceUrl) => serviceUrl === channel.url,
    tenants: [tenant],
    run: async (context) => void (await context.sendActivity('hello')),
  });
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl: channel.url,
    from: { id: '29:1abc' },
    recipient: { id: '28:bot' },
    conversation: { id: 'a:1', tenantId: tenant },
  };
  const token = await authority.token({ aud: variables.MicrosoftAppId, serviceurl: channel.url });
  const { status } = await door.post(activity, { authorization: `Bearer ${token}` });
  await door.close();
  channel.close();
  return {
    status,
    logged: door.logged,
    authorizations: channel.calls.map(({ authorization }) => authorization),
  };
}

/** A channel that notes what it is called with. */
async function openChannel() {
  const calls: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    calls.push(request.headers);
    request.resume();
    response.setHeader('Content-Type', 'application/json');
    response.end('{"id":"1"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { calls, url, close };
}
