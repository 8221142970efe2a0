import { z } from 'zod';
import { TrailFault } from '../errors.js';
import type { Database } from '../store/database.js';
import type { Chain } from './chain.js';
import type { Checkpoints } from './checkpoints.js';
import { contentOf } from './content.js';
import type { People } from './people.js';
import { events, type TrailRow } from './trailRow.js';

export type { TrailRow } from './trailRow.js';

const stored = z.object({
  at: z.number(),
  event: z.enum(events),
  actor: z.string(),
  about: z.string().nullable(),
  role: z.string(),
  account: z.string(),
  ability: z.string(),
  outcome: z.string(),
  reason: z.string().nullable(),
});

export type TrailLine = z.infer<typeof stored>;

/** Who did what. `append` resolves only when the row is on disk. */
export interface Trail {
  /** @throws TrailFault */
  append: (row: TrailRow) => Promise<void>;
  /** Newest first; `from` inclusive and `to` exclusive in epoch milliseconds. */
  read: (range: {
    from?: number;
    to?: number;
    limit: number;
    accounts: readonly string[];
  }) => Promise<TrailLine[]>;
}

/** What the trail is made of. */
export interface TrailNeeds {
  database: Database;
  chain: Chain;
  people: People;
  checkpoints: Checkpoints;
  /** Told when a checkpoint could not be written: the rows themselves are on disk. */
  onFault: (fault: unknown) => void;
}

/** The trail over its chain. */
export function createTrail({ database, chain, people, checkpoints, onFault }: TrailNeeds): Trail {
  return {
    append: async (row) => {
      try {
        const actor = await people.pseudonymOf(row.person);
        const about = row.about === undefined ? undefined : await people.pseudonymOf(row.about);
        const { seq } = await chain.append(contentOf(row, { actor, about }));
        await checkpoints.signWhenDue(seq).catch(onFault);
      } catch (cause) {
        throw new TrailFault(cause);
      }
    },
    read: async ({ from = 0, to = Number.MAX_SAFE_INTEGER, limit, accounts }) => {
      await chain.ready();
      const marks = accounts.map((_, at) => `$${at + 4}`).join(', ');
      const lines = await database.run(
        `select at, event, actor, about, role, account, ability, outcome, reason from trail
         where at >= $1 and at < $2 and account in (${marks || 'null'}) order by seq desc limit $3`,
        [from, to, limit, ...accounts],
      );
      return lines.map((line) => stored.parse(line));
    },
  };
}
