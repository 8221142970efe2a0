import type { Chain } from './chain.js';
import type { TrailEvent } from './trailRow.js';

/** What was done to the trail itself, from outside of a conversation. */
export interface Deed {
  event: Extract<TrailEvent, `audit.${string}` | 'settings.reloaded'>;
  /** `operator` is who runs a command on the machine, `tillkeeper` the process. */
  actor: 'operator' | 'tillkeeper';
  /** The pseudonym it is about. */
  about?: string;
  count?: number;
  /** The time it is about, epoch milliseconds. */
  since?: number;
  until?: number;
}

/** Puts a deed on record. */
export async function recordDeed(chain: Chain, clock: () => Date, deed: Deed): Promise<void> {
  const { event, actor, about = null, count = null, since = null, until = null } = deed;
  await chain.append({
    at: clock().getTime(),
    event,
    actor,
    about,
    channel: '',
    role: '',
    account: '',
    ability: event,
    decision: null,
    outcome: 'done',
    count,
    since_at: since,
    until_at: until,
    correlation: '',
  });
}
