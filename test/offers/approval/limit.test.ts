import { expect } from 'chai';
import { askedOfSecond, nobodyToAsk } from '../../../src/offers/approval/limit.js';
import { readSettings } from '../../../src/settings.js';
import { fileWith } from '../../settings/faults.js';
import { offer } from './offer.js';

const { terms } = offer();
const deskOf = (approvers: string[], coupons: object = { approval: { abovePercentOff: 30 } }) => ({
  policy: readSettings({ KEY: 'rk_test_x' }, fileWith({ coupons })).coupons,
  second: { approvers },
});

describe('who has to approve', () => {
  it('is told before Submit, by role', () => {
    const desk = deskOf(['approver', 'head-of_sales']);
    expect([askedOfSecond(desk, terms, 'en-US'), nobodyToAsk(desk, terms, 'en-US')]).to.deep.equal([
      'More than 30 % off needs a second person: someone else with the role Approver or Head of sales has to approve it.',
      null,
    ]);
  });

  it('is nobody where no role may, which is told with what to do', () => {
    expect(nobodyToAsk(deskOf([]), terms, 'en-US')).to.equal(
      'More than 30 % off needs a second person here, and no role may approve coupons yet. Choose less, or ask whoever runs this bot to let a role approve coupons.',
    );
  });

  it('is nobody below the limit, nor without one', () => {
    for (const desk of [deskOf([]), deskOf(['approver'], {})]) {
      const small = { ...terms, percentOff: desk.policy.approval ? 30 : 100 };
      expect([askedOfSecond(desk, small, 'en-US'), nobodyToAsk(desk, small, 'en-US')]).to.deep.equal([
        null,
        null,
      ]);
    }
  });
});
