import { Agent, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ToBotFromBotOrEmulatorTokenValidationParameters as emulator } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import { expect } from 'chai';
import { type Authority, appId, serviceUrl, startAuthority } from './authority.js';
import { type ConnectorDoor, openConnectorDoor } from './connectorDoor.js';

const tenant = '3c7e1a52-0c55-4c39-8d3f-0c2f6f4f7a10';
const bot = { appId, password: 'never sent', type: 'MultiTenant' as const, tenantId: undefined };
const calls = 10_000;
const mebibyte = 1024 * 1024;

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token that nobody signed, of a tenant that no other one has: what the SDK would remember of each. */
function tokenOf(number: number): string {
  const tid = `33333333-3333-3333-3333-${String(number).padStart(12, '0')}`;
  const iss = `https://sts.windows.net/${tid}/`;
  return `${base64({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64({ iss, tid, ver: '1.0', appid: appId, aud: appId, exp: 9e9 })}.AAAA`;
}

/** What the process holds once nothing is left to collect, in bytes. */
function held(): { heap: number; rss: number } {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') for (let times = 0; times < 3; times += 1) collect();
  const { heapUsed: heap, rss } = process.memoryUsage();
  return { heap, rss };
}

describe('A flood of calls that prove nothing', () => {
  let authority: Authority;
  let door: ConnectorDoor;
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const activity = {
    type: 'message',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:1abc' },
    conversation: { id: 'a:1', tenantId: tenant },
  };

  const call = async (number: number): Promise<number> =>
    await new Promise((resolve, reject) => {
      const [host, port] = door.address.split(':');
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(number)}` };
      const path = '/api/messages';
      const asked = request({ host, port, agent, method: 'POST', path, headers }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode ?? 0));
      });
      asked.on('error', reject).end(JSON.stringify({ ...activity, id: `m-${number}` }));
    });
  const flood = async (from: number, many: number): Promise<Set<number>> => {
    const numbers = Array.from({ length: many }, (_, at) => from + at).values();
    const statuses = new Set<number>();
    const one = async () => {
      for (const number of numbers) statuses.add(await call(number));
    };
    await Promise.all(Array.from({ length: 32 }, one));
    return statuses;
  };

  before(async () => {
    authority = await startAuthority();
    door = await openConnectorDoor({ bot, authority: authority.settings, tenants: [tenant] });
  });
  after(async () => {
    agent.destroy();
    await door.close();
    authority.close();
  });

  it(`of ${calls} tenants is refused, remembered nowhere, and holds up nobody`, async () => {
    const issuers = [...(emulator.issuer ?? [])];
    expect(issuers).to.not.deep.equal([]);
    await flood(0, 500);
    const before = held();
    expect(await flood(500, calls)).to.deep.equal(new Set([401]));
    const after = held();
    expect(emulator.issuer).to.deep.equal(issuers);
    expect(after.heap - before.heap).to.be.below(3 * mebibyte);
    expect(after.rss - before.rss).to.be.below(20 * mebibyte);
    expect(door.turns).to.deep.equal([]);

    const authorization = `Bearer ${await authority.token()}`;
    const sent = performance.now();
    expect((await door.post({ ...activity, id: 'good' }, { authorization })).status).to.equal(200);
    const answered = performance.now() - sent;
    expect(door.turns.map(({ id }) => id)).to.deep.equal(['good']);
    expect(answered).to.be.below(500);
  }).timeout(60_000);
});
