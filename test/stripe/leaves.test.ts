import { expect } from 'chai';
import fc from 'fast-check';
import type { z } from 'zod';
import { canariesOf } from '../../src/demo/stripe/canaries.js';
import { mainStore } from '../../src/demo/stripe/data/mainStore.js';
import { balance } from '../../src/stripe/leaves/balance.js';
import { charge } from '../../src/stripe/leaves/charge.js';
import { coupon } from '../../src/stripe/leaves/coupon.js';
import { customer } from '../../src/stripe/leaves/customer.js';
import { promotionCode } from '../../src/stripe/leaves/promotionCode.js';

const store = mainStore(1_795_000_000);
const [paid, spring, springCode] = [store.charges[0], store.coupons.at(-1), store.promotionCodes.at(-1)];
const person = store.customers[0];

/** Whether a text stands whole anywhere in facts. */
const holds = (facts: unknown, text: string): boolean =>
  JSON.stringify(facts).includes(JSON.stringify(text).slice(1, -1));

describe('the leaves of a charge', () => {
  it('are these, by our names', () => {
    expect(charge.parse(paid)).to.deep.equal({
      id: paid?.id,
      created: paid?.created,
      amount: paid?.amount,
      amountRefunded: 0,
      currency: 'usd',
      status: 'succeeded',
      captured: true,
      refunded: false,
      disputed: false,
      failureCode: null,
      method: { type: 'card', brand: 'visa', last4: '4242', country: 'US', wallet: null },
      customer: 'cus_A1b2C3d4E5',
      name: 'Ava Martin',
      email: 'ava.martin@example.com',
      country: 'US',
    });
  });

  it('hold of all charges no text that nobody may see but the name and the e-mail, which are masked later', () => {
    const canaries = canariesOf(store).filter((text) => text.length > 3);
    expect(canaries).to.have.length.above(500);
    for (const raw of store.charges) {
      const { name, email, ...rest } = charge.parse(raw);
      expect([name, email].every((text) => text === null || canaries.includes(text))).to.equal(true);
      expect(canaries.filter((text) => holds(rest, text))).to.deep.equal([]);
    }
  });

  const expanded: readonly [string, object, object][] = [
    [
      'an expanded customer by its id alone',
      { customer: { id: 'cus_1', email: 'x@y.example' } },
      { customer: 'cus_1' },
    ],
    [
      'a method of tomorrow by its type',
      { payment_method_details: { type: 'moon_pay', moon_pay: { wallet: 7 } } },
      { method: { type: 'moon_pay', brand: null, last4: null, country: null, wallet: null } },
    ],
    [
      'the end of an IBAN',
      { payment_method_details: { type: 'ideal', ideal: { iban_last4: '4567', verified_name: 'J' } } },
      { method: { type: 'ideal', brand: null, last4: '4567', country: null, wallet: null } },
    ],
    [
      'the kind of a wallet',
      {
        payment_method_details: { type: 'card', card: { wallet: { type: 'apple_pay', dynamic_last4: '1' } } },
      },
      { method: { type: 'card', brand: null, last4: null, country: null, wallet: 'apple_pay' } },
    ],
    [
      'the billing address before the receipt’s',
      { billing_details: { email: 'b@e.example' }, receipt_email: 'r@e.example' },
      { email: 'b@e.example', name: null, country: null },
    ],
    [
      'the receipt’s address where billing has none',
      { billing_details: null, receipt_email: 'r@e.example' },
      { email: 'r@e.example', name: null, country: null },
    ],
    [
      'a guest',
      { customer: null, billing_details: null, receipt_email: null },
      { customer: null, email: null },
    ],
    ['no status', { status: null }, { status: 'unknown' }],
  ];
  for (const [what, own, facts] of expanded)
    it(`take ${what}`, () => {
      expect(charge.parse({ ...paid, ...own })).to.deep.include(facts);
    });
});

describe('the leaves of a customer', () => {
  it('are these, and no description, phone or metadata', () => {
    expect(customer.parse(person)).to.deep.equal({
      id: 'cus_A1b2C3d4E5',
      deleted: false,
      created: person?.created,
      name: 'Ava Martin',
      email: 'ava.martin@example.com',
      country: 'US',
      currency: 'usd',
      delinquent: false,
    });
  });

  it('are read of a deleted one, which tells no mode, and of no other', () => {
    const deleted = { id: 'cus_1', object: 'customer', deleted: true };
    expect(customer.parse(deleted)).to.include({ id: 'cus_1', deleted: true, name: null });
    expect(customer.safeParse({ ...deleted, deleted: false }).success).to.equal(false);
  });
});

describe('the leaves of a coupon and its code', () => {
  it('are these of a coupon', () => {
    expect(coupon.parse({ ...spring, valid: true })).to.deep.equal({
      id: 'SPRING20',
      created: spring?.created,
      name: 'Spring 20',
      percentOff: 20,
      amountOff: null,
      currency: null,
      duration: 'once',
      durationInMonths: null,
      redeemBy: spring?.redeem_by,
      maxRedemptions: 500,
      timesRedeemed: 137,
      valid: true,
      codes: [],
      moreCodes: false,
    });
  });

  it('are these of a code, its coupon named or expanded', () => {
    const facts = promotionCode.parse(springCode);
    expect(facts).to.deep.equal({
      id: springCode?.id,
      code: 'SPRING20',
      coupon: 'SPRING20',
      active: true,
      created: springCode?.created,
      customer: null,
      expiresAt: springCode?.expires_at,
      maxRedemptions: null,
      timesRedeemed: 137,
      firstTimeOnly: false,
      minimumAmount: null,
      minimumAmountCurrency: null,
    });
    expect(promotionCode.parse({ ...springCode, promotion: { coupon: spring } })).to.deep.equal(facts);
  });
});

describe('the leaves of the balance', () => {
  it('are what is available and pending, without destinations', () => {
    const facts = balance.parse(store.balance);
    expect(Object.keys(facts)).to.deep.equal(['available', 'pending']);
    expect(facts.available).to.deep.include({ amount: 1_284_350, currency: 'usd' });
    expect(holds(facts, 'ba_1PrivateBankAccount')).to.equal(false);
  });
});

describe('leaves', () => {
  const whole: readonly [string, z.ZodType, object | undefined, readonly string[]][] = [
    ['charge', charge, paid, ['object', 'livemode', 'id', 'created', 'amount', 'currency']],
    ['customer', customer, person, ['object', 'livemode', 'id']],
    ['coupon', coupon, spring, ['object', 'livemode', 'id', 'created']],
    ['promotion code', promotionCode, springCode, ['object', 'livemode', 'id', 'code', 'created']],
    ['balance', balance, store.balance, ['object', 'livemode', 'available', 'pending']],
  ];
  for (const [name, schema, raw, needed] of whole) {
    it(`of a ${name} are the same kind whatever stands in the others, and never crash`, () => {
      const leaves = Object.keys(raw ?? {}).filter((leaf) => !needed.includes(leaf));
      fc.assert(
        fc.property(
          fc.constantFrom(...leaves, 'leaf_of_tomorrow'),
          fc.jsonValue({ maxDepth: 3 }),
          (leaf, odd) => {
            const facts = schema.parse({ ...raw, [leaf]: odd });
            expect(Object.keys(Object(facts)).sort()).to.deep.equal(
              Object.keys(Object(schema.parse(raw))).sort(),
            );
          },
        ),
        { numRuns: 1000 },
      );
    });

    it(`of a ${name} need ${needed.join(', ')}`, () => {
      for (const leaf of needed)
        expect(schema.safeParse({ ...raw, [leaf]: undefined }).success, leaf).to.equal(false);
    });

    it(`of a ${name} drop what is not listed`, () => {
      const secret = 'secret of tomorrow';
      fc.assert(
        fc.property(
          fc.string({ minLength: 1 }).filter((leaf) => !(leaf in Object(raw))),
          (leaf) => {
            const facts = schema.parse({ ...raw, [leaf]: secret, metadata: { secret }, description: secret });
            expect(holds(facts, secret)).to.equal(false);
          },
        ),
      );
    });
  }
});
