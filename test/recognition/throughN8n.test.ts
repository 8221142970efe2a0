import { expect } from 'chai';
import { abilitiesToRead } from '../../src/commands/commandRecognisers.js';
import { type StandInOpenRouter, startOpenRouter } from '../../src/demo/openRouter.js';
import { type RecognitionCode, RecognitionFault } from '../../src/errors.js';
import { noKey } from '../../src/n8n/gateway.js';
import { defaultModels } from '../../src/recognition/modelSettings.js';
import { createOpenRouter } from '../../src/recognition/openRouter.js';
import type { Plan } from '../../src/recognition/plan.js';
import { gatewaySecret } from '../conversations/behindN8n.js';
import { type GatewayFault, type StandInGateway, startGateway } from '../n8n/standInGateway.js';
import { wanted } from './modelTalk.js';

const openRouterKey = 'sk-or-n8nOnly';

describe('a model whose key n8n has', () => {
  let openRouter: StandInOpenRouter;
  let n8n: StandInGateway;

  before(async () => {
    openRouter = await startOpenRouter(() => wanted);
    n8n = await startGateway({
      secret: gatewaySecret,
      accounts: [],
      openRouter: { url: openRouter.url, key: openRouterKey },
      roles: {},
    });
  });
  beforeEach(() => {
    n8n.requests.length = 0;
    openRouter.bodies.length = 0;
    openRouter.headers.length = 0;
  });
  after(async () => {
    await Promise.all([n8n.close(), openRouter.close()]);
  });

  /** What "last 10 charges" comes to with a model that is at rest from nothing yet. */
  const asked = async ({
    text = 'last 10 charges',
    models = defaultModels,
    gateway = { url: n8n.url, secret: gatewaySecret },
    budget = 2000,
  } = {}): Promise<Plan | RecognitionCode> => {
    const settings = { key: noKey, baseUrl: 'https://openrouter.ai/api/v1', models, gateway };
    const ways = { pause: 10, budget, random: () => 'an-id' };
    const recognise = createOpenRouter(settings, abilitiesToRead(), ways);
    const sentence = { text, today: '2026-03-10', zone: 'UTC', locale: 'en-US' };
    return await recognise(sentence, new AbortController().signal).then(
      ({ plan }) => plan,
      (fault: unknown) => {
        if (fault instanceof RecognitionFault) return fault.code;
        throw fault;
      },
    );
  };

  it('gives the model’s plan', async () => {
    expect(await asked()).to.deep.equal(wanted);
    expect(openRouter.headers.map(({ authorization }) => authorization)).to.deep.equal([
      `Bearer ${openRouterKey}`,
    ]);
  });

  it('says of every request that nothing may be kept, on its way to n8n and behind it', async () => {
    await asked();
    const policy = { data_collection: 'deny', zdr: true, require_parameters: true };
    expect(JSON.parse(n8n.requests[0]?.body ?? '').request.provider).to.deep.equal(policy);
    expect(JSON.parse(openRouter.bodies[0] ?? '').provider).to.deep.equal(policy);
  });

  it('names neither person nor role nor page, and no key', async () => {
    await asked();
    const [{ claims, headers, path } = { claims: {}, headers: {}, path: '' }] = n8n.requests;
    const { iat: _iat, exp: _exp, ...said } = claims;
    expect(path).to.equal('tillkeeper-openrouter');
    expect(said).to.deep.equal({
      iss: 'tillkeeper',
      aud: 'n8n',
      jti: 'an-id',
      ability: 'model',
      account: '',
      roles: [],
      use: 'model',
    });
    expect(headers).to.not.have.any.keys('referer', 'http-referer', 'x-title', 'cookie');
    expect(JSON.stringify(n8n.requests)).to.not.include(noKey);
  });

  const html = '<!doctype html><title>Sign in</title>';
  const faults: [what: string, fault: GatewayFault, came: RecognitionCode | 'plan', requests: number][] = [
    ['fails once', { answer: { status: 500, body: '{}' } }, 'plan', 2],
    ['fails', { answer: { status: 500, body: '{}' }, times: 2 }, 'unreachable', 2],
    ['breaks the connection', { answer: 'drop', times: 2 }, 'unreachable', 2],
    ['breaks off within its answer', { stage: 'done', answer: 'cut', times: 2 }, 'unreachable', 2],
    ['takes no such token', { answer: { status: 403, body: 'jwt expired' } }, 'refused', 1],
    ['asks for a token', { answer: { status: 401, body: html } }, 'refused', 1],
    ['has no such workflow', { answer: { status: 404, body: '{"stacktrace":"x"}' } }, 'no_provider', 1],
    ['shows a page', { answer: { status: 200, body: html } }, 'unreadable', 1],
    ['answers without an envelope', { answer: { status: 200, body: '{"choices":[]}' } }, 'unreadable', 1],
    [
      'refuses',
      { answer: { status: 200, body: '{"gateway":"n8n","v":1,"refused":"not_allowed_model"}' } },
      'refused',
      1,
    ],
    ['hangs', { answer: 'hang' }, 'timeout', 1],
  ];
  for (const [what, fault, came, requests] of faults)
    it(`where n8n ${what}: ${came}`, async () => {
      n8n.queueFault(fault);
      const budget = fault.answer === 'hang' ? 100 : 2000;
      expect(await asked({ budget })).to.deep.equal(came === 'plan' ? wanted : came);
      expect(n8n.requests).to.have.length(requests);
    });

  it('where n8n knows another secret, or is not there: refused, unreachable', async () => {
    expect(await asked({ gateway: { url: n8n.url, secret: 'another one' } })).to.equal('refused');
    expect(await asked({ gateway: { url: 'http://127.0.0.1:1', secret: gatewaySecret } })).to.equal(
      'unreachable',
    );
    expect(openRouter.bodies).to.deep.equal([]);
  });

  it('lets n8n’s own list of models decide', async () => {
    expect(await asked({ models: ['a/model'] })).to.equal('refused');
    expect(openRouter.bodies).to.deep.equal([]);
  });

  const statuses: [status: number, came: RecognitionCode, requests: number][] = [
    [402, 'no_credit', 1],
    [404, 'no_provider', 1],
    [429, 'unreachable', 2],
    [500, 'unreachable', 2],
  ];
  for (const [status, came, requests] of statuses)
    it(`says a ${status} of OpenRouter’s as one that came directly: ${came}`, async () => {
      const answer = { status, body: JSON.stringify({ error: { code: status, message: 'x' } }) };
      openRouter.queue(answer, answer);
      expect(await asked()).to.equal(came);
      openRouter.forget();
      expect(n8n.requests).to.have.length(requests);
    });
});
