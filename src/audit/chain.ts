import { z } from 'zod';
import { StoreFault } from '../errors.js';
import type { Database } from '../store/database.js';
import { carryOver } from './carryOver.js';
import type { Content } from './content.js';
import { addRow, beginning, type Head } from './link.js';

/** Rows that each hold the hash of the one before. */
export interface Chain {
  /** Adds a row behind the newest, whoever wrote that; gives the new head, which is on disk. */
  append: (content: Content) => Promise<Head>;
  head: () => Promise<Head>;
  /** Resolves once the rows of before there was a chain are in it. */
  ready: () => Promise<void>;
}

/** Another process was quicker so many times: then something else is wrong. */
const mostTries = 1000;

const stored = z.object({ seq: z.number(), hash: z.string() });

/** The chain in the database. Rows of one process wait for each other; of several, the first to take a number has it.
 * `random` makes each digest one that cannot be found by trying contents. */
export function createChain({ run }: Database, random: () => string): Chain {
  let last: Promise<unknown> = Promise.resolve();
  let carried = false;
  const head = async () => {
    const [found] = await run('select seq, hash from trail order by seq desc limit 1');
    return found ? stored.parse(found) : beginning;
  };
  const ready = async () => {
    if (!carried) await carryOver(run, head);
    carried = true;
  };
  const link = async (content: Content): Promise<Head> => {
    await ready();
    for (let tries = 0; tries < mostTries; tries += 1) {
      const next = await addRow(run, content, await head());
      if (next) return next;
    }
    throw new StoreFault('no number for a row of the trail could be had');
  };
  const inTurn = async <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return await done;
  };
  return {
    head,
    ready: async () => await inTurn(ready),
    append: async (content) => await inTurn(async () => await link({ ...content, salt: random() })),
  };
}
