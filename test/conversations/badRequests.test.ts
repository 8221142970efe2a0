import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { z } from 'zod';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import { internal } from './internal.js';

const opened = z.object({ token: z.string(), conversationId: z.string() });
const fault = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) });

const json = { 'content-type': 'application/json' };

/** A POST with this body; a body that can be read once only is made anew. */
const post =
  (body: () => NonNullable<RequestInit['body']>, headers: Record<string, string> = json) =>
  (): RequestInit => ({ method: 'POST', headers, body: body() });

const upload = () => {
  const form = new FormData();
  form.set('file', new Blob(['4242 4242 4242 4242'.repeat(1000)]), 'cards.csv');
  return form;
};

describe('A request that cannot be read', () => {
  let house: House;
  let channel: Channel;
  let token = '';
  let conversation = '';
  let folder = '';
  const { TMPDIR } = process.env;

  const state = () => [house.stripe.data('acct_demo_main')?.coupons.length, house.stripe.requests.length];
  const call = async (path: string, { headers, ...init }: RequestInit) =>
    await fetch(`${house.url}${path}`, {
      ...init,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...Object.fromEntries(new Headers(headers)),
      },
    });
  const open = async (path: string, body: object) =>
    opened.parse(await (await call(`/v3/directline${path}`, post(() => JSON.stringify(body))())).json());

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tillkeeper-uploads-'));
    process.env.TMPDIR = folder;
    house = await openHouse();
    channel = await openChannel();
    ({ token } = await open('/tokens/generate', { user: { id: 'admin' } }));
    ({ conversationId: conversation } = await open('/conversations', {}));
  });

  after(async () => {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(folder, { recursive: true });
    await house.close();
    await channel.close();
  });

  const good = () => ({
    type: 'message',
    channelId: 'emulator',
    serviceUrl: channel.url,
    from: { id: 'admin' },
    conversation: { id: 'http' },
    text: 'what may I do?',
  });
  const messages = () => '/api/messages';
  const activities = () => `/v3/directline/conversations/${conversation}/activities`;
  const generate = () => '/v3/directline/tokens/generate';
  const asJson = (body: () => unknown) => post(() => JSON.stringify(body()));

  const bodies: [what: string, init: () => RequestInit, status: number][] = [
    ['malformed JSON', post(() => '{"type":'), 400],
    ['no body', post(() => ''), 400],
    ['a list', asJson(() => [good()]), 400],
    ['a text', asJson(() => 'message'), 400],
    ['null', asJson(() => null), 400],
    ['an object without anything', asJson(() => ({})), 400],
    ['keys that every object has', post(() => '{"__proto__":{"type":"message"}}'), 400],
    ['100,000 levels', post(() => `{"type":"message","value":${'['.repeat(1e5)}${']'.repeat(1e5)}}`), 400],
    ['bytes', post(() => Buffer.alloc(1000)), 400],
    ['more than 256 KiB', asJson(() => ({ ...good(), text: 'x'.repeat(262_144) })), 413],
    ['a packed body', post(() => gzipSync('{}'), { ...json, 'content-encoding': 'gzip' }), 415],
    ['a form', post(() => 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['XML', post(() => '<message/>', { 'content-type': 'application/xml' }), 415],
    ['an upload', post(upload, {}), 415],
  ];
  const method = (path: () => string, name: string): Wrong => [
    name,
    path,
    () => ({ method: name.split(' ')[0] ?? '' }),
    405,
  ];
  type Wrong = [what: string, path: () => string, init: () => RequestInit, status: number];
  const wrong: Wrong[] = [
    ...bodies.map(([what, init, status]): Wrong => [`${what} at /api/messages`, messages, init, status]),
    ...bodies.map(([what, init, status]): Wrong => [`${what} in a conversation`, activities, init, status]),
    ...bodies.map(([what, init, status]): Wrong => [`${what} for a token`, generate, init, status]),
    ...['GET', 'PUT', 'DELETE', 'PATCH'].map((name) => method(messages, `${name} /api/messages`)),
    ...['PUT', 'DELETE', 'PATCH'].map((name) => method(activities, `${name} a conversation’s activities`)),
    ...['GET', 'PUT', 'DELETE'].map((name) => method(generate, `${name} tokens/generate`)),
    method(() => '/v3/directline/conversations', 'GET conversations'),
    method(() => '/healthz', 'POST /healthz'),
    ...['/nowhere', '/api', '/api/messages/1', '/v3/directline', '/%ff', '/..%2f..%2fetc%2fpasswd'].map(
      (path): Wrong => [path, () => path, () => ({}), 404],
    ),
    ...['type', 'channelId', 'serviceUrl', 'from', 'conversation'].map(
      (field): Wrong => [
        `an activity without ${field}`,
        messages,
        asJson(() => ({ ...good(), [field]: undefined })),
        400,
      ],
    ),
    [
      'an upload to a conversation',
      () => activities().replace(/activities$/, 'upload'),
      post(upload, {}),
      415,
    ],
    ['another kind than Direct Line has', activities, asJson(() => ({ ...good(), type: 'invoke' })), 400],
    ['a text that is an object', activities, asJson(() => ({ ...good(), text: { $gt: '' } })), 400],
  ];
  for (const [what, path, init, status] of wrong) {
    it(`is answered ${status} and one sentence: ${what}`, async () => {
      const before = state();
      const answer = await call(path(), init());
      const text = await answer.text();
      expect(answer.status, text).to.equal(status);
      const { error } = fault.parse(JSON.parse(text));
      expect(error.message)
        .to.match(/^[A-Z].+\.$/)
        .and.not.match(internal);
      await house.app.idle();
      expect((await fetch(`${house.url}/healthz`)).status).to.equal(200);
      expect(state()).to.deep.equal(before);
      expect(readdirSync(folder)).to.deep.equal([]);
    });
  }

  it('leaves the conversation it was sent to as it was', async () => {
    const sent = await call(activities(), asJson(good)());
    await house.app.idle();
    const told = await (await call(activities(), {})).text();
    expect(sent.status).to.equal(200);
    expect(told).to.contain('tillkeeper.permissions');
  });
});
