import { expect } from 'chai';
import { createClient, longestTry } from '../../src/stripe/client.js';
import { settingsAt } from './room.js';
import { emptyList, openWire, type Said, said, type Wire } from './wire.js';

const down = said({ error: { type: 'api_error', message: 'down' } }, 500);
const slowDown = said({ error: { type: 'invalid_request_error', code: 'rate_limit' } }, 429);

describe('a client of one key', () => {
  let wire: Wire;
  let answers: Said[];
  const closers: (() => void)[] = [];

  beforeEach(async () => {
    answers = [];
    wire = await openWire(() => answers.shift() ?? emptyList);
  });

  afterEach(async () => {
    for (const close of closers.splice(0)) close();
    await wire.close();
  });

  const client = (own: Parameters<typeof settingsAt>[1] = {}, timeout?: number) => {
    const made = createClient(
      'rk_test_oneKey',
      settingsAt(wire.url, own),
      timeout === undefined ? {} : { timeout },
    );
    closers.push(made.close);
    return { ...made, list: async () => await made.asking('check', (sdk) => sdk.charges.list()) };
  };

  it('says its key and the one API version, and no account', async () => {
    await client().list();
    const headers = wire.heard[0]?.headers;
    expect(headers).to.include({
      authorization: 'Bearer rk_test_oneKey',
      'stripe-version': '2026-10-28.endive',
    });
    expect(headers).to.not.have.any.keys('stripe-account', 'stripe-context');
  });

  it('names the connected account where the settings name one', async () => {
    await client({ stripeAccount: 'acct_connected' }).list();
    expect(wire.heard[0]?.headers['stripe-account']).to.equal('acct_connected');
  });

  it('tells nothing of earlier requests, nor of the machine', async () => {
    const { list } = client();
    for (let asked = 0; asked < 3; asked += 1) await list();
    expect(wire.heard).to.have.length(3);
    for (const { headers } of wire.heard) {
      expect(headers).to.not.have.property('x-stripe-client-telemetry');
      const agent = String(headers['x-stripe-client-user-agent']);
      expect(agent)
        .to.contain('bindings_version')
        .and.not.match(/telemetry_id|uname|hostname|platform"/);
    }
  });

  const tries: readonly [string, Said[], number][] = [
    ['once where Stripe answers', [], 1],
    ['twice where Stripe is down, and no more', [down, down, down], 2],
    ['once where Stripe asks to slow down', [slowDown, slowDown], 1],
  ];
  for (const [how, said, times] of tries)
    it(`asks ${how}`, async () => {
      answers = [...said];
      await client()
        .list()
        .catch(() => undefined);
      expect(wire.heard).to.have.length(times);
    });

  it('waits for each try only so long', async () => {
    answers = ['hang', 'hang'];
    const began = Date.now();
    const ended = await client({}, 60)
      .list()
      .then(
        () => 'answered',
        () => 'gave up',
      );
    expect(ended).to.equal('gave up');
    expect(wire.heard).to.have.length(2);
    expect(Date.now() - began).to.be.below(1800);
  });

  it('gives up on a hanging Stripe, both tries, before Teams sends the message again', () => {
    expect(2 * longestTry).to.be.within(4000, 10_000);
  });

  it('lets go of its connections', async () => {
    const { list, close } = client();
    await list();
    expect(await wire.connections()).to.equal(1);
    close();
    while ((await wire.connections()) > 0) await new Promise(setImmediate);
  });
});
