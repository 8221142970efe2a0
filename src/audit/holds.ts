import { z } from 'zod';
import type { Database, Row } from '../store/database.js';

/** A time whose rows are not pruned while the hold stands. Times are epoch milliseconds, `until` is exclusive. */
export interface Hold {
  number: number;
  since: number;
  until: number;
}

/** Holds that were put on the trail. */
export interface Holds {
  standing: () => Promise<Hold[]>;
  put: (range: { since: number; until: number }) => Promise<Hold>;
  /** `null` when no hold with this number stands. */
  lift: (number: number) => Promise<Hold | null>;
}

/** A row of the trail whose time is held. */
export const held = `exists (select 1 from trail_hold h
  where h.lifted_at is null and trail.at >= h.since_at and trail.at < h.until_at)`;

const stored = z
  .object({ number: z.number(), since_at: z.number(), until_at: z.number() })
  .transform(({ number, since_at: since, until_at: until }): Hold => ({ number, since, until }));
const shown = 'number, since_at, until_at';

/** Holds in the database. */
export function createHolds({ run }: Database, clock: () => Date): Holds {
  const one = (rows: Row[]) => (rows[0] ? stored.parse(rows[0]) : null);
  return {
    standing: async () => {
      const rows = await run(`select ${shown} from trail_hold where lifted_at is null order by number`);
      return rows.map((row) => stored.parse(row));
    },
    put: async ({ since, until }) => {
      for (;;) {
        const [last] = await run('select number from trail_hold order by number desc limit 1');
        const number = last ? z.number().parse(last.number) + 1 : 1;
        const taken = await run(
          `insert into trail_hold (number, since_at, until_at, put_at) values ($1, $2, $3, $4)
           on conflict (number) do nothing returning ${shown}`,
          [number, since, until, clock().getTime()],
        );
        const put = one(taken);
        if (put) return put;
      }
    },
    lift: async (number) =>
      one(
        await run(
          `update trail_hold set lifted_at = $1 where number = $2 and lifted_at is null returning ${shown}`,
          [clock().getTime(), number],
        ),
      ),
  };
}
