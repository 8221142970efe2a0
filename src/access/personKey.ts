import { z } from 'zod';
import type { Identity } from './identity.js';

/** What a person is known by here: the same in any case for Entra ids, as they are for a portal's. */
export function keyOf(identity: Identity): string {
  if (identity.kind === 'entra')
    return JSON.stringify(['entra', identity.tenant.toLowerCase(), identity.user.toLowerCase()]);
  if (identity.kind === 'portal') return JSON.stringify(['portal', identity.portal, identity.user]);
  if (identity.kind === 'trigger') return JSON.stringify(['trigger', identity.name]);
  return 'unknown';
}

const known = z.union([
  z
    .tuple([z.literal('entra'), z.string(), z.string()])
    .transform(([kind, tenant, user]) => ({ kind, tenant, user })),
  z
    .tuple([z.literal('portal'), z.string(), z.string()])
    .transform(([kind, portal, user]) => ({ kind, portal, user })),
]);

/** The person that a key stands for, to be looked up anew while they are not here; what is no key is nobody. */
export function identityOfKey(key: string): Identity {
  try {
    return known.safeParse(JSON.parse(key)).data ?? { kind: 'unknown' };
  } catch {
    return { kind: 'unknown' };
  }
}
