import { z } from 'zod';
import type { Database } from './database.js';

/** How long what was learnt of a channel is believed, in ms: then it is tried once more. */
export const abilityLapse = 30 * 24 * 60 * 60_000;

/** Whether a channel lets the bot change or delete what it sent, as far as it was tried. */
export interface ChannelAbilities {
  /** `true` until a try showed otherwise. */
  takesBack: (channel: string) => Promise<boolean>;
  learn: (channel: string, takesBack: boolean) => Promise<void>;
  /** Deletes what was learnt longer ago than `abilityLapse`. */
  prune: (now: number) => Promise<void>;
}

const row = z.object({ takes_back: z.number() });

/** What was learnt, in the database. */
export function createChannelAbilities(database: Database, clock: () => Date): ChannelAbilities {
  return {
    takesBack: async (channel) => {
      const [found] = await database.run('select takes_back from channel_ability where channel = $1', [
        channel,
      ]);
      return found === undefined || row.parse(found).takes_back === 1;
    },
    learn: async (channel, takesBack) => {
      await database.run(
        `insert into channel_ability (channel, takes_back, learnt_at) values ($1, $2, $3)
         on conflict (channel) do update set takes_back = excluded.takes_back, learnt_at = excluded.learnt_at`,
        [channel, takesBack ? 1 : 0, clock().getTime()],
      );
    },
    prune: async (now) => {
      await database.run('delete from channel_ability where learnt_at <= $1', [now - abilityLapse]);
    },
  };
}
