import { expect } from 'chai';
import { type Call, type Line, listen, openTalk, startLine, tokenFor } from './line.js';

const intranet = { authorization: 'Bearer portal-secret' };

describe('Direct Line lets in', () => {
  let line: Line;
  let runs = 0;
  before(async () => {
    line = await startLine(async () => {
      runs += 1;
    });
  });
  after(() => line.close());

  const asks: [string, Call, number][] = [
    ['a demo person without a secret', { body: { user: { id: 'analyst' } } }, 200],
    ['nobody else without a secret', { body: { user: { id: 'mallory' } } }, 403],
    ['nobody called like a property of every object', { body: { user: { id: '__proto__' } } }, 403],
    ['nobody without an id', { body: { user: {} } }, 400],
    ['nobody with an id that is no text', { body: { user: { id: 7 } } }, 400],
    ['nobody without a body', { method: 'POST' }, 400],
    ['nobody with a list for a body', { body: [] }, 400],
    ['anybody a portal vouches for', { headers: intranet, body: { user: { id: 'u-1', name: 'Ada' } } }, 200],
    [
      'a portal that names one of its origins',
      { headers: intranet, body: { user: { id: 'u-1' }, trustedOrigins: ['https://intranet.example'] } },
      200,
    ],
    [
      'no portal that names another origin',
      { headers: intranet, body: { user: { id: 'u-1' }, trustedOrigins: ['https://evil.example'] } },
      403,
    ],
  ];
  for (const [who, call, status] of asks) {
    it(who, async () => {
      const answer = await line.call('/tokens/generate', call);
      expect(answer.status, JSON.stringify(answer.body)).to.equal(status);
      if (status === 200) expect(answer.body).to.include({ expires_in: 1800 });
      else expect(answer.body.error?.message).to.match(/^[A-Z].+\.$/);
    });
  }

  it('nobody without or with a wrong secret where no portal is open', async () => {
    const portals = [{ id: 'intranet', secret: 'portal-secret', origins: [], people: null }];
    const closed = await startLine(async () => {}, { portals });
    const body = { user: { id: 'u-1' } };
    const [none, wrong, right] = [
      await closed.call('/tokens/generate', { body }),
      await closed.call('/tokens/generate', { body, token: 'portal-secreT' }),
      await closed.call('/tokens/generate', { body, token: 'portal-secret' }),
    ];
    await closed.close();
    expect([none.status, wrong.status, right.status]).to.deep.equal([401, 403, 200]);
    expect(JSON.stringify([none.body, wrong.body])).not.to.contain('portal-secret');
  });

  describe('no call', () => {
    const routes: [string, string, object?][] = [
      ['tokens/refresh', '/tokens/refresh', {}],
      ['conversations', '/conversations', {}],
      ['conversations/:id', '/conversations/ID'],
      ['activities (GET)', '/conversations/ID/activities'],
      ['activities (POST)', '/conversations/ID/activities', { type: 'message', text: 'hi' }],
      ['upload', '/conversations/ID/upload', {}],
    ];
    for (const [name, path, body] of routes) {
      it(`to ${name} without a token, with a forged, foreign or expired one`, async () => {
        const talk = await openTalk(line);
        await line.inbox.idle();
        const before = runs;
        const ask = (token?: string) =>
          line.call(path.replace('ID', talk.id), {
            ...(body ? { body } : {}),
            ...(token === undefined ? {} : { token }),
          });
        const other = await startLine(async () => {}, { secrets: ['another secret altogether, 32 bytes'] });
        const foreign = await tokenFor(other);
        await other.close();
        const forged = `${talk.token.slice(0, -4)}AAAA`;
        const stream = new URL(talk.streamUrl).searchParams.get('t') ?? '';
        const start = line.time.now;
        const answers = [await ask(), await ask(forged), await ask(foreign.token), await ask(stream)];
        line.time.now = start + 1_801_000;
        answers.push(await ask(talk.token));
        line.time.now = start;
        expect(answers.map(({ status }) => status)).to.deep.equal([401, 403, 403, 403, 403]);
        for (const answer of answers) expect(answer.body.error?.message).to.match(/^[A-Z].+\.$/);
        expect(runs).to.equal(before);
      });
    }

    it('to another conversation, nor to one that was not opened', async () => {
      const [mine, theirs] = [await openTalk(line), await openTalk(line, 'admin')];
      const unopened = await tokenFor(line);
      const status = async (id: string, token: string) =>
        (await line.call(`/conversations/${id}/activities`, { token })).status;
      expect(await status(theirs.id, mine.token)).to.equal(403);
      expect(await status(unopened.id, unopened.token)).to.equal(404);
      expect(await status(mine.id, mine.token)).to.equal(200);
    });
  });

  it('streams with a token of their conversation only', async () => {
    const [mine, theirs] = [await openTalk(line), await openTalk(line, 'admin')];
    const base = line.address.replace('http', 'ws');
    const status = async (id: string, token: string, headers: Record<string, string> = {}) => {
      const answer = await line.call(`/conversations/${id}/stream?t=${token}`, {
        headers: { ...headers },
      });
      return answer.status;
    };
    expect(await status(mine.id, mine.token)).to.be.oneOf([404, 405]);
    const refused = async (path: string, headers: Record<string, string> = {}) => {
      const { WebSocket } = await import('ws');
      const socket = new WebSocket(`${base}${path}`, { headers });
      return new Promise<number | undefined>((resolve) => {
        socket.on('error', () => {});
        socket.on('unexpected-response', (_, response) => {
          resolve(response.statusCode);
          response.resume();
          socket.terminate();
        });
        socket.on('open', () => {
          socket.terminate();
          resolve(101);
        });
      });
    };
    const stream = (id: string) => `/v3/directline/conversations/${id}/stream`;
    expect(await refused(`${stream(mine.id)}?t=${mine.token}`)).to.equal(101);
    expect(await refused(new URL(mine.streamUrl).pathname + new URL(mine.streamUrl).search)).to.equal(101);
    expect(await refused(stream(mine.id))).to.equal(401);
    expect(await refused(`${stream(mine.id)}?t=x`)).to.equal(403);
    expect(await refused(`${stream(theirs.id)}?t=${mine.token}`)).to.equal(403);
    expect(await refused('/elsewhere')).to.equal(404);
    const evil = { origin: 'https://evil.example' };
    expect(await refused(`${stream(mine.id)}?t=${mine.token}`, evil)).to.equal(403);
  });

  it('a page of a trusted origin, with the headers it needs, and no other', async () => {
    const origin = 'https://intranet.example';
    const body = { user: { id: 'u-1' } };
    const { body: granted } = await line.call('/tokens/generate', { headers: intranet, body });
    const token = String(granted.token);
    const open = (from: string) =>
      line.call('/conversations', { token, body: {}, headers: { origin: from } });
    const [trusted, evil, own] = [
      await open(origin),
      await open('https://evil.example'),
      await open(line.address),
    ];
    expect([trusted.status, evil.status, own.status]).to.deep.equal([201, 403, 200]);
    expect(trusted.headers.get('access-control-allow-origin')).to.equal(origin);
    expect(evil.headers.get('access-control-allow-origin')).to.equal(null);

    const { token: demo } = await tokenFor(line);
    const narrowed = await line.call('/conversations', { token: demo, body: {}, headers: { origin } });
    expect(narrowed.status).to.equal(403);

    const preflight = await line.call('/conversations', { method: 'OPTIONS', headers: { origin } });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get('access-control-allow-headers')).to.equal(
      'authorization,content-type,x-ms-bot-agent,x-requested-with',
    );
    const refused = await line.call('/conversations', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    expect(refused.status).to.equal(403);
  });

  it('a token that is still good for another half hour', async () => {
    const talk = await openTalk(line);
    const start = line.time.now;
    line.time.now = start + 1_700_000;
    const { status, body } = await line.call('/tokens/refresh', { token: talk.token, body: {} });
    line.time.now = start + 3_000_000;
    const old = await line.call(`/conversations/${talk.id}`, { token: talk.token });
    const renewed = await line.call(`/conversations/${talk.id}`, { token: String(body.token) });
    line.time.now = start;
    expect([status, old.status, renewed.status]).to.deep.equal([200, 403, 200]);
    expect(body.conversationId).to.equal(talk.id);
  });

  it('a page behind a proxy that ends TLS, to a wss address', async () => {
    const { token } = await tokenFor(line);
    const { body } = await line.call('/conversations', {
      token,
      body: {},
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(body.streamUrl).to.match(/^wss:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//);
    const { socket } = await listen(String(body.streamUrl).replace('wss:', 'ws:'));
    socket.close();
  });
});
