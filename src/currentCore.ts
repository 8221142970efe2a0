import type { TurnContext } from 'botbuilder';
import type { Door } from './channels/identity.js';
import type { Core } from './core.js';

/** The core that new turns run in. */
export interface CurrentCore {
  run: (door: Door, context: TurnContext) => Promise<void>;
  /** Does something in it that is no turn of a person's. */
  use: <T>(work: (core: Core) => Promise<T>) => Promise<T>;
  /** From the next turn on another one; the old one is closed when its last turn has ended. */
  replace: (next: Core) => void;
  /** Does what is due by the settings as they are now. */
  work: () => Promise<void>;
  close: () => void;
}

interface Used {
  core: Core;
  turns: number;
}

/** Holds the first core. */
export function createCurrentCore(first: Core): CurrentCore {
  let current: Used = { core: first, turns: 0 };
  const closeWhenUnused = (used: Used) => {
    if (used !== current && used.turns === 0) used.core.close();
  };
  const use: CurrentCore['use'] = async (work) => {
    const used = current;
    used.turns += 1;
    try {
      return await work(used.core);
    } finally {
      used.turns -= 1;
      closeWhenUnused(used);
    }
  };
  return {
    use,
    run: async (door, context) => await use(async ({ bot }) => await bot.runFrom(door, context)),
    replace: (next) => {
      const old = current;
      current = { core: next, turns: 0 };
      closeWhenUnused(old);
    },
    work: async () => await current.core.work(),
    close: () => current.core.close(),
  };
}
