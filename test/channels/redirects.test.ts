import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect } from 'chai';
import { createConnectorAdapter } from '../../src/channels/connector.js';
import { createSpeakFirst } from '../../src/channels/speakFirst.js';

/** A channel that sends whoever calls it on to `/elsewhere`, of its own or of another address. */
async function openSwitch(status: number, location: (own: string) => string) {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    response.statusCode = request.url === '/elsewhere' ? 200 : status;
    response.setHeader('Location', location(url));
    response.setHeader('Content-Type', 'application/json');
    response.end('{"id":"1"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url, paths, close };
}

describe('A channel that answers with another address', () => {
  const connector = createConnectorAdapter({ bot: null });
  const speakFirst = createSpeakFirst({ directLine: connector, connector, appId: '' });
  const places: [where: string, location: (own: string) => string][] = [
    ['of its own', (own) => `${own}/elsewhere`],
    ['that is only a path', () => '/elsewhere'],
    ['by another name', (own) => `${own.replace('127.0.0.1', 'localhost')}/elsewhere`],
  ];
  for (const status of [300, 301, 302, 303, 307, 308])
    for (const [where, location] of places)
      it(`${where} is not followed: ${status}`, async () => {
        const { url, paths, close } = await openSwitch(status, location);
        const reference = {
          conversation: { id: 'a', tenantId: undefined },
          channelId: 'emulator',
          serviceUrl: url,
        };
        let failure: unknown;
        await speakFirst(reference, async (context) => {
          for (const send of [
            async () => await context.sendActivity('hello'),
            async () => await context.updateActivity({ id: 'one', type: 'message', text: 'changed' }),
            async () => await context.deleteActivity('one'),
          ])
            await send().catch((error: unknown) => {
              failure = error;
            });
        });
        close();
        expect(failure).to.be.instanceOf(Error);
        expect(paths).to.have.length(3);
        expect(paths).to.not.include('/elsewhere');
      });
});
