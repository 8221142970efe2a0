import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { demoStripeAccounts, demoStripeKeys } from '../src/demo/stripe/data.js';
import { type StandInStripe, startStripe } from '../src/demo/stripe/server.js';
import { type StartedProcess, startProcess } from './startedProcess.js';

/** All processes start at once: each takes longer to load than to do what is asked of it. */
describe('the process', () => {
  const said: string[] = [];
  const channel = createServer(async (request, response) => {
    const activity = await text(request);
    said.push(activity);
    response.setHeader('Content-Type', 'application/json').end('{"id":"1"}');
    // A slow machine may show before that the bot is at work.
    if (!activity.includes('"type":"typing"')) channel.emit('said');
  });
  let stripe: StandInStripe;
  let demo: StartedProcess;
  let real: StartedProcess;
  let faulty: StartedProcess;
  let refusedKey: StartedProcess;

  before(async () => {
    await once(channel.listen(0, '127.0.0.1'), 'listening');
    stripe = await startStripe({ accounts: demoStripeAccounts(Date.now), clock: Date.now });
    const elsewhere = { STRIPE_API_BASE: stripe.url, LOG_LEVEL: 'silent' };
    demo = startProcess({});
    real = startProcess({ ...elsewhere, STRIPE_SECRET_KEY: demoStripeKeys.main.reads });
    faulty = startProcess({ PORT: 'canary', STRIPE_COUPON_KEY: 'canary', SETTINGS_FILE: 'gone.json' });
    refusedKey = startProcess(
      { ...elsewhere, KEY: 'rk_test_canary' },
      {
        'settings.json': JSON.stringify({
          accounts: [{ id: 'main', label: 'Main', mode: 'test', key: 'env:KEY' }],
          roles: {},
          people: [],
        }),
      },
    );
  });

  after(async () => {
    await Promise.all([demo, real, faulty, refusedKey].map((each) => each.ended('SIGKILL')));
    channel.close();
    channel.closeAllConnections();
    await stripe.close();
  });

  it('without a key is the demo: says so, prints the address to open, and ends on SIGTERM', async () => {
    await demo.says(/"listening"/);
    expect(demo.out()).to.include('Tillkeeper, the demo: test data, nothing here is real.');
    const [, address = ''] = /^Open (http:\/\/127\.0\.0\.1:\d+)$/m.exec(demo.out()) ?? [];
    expect((await fetch(address)).status).to.equal(200);
    expect((await fetch(`${address}/readyz`)).status).to.equal(200);
    const asked = Date.now();
    expect(await demo.ended('SIGTERM')).to.equal(0);
    expect(Date.now() - asked).to.be.lessThan(5000);
    expect(demo.err()).to.equal('');
  }).timeout(60_000);

  it('with nothing but a Stripe key starts, says what is left out, and refuses everyone', async () => {
    await real.says(/Nobody is in the settings/);
    expect(real.out().trim().split('\n').slice(1)).to.deep.equal([
      'No app id is set: /api/messages answers callers on this machine only.',
      'No OpenRouter key is set: the built-in recogniser reads every sentence.',
      'Nobody is in the settings: everyone is refused. See settings.example.json.',
    ]);
    const [, address = ''] = /^Tillkeeper listens on (\S+)$/m.exec(real.out()) ?? [];
    const asked = stripe.requests.length;
    const answered = once(channel, 'said');
    const place = channel.address();
    const told = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: '1',
        channelId: 'emulator',
        serviceUrl: `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}`,
        from: { id: 'admin' },
        recipient: { id: 'bot' },
        conversation: { id: 'one' },
        text: 'show me the last 10 charges',
      }),
    });
    await answered;
    expect(told.status).to.be.oneOf([200, 202]);
    expect(said.join()).to.include('I do not know you here yet');
    expect(stripe.requests.length).to.equal(asked);
    expect(await real.ended('SIGTERM')).to.equal(0);
  }).timeout(60_000);

  it('tells every fault of its settings on standard error, no value and no stack, and exits with 1', async () => {
    expect(await faulty.ended()).to.equal(1);
    expect(faulty.err().trim().split('\n')).to.deep.equal([
      'SETTINGS_FILE names gone.json, which is not there. Put a readable file there or remove the setting.',
      'PORT: write a port number, 0 to 65535. See .env.example.',
      'STRIPE_SECRET_KEY is missing beside STRIPE_COUPON_KEY. Put a restricted key that may read in .env.',
    ]);
    expect(faulty.out()).to.equal('');
  });

  it('does not start with a key that Stripe refuses', async () => {
    expect(await refusedKey.ended()).to.equal(1);
    expect(refusedKey.err()).to.match(/^accounts\.main: Stripe refuses th\w+ key\. .+\n$/);
    expect(refusedKey.err()).to.not.include('canary');
  });
});
