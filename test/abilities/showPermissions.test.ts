import { expect } from 'chai';
import { createShowPermissions } from '../../src/abilities/showPermissions.js';
import type { Permission } from '../../src/access/permission.js';
import type { View } from '../../src/masking/views.js';
import { readSettings } from '../../src/settings.js';
import { eu, main } from '../masking/facts.js';
import { fileWith } from '../settings/faults.js';
import { asking, visit } from './asking.js';

const strict = {
  maxPercentOff: 50,
  maxAmountOff: { usd: 100 },
  mustExpireWithinDays: 365,
  maxRedemptions: 10,
  durations: ['once', 'repeating'],
  codePattern: 'SPRING\\d{2}',
  approval: { abovePercentOff: 30, aboveAmountOff: { usd: 50 } },
};

/** The card of someone who holds these in the main store. */
async function shown(may: Permission[], coupons: object): Promise<View | undefined> {
  const ability = createShowPermissions({
    roles: { mine: { may }, approver: { may: ['coupons.approve'] } },
    places: [main, eu],
    policy: readSettings({ KEY: 'rk_test_x' }, fileWith({ coupons })).coupons,
    abilities: () => [],
  });
  if (ability.permission !== null) throw new Error('it needs no permission');
  const caller = { ...visit.caller, roles: ['mine'] };
  const { views } = await ability.answer(
    { do: 'show_permissions' },
    { ...asking(), visit: { ...visit, caller } },
  );
  return views[0];
}

describe('what somebody may do', () => {
  it('is shown with every limit of the policy to who may create coupons', async () => {
    const card = await shown(['coupons.create'], strict);
    expect(card).to.deep.include({
      may: [],
      lines: [
        'Account: Main store (Test)',
        'Coupons take 50 % off at most.',
        'Coupons take US$100.00 off at most.',
        'Coupons end within 365 days.',
        'A coupon’s uses: 10 at most.',
        'A discount on a subscription lasts once or for some months.',
        'A code is written like SPRING00.',
        'More than 30 % off or more than US$50.00 off needs a second person: someone with the role Approver.',
      ],
    });
  });

  it('is shown without a limit where there is none', async () => {
    expect(await shown(['coupons.create'], {})).to.deep.include({ lines: ['Account: Main store (Test)'] });
  });

  it('has the rights that are used by buttons alone', async () => {
    expect(await shown(['coupons.approve', 'settings.bind'], strict)).to.deep.include({
      may: ['Approve coupons', 'Choose what a conversation is for'],
      lines: [
        'Account: Main store (Test)',
        'More than 30 % off or more than US$50.00 off needs a second person: you may approve what others ask for, not what you ask for yourself.',
      ],
    });
  });

  it('says that coupons are switched off, and then nothing of limits', async () => {
    const off = { ...strict, enabled: false };
    expect(await shown(['coupons.create'], off)).to.deep.include({
      lines: ['Account: Main store (Test)', 'Coupons are switched off at the moment.'],
    });
  });
});
