import { type StripeCode, StripeFault } from '../errors.js';
import type { OfferTerms } from '../offerTerms.js';
import type { Confirmed } from '../store/confirmations.js';
import type { CouponFacts } from './facts.js';
import { coupon } from './leaves/coupon.js';
import { promotionCode } from './leaves/promotionCode.js';
import { codeParams, couponParams, isCodeOf, isCouponOf } from './offerParams.js';
import { orNone } from './orNone.js';
import type { Leave, Speaker } from './speaker.js';

/** What became of an offer: `created` with the code customers type; `half`: the coupon exists, its code does not. */
export type Offered =
  | { kind: 'created'; coupon: string; code: string }
  | { kind: 'half'; coupon: string; why: 'code_taken' | 'fault'; fault: StripeFault };

/** The writes. Without a coupon key both throw StripeFault no_coupon_key. */
export interface Offers {
  codeIsTaken: (code: string, leave: Leave) => Promise<boolean>;
  make: (offer: Confirmed<OfferTerms>, leave: Leave) => Promise<Offered>;
  /** Finds out what became of an offer that was interrupted. A coupon that is there gets its code; one that is not
   * there is not made, nor is a code alone (`onlyCode`): `none`. */
  finish: (
    offer: Confirmed<OfferTerms>,
    leave: Leave,
    onlyCode: boolean,
  ) => Promise<Offered | { kind: 'none' }>;
}

/** The two writes of the house. They take nothing but a claimed offer, and repeat without making a second coupon. */
export function createOffers(speaker: Speaker): Offers {
  return {
    codeIsTaken: async (code, leave) => {
      const found = await speaker.page(leave, 'coupons.create', promotionCode, (sdk) =>
        sdk.promotionCodes.list({ code, active: true, limit: 10 }),
      );
      return found.rows.some((row) => row.customer === null && row.active);
    },
    make: async (offer, leave) => {
      const work = { speaker, offer, leave };
      const before = await ensureCoupon(work);
      return { coupon: offer.coupon, ...(await ensureCode(work, before)) };
    },
    finish: async (offer, leave, onlyCode) => {
      const work = { speaker, offer, leave };
      const { coupon } = offer;
      if (onlyCode) {
        const code = await codeThere(work);
        return code === null ? { kind: 'none' } : { kind: 'created', coupon, code };
      }
      const there = await couponThere(work);
      if (there === null) return { kind: 'none' };
      if (!isCouponOf(there, offer.terms)) throw new StripeFault('taken');
      return { coupon, ...(await ensureCode(work, 'there')) };
    },
  };
}

interface Work {
  speaker: Speaker;
  offer: Confirmed<OfferTerms>;
  leave: Leave;
}

/** Answers that leave open whether something was made: it is settled by looking. Stripe repeats its own errors for a day. */
const open: ReadonlySet<StripeCode> = new Set([
  'taken',
  'unavailable',
  'unreadable',
  'gateway_down',
  'gateway_unreadable',
]);

/** Creates the coupon under its derived id. One that is there already is ours when its terms are the same. */
async function ensureCoupon({ speaker, offer, leave }: Work): Promise<'made' | 'there'> {
  try {
    await speaker.one(leave, 'coupons.create', coupon, (sdk) =>
      sdk.coupons.create(couponParams(offer), { idempotencyKey: offer.key('coupon') }),
    );
    return 'made';
  } catch (fault) {
    if (!(fault instanceof StripeFault) || !open.has(fault.code)) throw fault;
    const there = await couponThere({ speaker, offer, leave }).catch((look: unknown) => {
      throw fault.code === 'taken' ? stillOpen(look) : fault;
    });
    if (there === null || !isCouponOf(there, offer.terms)) throw fault;
    return 'there';
  }
}

/** A look that fails proves nothing of what was made before, whatever it fails with. */
function stillOpen(look: unknown): unknown {
  const certain = look instanceof StripeFault && !open.has(look.code) && look.code !== 'timeout';
  return certain ? new StripeFault('unavailable') : look;
}

async function couponThere({ speaker, offer, leave }: Work): Promise<CouponFacts | null> {
  return await orNone(() =>
    speaker.one(leave, 'coupons.create', coupon, (sdk) => sdk.coupons.retrieve(offer.coupon)),
  );
}

type Coded = { kind: 'created'; code: string } | Omit<Extract<Offered, { kind: 'half' }>, 'coupon'>;

/** Creates the promotion code, unless the coupon was there before and has it already. */
async function ensureCode(work: Work, coupon: 'made' | 'there'): Promise<Coded> {
  try {
    const before = coupon === 'there' ? await codeThere(work) : null;
    return { kind: 'created', code: before ?? (await createCode(work)) };
  } catch (fault) {
    if (!(fault instanceof StripeFault)) throw fault;
    const code = open.has(fault.code) ? await codeThere(work).catch(() => null) : null;
    if (code !== null) return { kind: 'created', code };
    const taken = fault.param === 'code' || fault.code === 'taken';
    return { kind: 'half', why: taken ? 'code_taken' : 'fault', fault };
  }
}

async function createCode({ speaker, offer, leave }: Work): Promise<string> {
  const made = await speaker.one(leave, 'coupons.create', promotionCode, (sdk) =>
    sdk.promotionCodes.create(codeParams(offer), { idempotencyKey: offer.key('code') }),
  );
  return made.code;
}

async function codeThere({ speaker, offer, leave }: Work): Promise<string | null> {
  const found = await speaker.page(leave, 'coupons.create', promotionCode, (sdk) =>
    sdk.promotionCodes.list({ coupon: offer.coupon, active: true, limit: 100 }),
  );
  return found.rows.find((row) => isCodeOf(row, offer.terms))?.code ?? null;
}
