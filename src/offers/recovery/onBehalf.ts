import type { Directory } from '../../access/caller.js';
import { tenantOf } from '../../access/identity.js';
import { identityOfKey } from '../../access/personKey.js';
import type { Entered, Road } from '../../answer.js';
import { askerOf, type Confirmation } from '../../store/offerRow.js';

/** The asker of an offer with what they may do now; `refused` when they may not create it any more, `unsure` when that
 * could not be looked up. A refusal is put on record. */
export type OnBehalf = (row: Confirmation) => Promise<Entered | { kind: 'refused' | 'unsure' }>;

/** Longest that one offer may take, in ms. */
const longest = 10_000;

/** Looks askers up anew while they are not here. */
export function createOnBehalf({ directory, road }: { directory: Directory; road: Road }): OnBehalf {
  return async (row) => {
    const { account, channel, conversation, id, terms } = row;
    const identity = identityOfKey(askerOf(row)?.key ?? '');
    const signal = AbortSignal.timeout(longest);
    const entered = await road.enter('coupons.create', {
      caller: await directory(identity, signal),
      tenant: tenantOf(identity),
      conversation,
      channel,
      group: false,
      account,
      zone: terms.zone,
      locale: 'en-US',
      correlation: id.slice(0, 6),
      takesBack: false,
      signal,
    });
    if (entered.kind === 'answer')
      return { kind: entered.answer.refusal?.reason === 'unsure' ? 'unsure' : 'refused' };
    const unseen = terms.customer !== undefined && 'kind' in entered.ask.leaveFor('customers.read');
    return unseen ? { kind: 'refused' } : entered;
  };
}
