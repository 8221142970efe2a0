import { z } from 'zod';
import type { Seal } from '../sealed.js';
import type { Database } from './database.js';
import { type Reference, reference } from './references.js';

/** The conversations that the settings call by a name: approvals and triggers go there. */
export interface BoundConversations {
  /** From now on the name stands for this conversation. `given` is Bot Framework's reference of it. */
  bind: (name: string, given: unknown, now: number) => Promise<void>;
  /** `null` while nobody has bound the name. */
  find: (name: string) => Promise<Reference | null>;
}

const row = z.object({ sealed: z.string() });

/** Bound names in the database, where each leads sealed. */
export function createBoundConversations({ run }: Database, seal: Seal): BoundConversations {
  return {
    bind: async (name, given, now) => {
      const sealed = await seal.close(reference.parse(given), audienceOf(name));
      await run(
        `insert into bound_conversation (name, sealed, bound_at) values ($1, $2, $3)
         on conflict (name) do update set sealed = excluded.sealed, bound_at = excluded.bound_at`,
        [name, sealed, now],
      );
    },
    find: async (name) => {
      const [found] = await run('select sealed from bound_conversation where name = $1', [name]);
      return found ? await seal.open(row.parse(found).sealed, audienceOf(name), reference) : null;
    },
  };
}

const audienceOf = (name: string): string => `bound conversation ${name}`;
