import type { CouponFacts } from '../stripe/facts.js';
import { couponRow } from './couponRows.js';
import { inert } from './escape.js';
import { formatNumber, formatSpan } from './format.js';
import { listView, type Page } from './listing.js';

import type { Reading } from './reading.js';
import type { ListView } from './views.js';

/** Coupons that still work and end by a day, YYYY-MM-DD, the soonest first. */
export interface FoundEndingCoupons extends Page<CouponFacts> {
  by: string;
}

/** The card of coupons that end soon, before it is minted. */
export function endingCouponsView(found: FoundEndingCoupons, reading: Reading): ListView<'coupons'> {
  const { by, counted, rows } = found;
  const when = `by ${formatSpan(by, by, reading)}`;
  const number = formatNumber(counted.length, reading.locale);
  const answer =
    counted.length === 0
      ? `No coupon ends ${when}, in ${inert(reading.place.label)}.`
      : `${number} ${counted.length === 1 ? 'coupon ends' : 'coupons end'} ${when}`;
  const said = {
    headline: 'Coupons that end soon',
    answer,
    rows: rows.map((coupon) => couponRow(coupon, reading)),
  };
  return listView('coupons', said, found, reading);
}
