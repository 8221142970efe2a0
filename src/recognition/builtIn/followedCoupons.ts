import type { Step } from '../plan.js';
import { plain } from './answering.js';
import { assents, assentsIn } from './assent.js';
import { isClosing } from './closings.js';
import { asksAnew, changeCoupon } from './couponChange.js';
import { droppedTerms } from './couponDrops.js';
import { couponsOf, type Following } from './following.js';
import { phrases } from './phrases.js';
import { picked } from './picks.js';

const drops = (text: string): boolean => droppedTerms(text).length > 0 || isClosing(text);

/** Typed assent: the coupon waits for its Submit, which no text replaces. */
export function assented({ previous, items, clauses }: Following): Step[] | undefined {
  const bare = !items.some(({ word }) => /^(?:~|\d)/.test(word));
  const agrees =
    assents(plain(items)) || (bare && clauses.some(({ text }) => assentsIn(text) && !drops(text)));
  return couponsOf(previous).length > 0 && agrees
    ? [{ do: 'refuse', reason: 'bypass_confirmation' }]
    : undefined;
}

/** Thanks, or the matter dropped. */
export function closed({ frames }: Following, text: string): Step[] | undefined {
  return isClosing(text) &&
    frames.every((frame) => !frame.asks || frame.asks === 'help' || frame.asks === 'refuse')
    ? [{ do: 'help' }]
    : undefined;
}

const listing = phrases('show|list|which|how_many|what|last|latest|newest');

/** The coupon before, or those that are meant, with what is changed. */
export function couponChanged(
  { previous, frames, items, today }: Following,
  text: string,
): Step[] | undefined {
  const coupons = couponsOf(previous);
  if (coupons.length === 0 || asksAnew(text)) return undefined;
  const own = frames.some(
    (frame) =>
      frame.asks &&
      (!/^(?:create_coupon|clarify|refuse|list_c)/.test(frame.asks) ||
        (/^list_/.test(frame.asks) && listing(text))),
  );
  if (own) return undefined;
  const changed = picked(coupons, text).flatMap((coupon) => changeCoupon(coupon, items, today) ?? []);
  return changed.length > 0 ? changed : undefined;
}
