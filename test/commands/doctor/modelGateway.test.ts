import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { modelGatewayExamination } from '../../../src/commands/doctor/modelGateway.js';
import { runDoctor } from '../../../src/commands/doctor.js';
import { demoStripeAccounts, demoStripeKeys } from '../../../src/demo/stripe/data.js';
import { startStripe } from '../../../src/demo/stripe/server.js';
import { startGateway } from '../../n8n/standInGateway.js';
import { openWire, type Said, said } from '../../stripe/wire.js';

const secret = 'the secret of the bot and of n8n';

/** A house of n8n's with one account and the model, over a stand-in Stripe; no request may reach OpenRouter. */
async function opened() {
  const stripe = await startStripe({ accounts: demoStripeAccounts(Date.now), clock: Date.now });
  const n8n = await startGateway({
    secret,
    accounts: [
      {
        id: 'main',
        mode: 'test',
        url: stripe.url,
        key: demoStripeKeys.main.reads,
        couponKey: null,
        stripeAccount: null,
      },
    ],
    openRouter: { url: 'http://127.0.0.1:1', key: 'sk-or-n8nOnly' },
    roles: { analyst: { may: ['charges.read'] } },
  });
  return { n8n, close: async () => await Promise.all([n8n.close(), stripe.close()]) };
}

describe('the doctor, of n8n', () => {
  it('says that each gateway is reached, authenticated and refuses what it must, and which permissions its key has', async () => {
    const { n8n, close } = await opened();
    const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
    const file = path.join(folder, 'settings.json');
    const main = { id: 'main', label: 'Main store', mode: 'test', via: 'n8n' };
    const roles = { analyst: ['charges.read'] };
    const people = [{ portal: 'intranet', user: 'u', roles: ['analyst'], accounts: ['main'] }];
    writeFileSync(file, JSON.stringify({ accounts: [main], roles, people }));
    const env = {
      N8N_GATEWAY_URL: n8n.url,
      N8N_GATEWAY_SECRET: secret,
      SETTINGS_FILE: file,
      DATA_DIR: folder,
    };
    const lines: string[] = [];
    await runDoctor({ args: [], env, print: (line) => lines.push(line), note: () => {} });
    await close();
    rmSync(folder, { recursive: true });
    const told = lines.map((line) => line.replace(/ {2,}/g, '  '));
    expect(told).to.include.members([
      'ok  account main n8n  n8n refuses what this bot never asks for.',
      'ok  account main  Through n8n, Stripe takes the key that n8n has, test mode, Stripe account acct_demo_main.',
      'ok  model gateway  n8n takes the bot’s token and refuses what is no request of the bot’s.',
    ]);
    expect(told.filter((line) => line.startsWith('ok  account main charges')).length).to.be.below(2);
    expect(lines.join())
      .to.not.include(secret)
      .and.not.match(/rk_test|sk-or/);
  });

  const faults: readonly [what: string, answer: Said, status: 'ok' | 'fail', says: RegExp][] = [
    ['another secret', said({}, 403), 'fail', /does not take the bot’s token/],
    ['no workflow', said({}, 404), 'fail', /has no such workflow/],
    ['a failure', said({}, 500), 'fail', /failed over a request/],
    ['a page', { status: 200, body: '<html>' }, 'fail', /is not n8n’s workflow/],
    [
      'a token that the workflow refuses',
      said({ gateway: 'n8n', v: 1, refused: 'bad_token' }),
      'fail',
      /token/,
    ],
    ['silence', 'hang', 'fail', /brings no answer/],
    ['a refusal', said({ gateway: 'n8n', v: 1, refused: 'bad_request' }), 'ok', /refuses what is no request/],
  ];
  for (const [what, answer, status, says] of faults)
    it(`says what the model’s gateway lacks: ${what}`, async () => {
      const wire = await openWire(() => answer);
      const { examine } = modelGatewayExamination({ url: wire.url.origin, secret }, 100);
      const [check] = await examine();
      await wire.close();
      expect(check?.status).to.equal(status);
      expect(check?.what).to.match(says);
    });
});
