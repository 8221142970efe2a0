import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { internal } from '../conversations/internal.js';
import { type Authority, appId, serviceUrl, startAuthority } from './authority.js';
import { type ConnectorDoor, openConnectorDoor } from './connectorDoor.js';
import { type Connects, watchConnects } from './connects.js';

const tenant = '3c7e1a52-0c55-4c39-8d3f-0c2f6f4f7a10';
const bot = { appId, password: 'never sent', type: 'MultiTenant' as const, tenantId: undefined };
const json = { 'content-type': 'application/json' };
const good = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:1abc' },
  conversation: { id: 'a:1', tenantId: tenant },
  text: 'hello',
};

type Body = [what: string, body: () => NonNullable<RequestInit['body']>, status: number, headers?: object];

const upload = () => {
  const form = new FormData();
  form.set('file', new Blob(['4242 4242 4242 4242'.repeat(1000)]), 'cards.csv');
  return form;
};
const asJson = (value: unknown) => () => JSON.stringify(value);

const bodies: Body[] = [
  ['nothing', () => '', 400],
  ['half an object', () => '{"type":', 400],
  ['a list', asJson([good]), 400],
  ['a text', asJson('message'), 400],
  ['a number', asJson(7), 400],
  ['null', asJson(null), 400],
  ['an empty object', asJson({}), 400],
  ['an activity without a kind', asJson({ ...good, type: undefined }), 400],
  ['an activity from nobody', asJson({ ...good, from: null }), 400],
  ['an activity of no channel', asJson({ ...good, channelId: '' }), 400],
  ['an activity without a serviceUrl', asJson({ ...good, serviceUrl: undefined }), 400],
  ['an activity of no conversation', asJson({ ...good, conversation: 'a:1' }), 400],
  ['a text that is an object', asJson({ ...good, text: { $gt: '' } }), 400],
  ['keys that every object has', () => '{"__proto__":{"type":"message"}}', 400],
  ['100,000 levels', () => `{"type":"message","value":${'['.repeat(1e5)}${']'.repeat(1e5)}}`, 400],
  ['bytes', () => Buffer.alloc(1000, 0xff), 400],
  ['more than 256 KiB', asJson({ ...good, text: 'x'.repeat(262_144) }), 413],
  ['20 MB', asJson({ ...good, text: 'x'.repeat(20_000_000) }), 413],
  ['a packed body', () => gzipSync(JSON.stringify(good)), 415, { 'content-encoding': 'gzip' }],
  ['a form', () => 'type=message', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
  ['an upload', upload, 415, { 'content-type': undefined }],
  ['an activity called text', asJson(good), 415, { 'content-type': 'text/plain' }],
];

describe('A body that is no activity, at the door of a bot with an app id', () => {
  let authority: Authority;
  let door: ConnectorDoor;
  let connects: Connects;
  let folder = '';
  const { TMPDIR } = process.env;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tillkeeper-bodies-'));
    process.env.TMPDIR = folder;
    authority = await startAuthority();
    door = await openConnectorDoor({ bot, authority: authority.settings, tenants: [tenant] });
    connects = watchConnects();
  });
  after(async () => {
    connects.end();
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(folder, { recursive: true });
    await door.close();
    authority.close();
  });

  /** The answer; `null` where the connection was cut while the body was still being sent. */
  const send = async (body: Body, authorization: Record<string, string>) => {
    const [, make, , headers] = body;
    const sent = Object.entries({ ...json, ...headers, ...authorization }).filter(([, value]) => value);
    const init = { method: 'POST', body: make(), headers: Object.fromEntries(sent) };
    const response = await fetch(`http://${door.address}/api/messages`, init).catch(() => null);
    return response && { status: response.status, text: await response.text() };
  };

  for (const whose of ['with nothing to prove it', 'with a good token'])
    for (const body of bodies) {
      const [what, , status] = body;
      it(`is refused with ${status} and one sentence, ${whose}: ${what}`, async () => {
        const authorization: Record<string, string> =
          whose === 'with a good token' ? { authorization: `Bearer ${await authority.token()}` } : {};
        connects.tried.splice(0);
        const answer = await send(body, authorization);
        if (what !== '20 MB' || answer !== null) {
          expect(answer?.status, answer?.text).to.equal(status);
          expect(JSON.parse(answer?.text ?? '').error.message)
            .to.match(/^[A-Z].+\.$/)
            .and.not.match(internal);
        }
        expect([door.turns, door.logged, readdirSync(folder)]).to.deep.equal([[], [], []]);
        expect(connects.tried.filter((target) => target !== door.address)).to.deep.equal([]);
      });
    }

  it('leaves the door open for one that is', async () => {
    const answer = await door.post(good, { authorization: `Bearer ${await authority.token()}` });
    expect([answer.status, door.turns.length]).to.deep.equal([200, 1]);
  });
});
