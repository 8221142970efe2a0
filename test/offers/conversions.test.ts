import { expect } from 'chai';
import fc from 'fast-check';
import { createCouponStep } from '../../src/abilities/createCoupon.js';
import { couponFormView } from '../../src/masking/couponForm.js';
import { formOfTerms, stepOfForm } from '../../src/offers/conversions.js';
import { formOfStep, takeForm } from '../../src/offers/formValues.js';
import { readForm } from '../../src/offers/readForm.js';
import type { FormValues, OfferTerms } from '../../src/offerTerms.js';
import { reading } from '../masking/facts.js';
import { rules } from './rules.js';

/** Any form that reads well, with hostile names. */
const forms: fc.Arbitrary<FormValues> = fc
  .record({
    discount: fc.oneof(
      fc.integer({ min: 1, max: 10_000 }).map((hundredths) => ({ percent_off: String(hundredths / 100) })),
      fc
        .record({ minor: fc.integer({ min: 1, max: 99_999_999 }), currency: fc.constantFrom('usd', 'eur') })
        .map(({ minor, currency }) => ({ amount_off: (minor / 100).toFixed(2), currency })),
      fc.integer({ min: 1, max: 99_999_999 }).map((yen) => ({ amount_off: String(yen), currency: 'jpy' })),
    ),
    minimum: fc.option(fc.integer({ min: 1, max: 9999 }).map(String), { nil: undefined }),
    lasting: fc.oneof(
      fc.constantFrom({ duration: 'once' }, { duration: 'forever' }, {}),
      fc.integer({ min: 1, max: 36 }).map((months) => ({ duration_in_months: String(months) })),
    ),
    name: fc.option(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), { nil: undefined }),
    code: fc.option(fc.stringMatching(/^[A-Za-z0-9-]{3,40}$/), { nil: undefined }),
    uses: fc.option(fc.integer({ min: 1, max: 999_999_999 }).map(String), { nil: undefined }),
    firstTime: fc.constantFrom('true', 'false', undefined),
    ends: fc.option(fc.constantFrom('2026-11-21', '2026-12-31', '2028-02-29', '2031-11-01'), {
      nil: undefined,
    }),
  })
  .map(({ discount, minimum, lasting, name, code, uses, firstTime, ends }) => {
    const sent = {
      ...{ ...discount, ...lasting, name, code, max_redemptions: uses, first_time_only: firstTime },
      ...{ expires_on: ends, ...('currency' in discount ? { min_purchase: minimum } : {}) },
    };
    return takeForm(sent).values;
  });

const termsOf = (values: FormValues): OfferTerms => {
  const form = readForm(values, rules);
  return form.kind === 'terms' ? form.terms : expect.fail(JSON.stringify(form.faults));
};

/** What the inputs of a drawn form would send back when nobody touches them. */
const untouched = (values: FormValues): FormValues => {
  const view = couponFormView({ nonce: 'n', values, faults: {}, lead: '' }, reading);
  return takeForm({
    ...{ percent_off: view.percentOff, amount_off: view.amountOff, currency: view.currency },
    ...{ duration: view.duration, duration_in_months: view.durationInMonths, name: view.name },
    ...{ code: view.code, max_redemptions: view.maxRedemptions, first_time_only: view.firstTimeOnly },
    ...{ min_purchase: view.minPurchase, customer: view.customer, expires_on: view.expiresOn },
  }).values;
};

describe('terms', () => {
  it('come back from the form they fill, exactly', () => {
    fc.assert(
      fc.property(forms, (values) => {
        const terms = termsOf(values);
        expect(termsOf(formOfTerms(terms))).to.deep.equal(terms);
        expect(termsOf(untouched(formOfTerms(terms)))).to.deep.equal(terms);
      }),
    );
  });

  it('come back from the step that waits behind a choice of customers, exactly', () => {
    fc.assert(
      fc.property(forms, (values) => {
        const terms = termsOf(values);
        const step = stepOfForm({ ...values, customer: 'James Carter' }, terms);
        const resumed = createCouponStep.parse(JSON.parse(JSON.stringify(step)));
        const { customer, ...form } = formOfStep(resumed);
        expect(customer).to.equal('James Carter');
        expect(termsOf(form)).to.deep.equal(terms);
      }),
    );
  });
});
