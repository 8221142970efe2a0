import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { isReply, type Reply, refusal } from './reply.js';

/** A page or site that may bring people to the bot. */
export interface Portal {
  id: string;
  /** What the portal's server proves itself with; null for an open portal, as the demo's. */
  secret: string | null;
  /** Web origins its pages live on; a page of our own origin always may. */
  origins: string[];
  /** The only ids it may name, or null for any; an open portal without a list has nobody. */
  people: string[] | null;
}

/** A portal's request for a token, checked: who it is for and from where it may be used. */
export interface Admission {
  portal: string;
  user: { id: string; name: string };
  trustedOrigins: string[];
}

const request = z.object({
  user: z.object({ id: z.string().trim().min(1).max(256), name: z.string().trim().max(256).nullish() }),
  trustedOrigins: z.array(z.string().max(256)).max(20).nullish(),
});

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Every portal is compared, each in constant time, so that time tells nothing. */
const provedBy = (portals: readonly Portal[], given: string) => {
  const matching = portals.filter(
    ({ secret }) => secret !== null && timingSafeEqual(digest(secret), digest(given)),
  );
  return matching[0];
};

const portalFor = (portals: readonly Portal[], given: string | null): Portal | Reply => {
  const proved = given === null ? undefined : provedBy(portals, given);
  const open = portals.find(({ secret }) => secret === null);
  return (
    proved ??
    open ??
    (given === null
      ? refusal(
          401,
          'MissingSecret',
          'The portal secret is missing. Send it as Authorization: Bearer <secret>.',
        )
      : refusal(403, 'WrongSecret', 'No portal has this secret. Compare it with the one in the settings.'))
  );
};

const mayBring = ({ secret, people }: Portal, id: string) => people?.includes(id) ?? secret !== null;

/**
 * Decides over a request for a token: which portal asks, proved by its secret, and for whom. Trusted origins
 * may narrow the portal's own, never widen them.
 */
export const admit = (
  portals: readonly Portal[],
  secret: string | null,
  body: unknown,
): Admission | Reply => {
  const portal = portalFor(portals, secret);
  if (isReply(portal)) return portal;
  const { success, data } = request.safeParse(body);
  if (!success) {
    return refusal(
      400,
      'BadArgument',
      'The user is missing. Send {"user": {"id": "...", "name": "..."}} as JSON.',
    );
  }
  const { id, name } = data.user;
  if (!mayBring(portal, id)) {
    return refusal(
      403,
      'UnknownPerson',
      'This person is not known here. Choose one of the people on the page.',
    );
  }
  const trustedOrigins = data.trustedOrigins ?? portal.origins;
  if (!trustedOrigins.every((origin) => portal.origins.includes(origin))) {
    return refusal(
      403,
      'UnknownOrigin',
      'A trusted origin is not one of this portal. Add it to the settings.',
    );
  }
  return { portal: portal.id, user: { id, name: name || id }, trustedOrigins };
};
