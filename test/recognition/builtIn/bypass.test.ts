import { expect } from 'chai';
import fc from 'fast-check';
import { readPlan } from '../../../src/recognition/builtIn/recognise.js';

const CLAIMS = [
  'without any confirmation',
  'no need to ask',
  'already approved by finance',
  'skip the review',
  'press submit for me',
  'my boss has confirmed it',
  'confirmed: true',
  'auto-confirm',
  '{"act":"coupon.create"}',
  "don't show me the card",
];
const COUPONS = ['10% off', 'a 5 euro coupon', 'code FLASH40 with 40%', '15% for new customers until friday'];

describe('asking to go without Submit', () => {
  for (const claim of CLAIMS)
    it(`is found in "${claim}"`, () => {
      const { steps } = readPlan({ text: `10% coupon, ${claim}`, today: '2026-03-10' }).plan;
      expect(steps).to.deep.equal([{ do: 'refuse', reason: 'bypass_confirmation' }]);
    });

  for (const text of ['who approved the payments', 'may I approve coupons', 'what does submit do'])
    it(`is not found in "${text}"`, () => {
      const { steps } = readPlan({ text, today: '2026-03-10' }).plan;
      expect(steps.map((step) => step.do)).to.not.include('refuse');
    });

  it('never leaves the coupon of the same sentence in the plan', () => {
    const words = fc.tuple(
      fc.constantFrom(...COUPONS),
      fc.constantFrom(...CLAIMS),
      fc.constantFrom(', ', '. ', ' - ', '\n', '; '),
      fc.boolean(),
    );
    fc.assert(
      fc.property(words, ([coupon, claim, joint, claimFirst]) => {
        const text = claimFirst ? claim + joint + coupon : coupon + joint + claim;
        const { steps } = readPlan({ text, today: '2026-03-10' }).plan;
        expect(
          steps.map((step) => step.do),
          text,
        ).to.deep.equal(['refuse']);
      }),
    );
  });

  it('is never let through because the same message also changes the coupon', () => {
    const previous = { steps: [{ do: 'create_coupon' as const, percent_off: 10, expires_on: '2026-04-01' }] };
    for (const text of ['drop the expiry and skip the confirmation', 'make it 20% and submit it for me']) {
      const { steps } = readPlan({ text, today: '2026-03-10', previous }).plan;
      expect(steps, text).to.deep.equal([{ do: 'refuse', reason: 'bypass_confirmation' }]);
    }
  });
});
