import type { TurnContext } from 'botbuilder';
import type { Door } from './channels/identity.js';
import type { Core } from './core.js';

/** The core that new turns run in. */
export interface CurrentCore {
  run: (door: Door, context: TurnContext) => Promise<void>;
  /** From the next turn on another one; the old one is closed when its last turn has ended. */
  replace: (next: Core) => void;
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
  return {
    run: async (door, context) => {
      const used = current;
      used.turns += 1;
      try {
        await used.core.bot.runFrom(door, context);
      } finally {
        used.turns -= 1;
        closeWhenUnused(used);
      }
    },
    replace: (next) => {
      const old = current;
      current = { core: next, turns: 0 };
      closeWhenUnused(old);
    },
    close: () => current.core.close(),
  };
}
