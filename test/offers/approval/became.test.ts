import { expect } from 'chai';
import { becameOf } from '../../../src/offers/approval/became.js';
import type { Confirmation } from '../../../src/store/offerRow.js';
import { reading } from '../../masking/facts.js';
import { offer } from './offer.js';

const roles = { approvers: ['approver'] };
const readers = {
  asker: { audience: 'asker', person: 'p-asker' },
  decider: { audience: 'approver', person: 'p-approver' },
  other: { audience: 'approver', person: 'p-another' },
  group: { audience: 'group', person: '' },
} as const;

/** The words of the card that an offer's card turns into. */
const told = (row: Confirmation, reader: keyof typeof readers): unknown =>
  becameOf(row, readers[reader], roles, reading)?.summary;

describe('what became of an offer', () => {
  const nobody = { approver: null, approverRole: null };
  const cases: [what: string, own: Partial<Confirmation>, said: Record<keyof typeof readers, string>][] = [
    [
      'approved',
      {},
      {
        asker: 'Coupon created: 40 % off.',
        decider: 'Approved by you at 14:03: the coupon was created.',
        other: 'Approved by another person (Approver) at 14:03: the coupon was created.',
        group: 'Approved by someone (Approver) at 14:03: the coupon was created.',
      },
    ],
    [
      'approved with a role that has lost the right since',
      { approverRole: 'former' },
      {
        asker: 'Coupon created: 40 % off.',
        decider: 'Approved by you at 14:03: the coupon was created.',
        other: 'Approved by another person at 14:03: the coupon was created.',
        group: 'Approved by someone at 14:03: the coupon was created.',
      },
    ],
    [
      'rejected',
      { state: 'declined', reason: 'rejected' },
      {
        asker: 'Rejected by a second person (Approver), so nothing was created.',
        decider: 'Rejected by you at 14:03: nothing was created.',
        other: 'Rejected by another person (Approver) at 14:03: nothing was created.',
        group: 'Rejected by someone (Approver) at 14:03: nothing was created.',
      },
    ],
    [
      'withdrawn',
      { state: 'declined', reason: 'withdrawn', ...nobody },
      {
        asker: 'You withdrew this, so nothing was created.',
        decider: 'The person who asked withdrew this, so nothing was created.',
        other: 'The person who asked withdrew this, so nothing was created.',
        group: 'The person who asked withdrew this, so nothing was created.',
      },
    ],
    [
      'lapsed',
      { state: 'lapsed', ...nobody },
      {
        asker: 'Nobody approved this in time, so nothing was created.',
        decider: 'Nobody approved this in time, so nothing was created.',
        other: 'Nobody approved this in time, so nothing was created.',
        group: 'Nobody approved this in time, so nothing was created.',
      },
    ],
    [
      'refused by Stripe',
      { state: 'failed', reason: 'not_accepted', code: null },
      {
        asker:
          'Approved by a second person (Approver), but Stripe did not accept it, so nothing was created.',
        decider: 'Approved by you at 14:03, but Stripe did not accept it: nothing was created.',
        other:
          'Approved by another person (Approver) at 14:03, but Stripe did not accept it: nothing was created.',
        group: 'Approved by someone (Approver) at 14:03, but Stripe did not accept it: nothing was created.',
      },
    ],
    [
      'made without its code',
      { state: 'failed', reason: 'half', code: null },
      {
        asker:
          'Approved by a second person (Approver). The coupon exists, its code does not. Choose another code.',
        decider:
          'Approved by you at 14:03: the coupon exists, its code does not. The person who asked can choose another one.',
        other:
          'Approved by another person (Approver) at 14:03: the coupon exists, its code does not. The person who asked can choose another one.',
        group:
          'Approved by someone (Approver) at 14:03: the coupon exists, its code does not. The person who asked can choose another one.',
      },
    ],
  ];
  for (const [what, own, said] of cases)
    it(`is told to each in their own words when it was ${what}`, () => {
      expect({
        asker: told(offer(own), 'asker'),
        decider: told(offer(own), 'decider'),
        other: told(offer(own), 'other'),
        group: told(offer(own), 'group'),
      }).to.deep.equal(said);
    });

  it('tells the code to who asked alone', () => {
    for (const [name, reader] of Object.entries(readers)) {
      const card = JSON.stringify(becameOf(offer(), reader, roles, reading));
      expect(card.includes('BIG40'), name).to.equal(name === 'asker');
    }
  });

  it('leads who asked on, under the nonce of their own card', () => {
    const buttons = (own: Partial<Confirmation>) =>
      JSON.stringify(becameOf(offer(own), readers.asker, roles, reading)).match(
        /"act":"[\w.]+","nonce":"\w+"/g,
      );
    const adjust = '"act":"coupon.adjust","nonce":"n"';
    const again = '"act":"card.showAgain","nonce":"n"';
    expect(buttons({ state: 'lapsed' })).to.deep.equal([again]);
    expect(buttons({ state: 'declined', reason: 'rejected' })).to.deep.equal([adjust]);
    expect(buttons({ state: 'declined', reason: 'withdrawn' })).to.deep.equal([adjust]);
    expect(buttons({ state: 'failed', reason: 'half' })).to.deep.equal([adjust]);
    expect(buttons({ state: 'failed', reason: 'taken' })).to.deep.equal([adjust, again]);
    expect(buttons({})).to.equal(null);
  });

  it('is nothing yet while it is not decided', () => {
    for (const state of ['open', 'waiting', 'executing'] as const)
      expect(told(offer({ state, settledAt: null }), 'asker'), state).to.equal(undefined);
  });
});
