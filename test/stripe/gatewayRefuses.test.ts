import { expect } from 'chai';
import { noKey } from '../../src/n8n/gateway.js';
import { gatewayRefuses } from '../../src/stripe/gatewayRefuses.js';
import { startGateway } from '../n8n/standInGateway.js';
import { settingsAt } from './room.js';
import { openWire, type Said, said } from './wire.js';

const secret = 'the secret of the bot and of n8n';
const random = () => 'an-id';
const ask = async (url: string) =>
  await gatewayRefuses(settingsAt(url, { key: noKey, gateway: { url, secret } }), { within: 500, random });

describe('whether n8n refuses what the bot never asks for', () => {
  it('is so with the shipped workflow, which asks Stripe nothing', async () => {
    const stripe = await openWire();
    const account = { id: 'main', mode: 'test', url: stripe.url.origin, key: 'rk', couponKey: null } as const;
    const n8n = await startGateway({ secret, accounts: [{ ...account, stripeAccount: null }], roles: {} });
    expect(await ask(n8n.url)).to.equal(true);
    expect([n8n.requests.length, stripe.heard.length]).to.deep.equal([1, 0]);
    await Promise.all([n8n.close(), stripe.close()]);
  });

  const answers: readonly [what: string, answer: Said, refuses: boolean | null][] = [
    [
      'is not so where it passes it on',
      said({ gateway: 'n8n', v: 1, status: 200, headers: {}, body: { object: 'list', data: [] } }),
      false,
    ],
    [
      'is not so where only Stripe refuses',
      said({ gateway: 'n8n', v: 1, status: 403, headers: {}, body: { error: { type: 'x' } } }),
      false,
    ],
    ['is not known where it takes no token', said({}, 403), null],
    ['is not known where it fails', said({}, 500), null],
    ['is not known where it is silent', 'hang', null],
  ];
  for (const [what, answer, refuses] of answers)
    it(what, async () => {
      const wire = await openWire(() => answer);
      expect(await ask(wire.url.origin)).to.equal(refuses);
      await wire.close();
    });
});
