import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Identity } from '../access/identity.js';
import type { LoopbackSettings } from '../settings.js';

/** How an activity came in: what is believed of it depends on the door, never on what the activity says of itself. */
export type Door =
  | { kind: 'directLine' }
  /** The Connector's token was checked. */
  | { kind: 'connector' }
  /** No app id is set, so nothing was checked but that the caller is on this machine. */
  | { kind: 'loopback'; people: LoopbackSettings | null; known: (portal: string, user: string) => boolean };

const vouched = z.object({ tillkeeper: z.object({ portal: z.string() }) });
const teamsData = z.object({ tenant: z.object({ id: z.unknown() }) });

/** Who speaks, by what the door proves. What cannot be proved is unknown. */
export function identityOf(activity: Activity, door: Door): Identity {
  if (door.kind === 'directLine') return portalUser(activity);
  if (door.kind === 'loopback') return onThisMachine(activity, door);
  if (activity.channelId !== 'msteams') return { kind: 'unknown' };
  const tenant = teamsTenant(activity);
  const user = activity.from.aadObjectId;
  if (!tenant || !user) return { kind: 'unknown' };
  return { kind: 'entra', tenant, user: user.toLowerCase() };
}

/**
 * The Entra tenant that an activity of Teams names, in small letters. It stands in two places; where both name one, it
 * must be the same, or there is none.
 */
export function teamsTenant({ conversation, channelData }: Activity): string | undefined {
  const named = [conversation.tenantId, teamsData.safeParse(channelData).data?.tenant.id];
  const [first, second = first] = named
    .filter((each) => each !== undefined && each !== null)
    .map((each) => (typeof each === 'string' ? each.toLowerCase() : ''));
  return first && first === second ? first : undefined;
}

/** The portal stands in the activity because our own Direct Line put it there; the user comes from the token. */
function portalUser({ channelData, from }: Activity): Identity {
  const portal = vouched.safeParse(channelData).data?.tillkeeper.portal;
  return portal === undefined ? { kind: 'unknown' } : { kind: 'portal', portal, user: from.id };
}

function onThisMachine({ from }: Activity, { people, known }: Extract<Door, { kind: 'loopback' }>): Identity {
  if (people === null) return { kind: 'unknown' };
  const { portal, otherwise } = people;
  return { kind: 'portal', portal, user: known(portal, from.id) ? from.id : otherwise };
}
