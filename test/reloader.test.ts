import { expect } from 'chai';
import { demoStripeAccounts, demoStripeKeys } from '../src/demo/stripe/data.js';
import { type StandInStripe, startStripe } from '../src/demo/stripe/server.js';
import { createLog } from '../src/log.js';
import { createReloader } from '../src/reloader.js';
import { readSettings } from '../src/settings.js';
import { type StartedProcess, startProcess } from './startedProcess.js';

const account = { id: 'main', label: 'Main store', mode: 'test', key: 'env:STRIPE_SECRET_KEY' };
const portal = { id: 'intranet', secret: 'env:PORTAL_SECRET', origins: [] };
const settingsWith = (more: object) =>
  JSON.stringify({ accounts: [account], roles: { analyst: ['balance.read'] }, people: [], ...more });

describe('SIGHUP', () => {
  let stripe: StandInStripe;
  let started: StartedProcess;

  before(async () => {
    stripe = await startStripe({ accounts: demoStripeAccounts(Date.now), clock: Date.now });
    started = startProcess(
      {
        STRIPE_API_BASE: stripe.url,
        STRIPE_SECRET_KEY: demoStripeKeys.main.reads,
        PORTAL_SECRET: 'portal-secret-of-this-test',
        OTHER_KEY: 'rk_test_canary',
      },
      { 'settings.json': settingsWith({}) },
    );
  });
  after(async () => {
    await started.ended('SIGKILL');
    await stripe.close();
  });

  const generate = async (address: string) => {
    const { status } = await fetch(`${address}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer portal-secret-of-this-test',
      },
      body: JSON.stringify({ user: { id: 'u-1' } }),
    });
    return status;
  };

  it('has the settings read anew, and keeps the old ones where the new ones are faulty', async () => {
    const [, address = ''] = /(http:\S+)/.exec(await started.says(/listens on/)) ?? [];
    await started.says(/"listening"/);
    expect(await generate(address)).to.equal(403);
    started.write('settings.json', settingsWith({ portals: [portal] }));
    started.signal('SIGHUP');
    await started.says(/"the settings were reloaded"/);
    expect(await generate(address)).to.equal(200);
    const faulty: [text: string, told: RegExp][] = [
      ['{', /not a JSON object/],
      [settingsWith({ portals: [], surprise: 1 }), /surprise is not known here/],
      [
        settingsWith({ portals: [], accounts: [{ ...account, key: 'env:OTHER_KEY' }] }),
        /Stripe refuses the key/,
      ],
    ];
    for (const [at, [text, told]] of faulty.entries()) {
      started.write('settings.json', text);
      started.signal('SIGHUP');
      while (started.err().split('The settings were not reloaded: the old ones stay.').length < at + 2)
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect(started.err()).to.match(told);
      expect(await generate(address)).to.equal(200);
    }
    expect(started.out() + started.err()).not.to.contain('canary');
  }).timeout(60_000);
});

describe('reloads that come while one is under way', () => {
  it('are done one after the other, the last settings last', async () => {
    const seen: number[] = [];
    let under = 0;
    let read = 0;
    const reload = createReloader({
      app: {
        reload: async ({ port }) => {
          under += 1;
          expect(under).to.equal(1);
          await new Promise((resolve) => setTimeout(resolve, 5));
          seen.push(port);
          under -= 1;
        },
      },
      log: createLog('silent'),
      read: () => {
        read += 1;
        return readSettings({ STRIPE_SECRET_KEY: 'rk_test_x', PORT: String(read) }, null);
      },
      check: async () => ({ faults: [], said: [] }),
      tell: () => {},
    });
    await Promise.all([reload(), reload(), reload()]);
    expect(seen).to.deep.equal([1, 2, 3]);
  });
});
