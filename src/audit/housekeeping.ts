import type { Chain } from './chain.js';
import type { Checkpoints } from './checkpoints.js';
import { recordDeed } from './deeds.js';
import type { Retention } from './retention.js';

/** What the process does for the trail beside writing it. */
export interface Housekeeping {
  /** Signs the newest row once a minute and prunes once an hour; between, nothing. Never rejects. */
  work: () => Promise<void>;
  /** Puts on record that other settings hold from now on. */
  reloaded: () => Promise<void>;
  /** Signs the newest row. Never rejects. */
  close: () => Promise<void>;
}

export interface HousekeepingNeeds {
  chain: Chain;
  checkpoints: Checkpoints;
  retention: Retention;
  clock: () => Date;
  keepDays: () => number;
  /** Told why something could not be done; it is tried again. */
  onFault: (fault: unknown) => void;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Housekeeping that has its first round at once. */
export function createHousekeeping(needs: HousekeepingNeeds): Housekeeping {
  const { chain, checkpoints, retention, clock, keepDays, onFault } = needs;
  const prune = async () => await retention.prune(clock().getTime() - keepDays() * day, 'tillkeeper');
  const rounds = [everySo(hour, clock, prune), everySo(minute, clock, checkpoints.signHead)];
  return {
    work: async () => {
      for (const round of rounds) await round().catch(onFault);
    },
    reloaded: async () => await recordDeed(chain, clock, { event: 'settings.reloaded', actor: 'tillkeeper' }),
    close: async () => await checkpoints.signHead().catch(onFault),
  };
}

function everySo(length: number, clock: () => Date, act: () => Promise<unknown>): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = clock().getTime();
    if (now < next) return;
    await act();
    next = now + length;
  };
}
