import { expect } from 'chai';
import type { Told } from '../../src/stripe/askKey.js';
import { keyFaults, lacking, unproved } from '../../src/stripe/keyWords.js';
import { settingsAt } from './room.js';

const fine: Told = { rights: { balance: 'has' }, live: false, owner: 'acct_one', fault: null, ahead: null };

describe('what is said of a key', () => {
  const silent: readonly [Partial<Told>, string[]][] = [
    [{}, []],
    [{ fault: 'key_refused', live: null }, []],
    [{ fault: 'timeout', live: null }, ['Stripe did not answer in time, so the key could not be checked']],
    [
      { fault: 'unavailable', live: null },
      ['Stripe gave no answer that could be read, so the key could not be checked'],
    ],
    [
      { live: null, rights: { balance: 'lacks', charges: 'has' } },
      ['the key may not ask Stripe for what would prove its mode; it is used as it is'],
    ],
    [{ live: null, rights: { coupons: 'has' } }, []],
    [{ fault: 'wrong_mode', live: null }, []],
    [{ fault: 'gateway_down', live: null }, ['n8n brings no answer, so the key could not be checked']],
    [
      { fault: 'gateway_setup', live: null },
      [
        'n8n takes no token of this bot’s secret, or has no published workflow for this account, so the key could not be checked',
      ],
    ],
    [
      { fault: 'gateway_unreadable', live: null },
      ['what answers in n8n’s place cannot be read, so the key could not be checked'],
    ],
    [
      { fault: 'gateway_refused', live: null },
      ['n8n’s workflow for this account refuses to check its key, so the key could not be checked'],
    ],
  ];
  for (const [told, sentences] of silent)
    it(`where its mode could not be proved: ${JSON.stringify(told)}`, () => {
      expect(unproved({ ...fine, ...told }, 'key')).to.deep.equal(sentences);
    });

  it('that it lacks what is needed, never what could not be asked', () => {
    const rights = { charges: 'lacks', balance: 'unknown', customers: 'has' } as const;
    expect(lacking({ rights }, 'key', ['charges', 'balance', 'customers'])).to.deep.equal([
      'the key may not read charges, so who asks for it is told so. Tick Charges: Read at the restricted key.',
    ]);
  });

  const throughN8n: readonly [Told['fault'], string[]][] = [
    ['key_refused', ['accounts.main: Stripe refuses the key. Put a key that works in n8n.']],
    [
      'wrong_mode',
      [
        'accounts.main: n8n’s workflow for this account is not of test mode, as the settings say. Correct one of them.',
      ],
    ],
    ['gateway_down', []],
  ];
  for (const [fault, faults] of throughN8n)
    it(`where n8n has the key, and what stops the start: ${fault}`, () => {
      const gateway = { url: 'http://127.0.0.1:1', secret: 'x' };
      const account = settingsAt('http://127.0.0.1:1', { key: 'k', couponKey: 'k', gateway });
      const told = { ...fine, live: null, fault };
      const needed = { reads: [], writes: [] };
      expect(keyFaults({ account, reads: told, writes: told, needed })).to.deep.equal(faults);
    });

  it('that it belongs elsewhere, for each key and for both', () => {
    const account = settingsAt('http://127.0.0.1:1', { couponKey: 'rk_other', stripeAccount: 'acct_one' });
    const needed = { reads: [], writes: [] };
    const writes = { ...fine, owner: 'acct_two' };
    expect(keyFaults({ account, reads: fine, writes, needed })).to.deep.equal([
      'accounts.main: the coupon key belongs to another Stripe account than stripeAccount names. Correct one of them.',
      'accounts.main: the coupon key belongs to another Stripe account than the key. Put keys of one account.',
    ]);
    expect(keyFaults({ account, reads: fine, writes: fine, needed })).to.deep.equal([]);
  });
});
