import { expect } from 'chai';
import { maskCouponApproval, maskCouponWaiting } from '../../src/masking/mask.js';
import { reading, terms } from './facts.js';

const to = reading;
const lapsesAt = new Date(to.now.getTime() + 600_000);
const offer = { nonce: 'n', terms, lapsesAt, lead: 'Someone with the role Marketing asks for it.' };

describe('the card for a second person', () => {
  it('names no customer and masks the code that is one customer’s', () => {
    const bound = { ...offer, terms: { ...terms, customer: 'cus_canary1', code: 'CANARYCODE' } };
    const said = JSON.stringify(maskCouponApproval(bound, to));
    expect(said).to.contain('one customer').and.contain('CA•••');
    expect(said).to.not.match(/cus_canary1|CANARYCODE/);
  });

  it('shows a code for everybody whole: it is what is approved', () => {
    expect(
      JSON.stringify(maskCouponApproval({ ...offer, terms: { ...terms, code: 'BIG40' } }, to)),
    ).to.contain('BIG40');
  });

  it('shows the same terms as the asker’s card that waits', () => {
    const [card, waiting] = [maskCouponApproval(offer, to), maskCouponWaiting(offer, to)];
    expect([card.discount, card.terms, card.lapses]).to.deep.equal([
      waiting.discount,
      waiting.terms,
      waiting.lapses,
    ]);
    expect(waiting.buttons.map(({ title, data }) => [title, data.tillkeeper])).to.deep.equal([
      ['Withdraw', { act: 'coupon.withdraw', nonce: 'n' }],
    ]);
  });
});
