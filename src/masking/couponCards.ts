import { dayIn } from '../calendar.js';
import type { OfferTerms } from '../offerTerms.js';
import {
  describeTerms,
  discountWords,
  durationWords,
  endWords,
  minimumWords,
  usesWords,
  whoWords,
} from './couponTerms.js';
import { inert, sentence } from './escape.js';
import { formatEnd, formatTime, zoneName } from './format.js';
import { knownZone } from './formatters.js';
import { modeWord, placeLine } from './listing.js';
import { maskFreeText } from './masks.js';
import type { Reading } from './reading.js';
import type { CouponRecordView, CouponReviewView, NoticeView } from './views.js';

/** A coupon on offer. `customerShown` comes from `maskCustomerLabel`; `lead` says why the card is here again. */
export interface Offer {
  nonce: string;
  terms: OfferTerms;
  customerShown?: string;
  lapsesAt: Date;
  lead?: string;
  /** Set where a second person has to approve: why, and who may, as one sentence. */
  second?: string;
}

/** A coupon that was created. */
export interface CouponRecord {
  terms: OfferTerms;
  couponId: string;
  code: string;
  createdAt: Date;
  by?: 'you';
  /** The role of the second person who approved it. */
  approvedBy?: string;
  customerShown?: string;
}

/** The review card before it is minted: exactly the terms that Submit would create. */
export function couponReviewView(offer: Offer, reading: Reading): CouponReviewView {
  const { nonce, lead, second } = offer;
  const asks = second === undefined ? 'Create this coupon?' : 'Ask for approval of this coupon?';
  return {
    card: 'couponReview',
    summary: `${asks} ${describeTerms(offer.terms, reading)}.`,
    headline: asks,
    lead: [lead, second].flatMap((each) => (each ? [sentence(each)] : [])),
    buttons: [
      {
        title: second === undefined ? 'Create coupon' : 'Ask for approval',
        style: 'positive',
        data: { tillkeeper: { act: 'coupon.create', nonce } },
      },
      { title: 'Adjust', style: null, data: { tillkeeper: { act: 'coupon.adjust', nonce } } },
      { title: "Don't create", style: null, data: { tillkeeper: { act: 'coupon.decline', nonce } } },
    ],
    ...offerOn(offer, reading),
  };
}

/** What every card with an offer shows of it. */
export function offerOn(
  offer: Pick<Offer, 'terms' | 'customerShown' | 'lapsesAt'>,
  reading: Reading,
): Pick<CouponReviewView, 'discount' | 'terms' | 'place' | 'mode' | 'modeColor' | 'lapses' | 'footer'> {
  return {
    discount: discountLine(offer.terms, reading),
    terms: termRows(offer, reading),
    place: inert(reading.place.label),
    mode: modeWord(reading.place.mode),
    modeColor: reading.place.mode === 'live' ? 'attention' : 'default',
    lapses: `lapses at ${lapseWords(offer.lapsesAt, reading)}`,
    footer: [],
  };
}

/** The record that a coupon card turns into, before it is minted. */
export function couponRecordView(record: CouponRecord, reading: Reading): CouponRecordView {
  const { terms, createdAt } = record;
  const limit = terms.maxRedemptions === undefined ? '' : `at most ${usesWords(terms, reading.locale)}`;
  const minimum = minimumWords(terms, reading.locale);
  return {
    card: 'couponRecord',
    summary: `Coupon created: ${describeTerms(terms, reading)}.`,
    headline: 'Coupon created',
    code: inert(record.code),
    lines: [
      `${discountLine(terms, reading)} · ${whoWords(terms, record.customerShown && inert(record.customerShown))}`,
      [untilLine(terms, reading), minimum, limit].filter(Boolean).join(' · '),
    ],
    footer: [
      `Id ${inert(record.couponId)} · end it in Stripe: Product catalogue → Coupons`,
      `${placeLine(reading.place)} · by ${byWords(record)}, ${formatTime(createdAt, reading)}`,
    ],
  };
}

function byWords({ by = 'you', approvedBy }: CouponRecord): string {
  return approvedBy === undefined ? by : `${by}, approved by a second person (${inert(approvedBy)})`;
}

/** The notice after "Don't create", before it is minted. */
export function declinedView({ nonce, terms }: Pick<Offer, 'nonce' | 'terms'>, reading: Reading): NoticeView {
  const text = `Not created: ${describeTerms(terms, reading)}.`;
  return {
    card: 'notice',
    summary: text,
    text,
    lines: [],
    buttons: [{ title: 'Adjust', data: { tillkeeper: { act: 'coupon.adjust', nonce } } }],
    footer: [placeLine(reading.place)],
  };
}

function discountLine(terms: OfferTerms, { locale }: Reading): string {
  return [discountWords(terms, locale), durationWords(terms)].filter(Boolean).join(', ');
}

function termRows(
  { terms, customerShown }: Pick<Offer, 'terms' | 'customerShown'>,
  reading: Reading,
): CouponReviewView['terms'] {
  const rows = [
    ['Who', whoWords(terms, customerShown && inert(customerShown))],
    ['Minimum', minimumWords(terms, reading.locale)],
    ['Until', endWords(terms, reading)],
    ['Code', terms.code ? inert(terms.code) : 'made by Stripe'],
    ['Name', maskFreeText(terms.name ?? null)],
    ['Uses', usesWords(terms, reading.locale)],
  ] as const;
  return rows.flatMap(([label, value]) => (value ? { label, value } : []));
}

function untilLine(terms: OfferTerms, reading: Reading): string {
  const end = endWords(terms, reading);
  return end.startsWith('no ') ? end : `until ${end}`;
}

/** The time alone on the same day; the zone always, for it decides. */
function lapseWords(at: Date, reading: Reading): string {
  const zone = knownZone(reading.zone);
  const sameDay = dayIn(zone, at) === dayIn(zone, reading.now);
  return sameDay ? `${formatTime(at, reading)} (${zoneName(reading.zone)})` : formatEnd(at, reading);
}
