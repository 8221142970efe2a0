import { expect } from 'chai';
import { gatewaySettings } from '../../src/n8n/gateway.js';
import { readSettings } from '../../src/settings.js';
import { faultsOf, fileWith } from '../settings/faults.js';

const secret = 'sixteen letters.';
const pair = { N8N_GATEWAY_URL: 'https://n8n.example/webhook', N8N_GATEWAY_SECRET: secret };
const main = { id: 'main', label: 'Main store', mode: 'test', via: 'n8n' };
const throughN8n = fileWith({ accounts: [main] });

describe('the gateway of the environment', () => {
  it('is one only with both, and has no slash at its end', () => {
    expect(gatewaySettings({ ...pair, N8N_GATEWAY_URL: 'https://n8n.example/webhook//' })).to.deep.equal({
      url: 'https://n8n.example/webhook',
      secret,
    });
    expect(gatewaySettings({})).to.equal(null);
  });

  const url =
    'N8N_GATEWAY_URL: write the https address of n8n’s webhooks, such as https://n8n.example/webhook; http to this machine only. See .env.example.';
  const addresses: [address: string, faults: string[]][] = [
    ['https://n8n.example/webhook', []],
    ['https://n8n.example', []],
    ['https://n8n.example:5679/n8n/webhook/', []],
    ['http://127.0.0.1:5678/webhook', []],
    ['http://localhost:5678/webhook', []],
    ['http://[::1]:5678/webhook', []],
    ['http://n8n.example/webhook', [url]],
    ['http://127.0.0.1.evil.example/webhook', [url]],
    ['https://ann:pw@n8n.example/webhook', [url]],
    ['https://n8n.example/webhook?x=1', [url]],
    ['https://n8n.example/webhook#x', [url]],
    ['ftp://n8n.example/webhook', [url]],
    ['n8n.example', [url]],
  ];
  for (const [address, faults] of addresses)
    it(`${address} is ${faults.length === 0 ? 'taken' : 'refused'}`, () => {
      const given = { KEY: 'rk_test_x', ...pair, N8N_GATEWAY_URL: address };
      expect(faultsOf(given, fileWith())).to.include.members(faults);
      if (faults.length === 0) expect(faultsOf(given, fileWith())).to.deep.equal([]);
    });

  it('needs a secret that cannot be guessed', () => {
    expect(faultsOf({ ...pair, N8N_GATEWAY_SECRET: 'canary' }, throughN8n).join()).to.match(
      /N8N_GATEWAY_SECRET: write 16 random characters or more, the same in n8n/,
    );
  });

  const halves: [missing: string, beside: string, todo: string][] = [
    ['N8N_GATEWAY_SECRET', 'N8N_GATEWAY_URL', 'Put the secret of n8n’s JWT credential in .env.'],
    ['N8N_GATEWAY_URL', 'N8N_GATEWAY_SECRET', 'Put the address of n8n’s webhooks in .env.'],
  ];
  for (const [missing, beside, todo] of halves)
    it(`needs ${missing} beside ${beside}`, () => {
      expect(faultsOf({ KEY: 'rk_test_x', ...pair, [missing]: '' }, fileWith())).to.deep.equal([
        `${missing} is missing beside ${beside}. ${todo}`,
      ]);
    });

  it('is needed by an account that goes through it', () => {
    expect(faultsOf({}, throughN8n)).to.deep.equal([
      'accounts.main.via: n8n needs N8N_GATEWAY_URL and N8N_GATEWAY_SECRET. Put both in .env; see .env.example.',
    ]);
  });
});

describe('settings with n8n', () => {
  it('need no key at all', () => {
    const { accounts, model } = readSettings(pair, throughN8n);
    const gateway = { url: pair.N8N_GATEWAY_URL, secret };
    expect(accounts).to.deep.equal([
      {
        id: 'main',
        label: 'Main store',
        mode: 'test',
        key: 'n8n_gateway_no_key',
        couponKey: 'n8n_gateway_no_key',
        stripeAccount: null,
        base: null,
        gateway,
      },
    ]);
    expect(model).to.deep.include({ key: 'n8n_gateway_no_key', gateway });
  });

  it('ask OpenRouter with the bot’s own key where it has one', () => {
    const { model } = readSettings({ ...pair, OPENROUTER_API_KEY: 'sk-or-x' }, throughN8n);
    expect([model?.key, model?.gateway]).to.deep.equal(['sk-or-x', undefined]);
  });

  it('may reach one account directly and another through n8n', () => {
    const eu = { id: 'eu', label: 'EU store', mode: 'test', key: 'env:KEY' };
    const { accounts } = readSettings({ ...pair, KEY: 'rk_test_x' }, fileWith({ accounts: [main, eu] }));
    expect(accounts.map(({ key, gateway }) => [key, gateway !== undefined])).to.deep.equal([
      ['n8n_gateway_no_key', true],
      ['rk_test_x', false],
    ]);
  });

  it('without a file are one account through n8n, and nobody may use it', () => {
    const { accounts, people } = readSettings(pair, null);
    expect(accounts.map(({ id, gateway }) => [id, gateway !== undefined])).to.deep.equal([['main', true]]);
    expect(people).to.deep.equal([]);
  });
});
