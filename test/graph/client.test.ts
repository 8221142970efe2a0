import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { DirectoryFault } from '../../src/errors.js';
import { createCallGraph } from '../../src/graph/client.js';
import { guid, type StandInGraph, startGraph } from './standIn.js';

const tenant = guid(1);

describe('a call to Graph', () => {
  let graph: StandInGraph;
  /** Somebody else’s server: every connection to it is counted. */
  const stranger = { host: '', connections: 0, close: () => {} };
  const call = async (path: string, more: { base?: string; signal?: AbortSignal } = {}) => {
    const { base = graph.url, signal = new AbortController().signal } = more;
    const callGraph = createCallGraph({ base, tokenOf: graph.tokenOf });
    try {
      return await callGraph({ tenant, method: 'GET', path, signal });
    } catch (error) {
      return error instanceof DirectoryFault ? error.code : error;
    }
  };

  before(async () => {
    graph = await startGraph();
    graph.tenants.set(tenant, { people: [], groups: { [guid(2)]: [] } });
    const server = createServer((_, response) => response.end('{}'));
    server.on('connection', () => {
      stranger.connections += 1;
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address: AddressInfo | string | null = server.address();
    stranger.host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    stranger.close = () => server.close();
  });
  beforeEach(() => {
    graph.recover();
    graph.seen.splice(0);
  });
  after(() => {
    graph.close();
    stranger.close();
  });

  it('gives what Graph answers', async () => {
    expect(await call(`/groups/${guid(2)}?$select=id`)).to.deep.equal({ id: guid(2) });
    expect(await call(`/groups/${guid(3)}?$select=id`)).to.equal('not_found');
  });

  for (const base of ['', '/'])
    it(`goes to the version below the address, written with “${base}” at its end`, async () => {
      await call(`/groups/${guid(2)}?$select=id`, { base: `${graph.url}${base}` });
      expect(graph.seen.map(({ path }) => path)).to.deep.equal([`/v1.0/groups/${guid(2)}?$select=id`]);
    });

  for (const status of [301, 302, 303, 307, 308])
    it(`takes the token nowhere else when it is sent on with ${status}`, async () => {
      const location = `http://${stranger.host}/v1.0/groups/${guid(2)}`;
      graph.fail({ kind: 'status', status, headers: { location } });
      expect(await call(`/groups/${guid(2)}?$select=id`)).to.equal('unreachable');
      expect([graph.seen.length, stranger.connections]).to.deep.equal([1, 0]);
    });

  it('leaves for no other host, whatever a path makes the SDK do', async () => {
    const paths = ['', '/users/', 'x/', '/groups?a=b&c='].map(
      (before) => `${before}https://${stranger.host}/v1.0/x`,
    );
    for (const path of paths) expect(await call(path), path).to.be.oneOf(['unreachable', 'not_accepted']);
    expect(stranger.connections).to.equal(0);
  });

  it('ends with its signal', async () => {
    graph.fail({ kind: 'hang' });
    expect(await call('/groups/x', { signal: AbortSignal.timeout(30) })).to.equal('timeout');
    expect(await call('/groups/x', { signal: AbortSignal.abort() })).to.equal('timeout');
  });

  it('is not made without a token', async () => {
    const tokenOf = async () => {
      throw new DirectoryFault('app_refused');
    };
    const made = createCallGraph({ base: graph.url, tokenOf })({
      tenant,
      method: 'GET',
      path: '/x',
      signal: new AbortController().signal,
    });
    expect(await made.catch((error: unknown) => error)).to.have.property('code', 'app_refused');
    expect(graph.seen).to.deep.equal([]);
  });
});
