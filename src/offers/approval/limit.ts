import { aboveLimit } from '../../access/approvalLimit.js';
import type { OfferTerms } from '../../offerTerms.js';
import { listed, roleName } from '../../sentences.js';
import type { Desk } from '../desk.js';

/** What is asked of the desk: the policy, and who may approve. */
interface Limited extends Pick<Desk, 'policy'> {
  second: Pick<Desk['second'], 'approvers'>;
}

/** Why terms take a second person and who may be one, as a sentence for the asker; `null` when they take none. */
export function askedOfSecond(desk: Limited, terms: OfferTerms, locale: string): string | null {
  const above = aboveLimit(terms, desk.policy, locale);
  if (above === null) return null;
  const who = listed(desk.second.approvers.map(roleName), 'or');
  return `${above} needs a second person: someone else with the role ${who} has to approve it.`;
}

/** The same where no role may approve, so that nobody ever could; `null` when it is not so. */
export function nobodyToAsk(desk: Limited, terms: OfferTerms, locale: string): string | null {
  const above = aboveLimit(terms, desk.policy, locale);
  if (above === null || desk.second.approvers.length > 0) return null;
  return `${above} needs a second person here, and no role may approve coupons yet. Choose less, or ask whoever runs this bot to let a role approve coupons.`;
}
