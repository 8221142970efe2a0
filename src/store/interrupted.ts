import type { Seal } from '../sealed.js';
import { claimLength } from './approvals.js';
import type { Database, Row } from './database.js';
import { type Confirmation, readOffer } from './offerRow.js';

/** An offer that was left executing, claimed once more. */
export interface Left<Claim> {
  row: Confirmation;
  confirmed: Claim;
}

/** Offers whose process ended while they were made, or whose outcome nobody pressed for. */
export interface Interrupted<Claim> {
  /** Takes those that are due, for a minute: who took them settles them, or they come up again. */
  claim: (now: number) => Promise<Left<Claim>[]>;
  /** Ends one; `false` when something else did. */
  settle: (
    id: string,
    end: { state: 'created' | 'failed'; now: number; code?: string; reason?: string },
  ) => Promise<boolean>;
  /** It could not be found out yet: it can be pressed for at once, and comes up again in two minutes. */
  later: (id: string, now: number) => Promise<void>;
}

const atOnce = 20;
const pause = 2 * 60_000;

/** Those offers in the database. `confirmedOf` makes the claim of a row that was claimed. */
export function createInterrupted<Claim>(
  { run }: Pick<Database, 'run'>,
  seal: Seal,
  confirmedOf: (found: Row[]) => Promise<Claim | null>,
): Interrupted<Claim> {
  const left = async (found: Row): Promise<Left<Claim>[]> => {
    // One that was sealed with a secret that is gone stays as it is until it is deleted.
    const row = await readOffer(seal, found);
    const confirmed = row && (await confirmedOf([found]));
    return row && confirmed ? [{ row, confirmed }] : [];
  };
  return {
    claim: async (now) => {
      const due = `state = 'executing' and retry_at <= $1 and coalesce(recover_at, retry_at) <= $1`;
      const found = await run(
        `update confirmation set retry_at = $2, recover_at = $2
         where ${due} and id in (select id from confirmation where ${due} limit $3) returning *`,
        [now, now + claimLength, atOnce],
      );
      return (await Promise.all(found.map(left))).flat();
    },
    settle: async (id, { state, now, code = null, reason = null }) => {
      const changed = await run(
        `update confirmation set state = $2, settled_at = $3, code = $4, reason = $5
         where id = $1 and state = 'executing' returning id`,
        [id, state, now, code, reason],
      );
      return changed.length > 0;
    },
    later: async (id, now) => {
      await run(
        `update confirmation set retry_at = $2, recover_at = $3 where id = $1 and state = 'executing'`,
        [id, now, now + pause],
      );
    },
  };
}
