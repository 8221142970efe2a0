import { z } from 'zod';
import type { Database } from './database.js';

/** Whether a channel lets the bot change or delete what it sent, as far as it was tried. */
export interface ChannelAbilities {
  /** `true` until a try showed otherwise. */
  takesBack: (channel: string) => Promise<boolean>;
  learn: (channel: string, takesBack: boolean) => Promise<void>;
}

const row = z.object({ takes_back: z.number() });

/** What was learnt, in the database. */
export function createChannelAbilities(database: Database): ChannelAbilities {
  return {
    takesBack: async (channel) => {
      const [found] = await database.run('select takes_back from channel_ability where channel = $1', [
        channel,
      ]);
      return found === undefined || row.parse(found).takes_back === 1;
    },
    learn: async (channel, takesBack) => {
      await database.run(
        `insert into channel_ability (channel, takes_back) values ($1, $2)
         on conflict (channel) do update set takes_back = excluded.takes_back`,
        [channel, takesBack ? 1 : 0],
      );
    },
  };
}
