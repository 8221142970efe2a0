import { z } from 'zod';
import type { Database } from '../store/database.js';
import type { Chain } from './chain.js';
import type { Checkpoints } from './checkpoints.js';
import { contentColumns } from './content.js';
import { type Deed, recordDeed } from './deeds.js';
import { held } from './holds.js';
import { runsOf } from './runs.js';

/** Takes out what is older than it may be kept. */
export interface Retention {
  /** Removes rows from before this moment, but for those that a hold exempts: gives how many. The rows before the first
   * that stays are deleted and where the chain now begins is signed; others lose their content, which is signed too.
   * On record before it is done. */
  prune: (before: number, actor: Deed['actor']) => Promise<number>;
  /** Whether there is such a row and it still says something. */
  has: (seq: number) => Promise<boolean>;
  /** Erases what one row says, not that it was there; signed. */
  blank: (seq: number) => Promise<void>;
}

export interface RetentionNeeds {
  database: Database;
  chain: Chain;
  checkpoints: Checkpoints;
  clock: () => Date;
}

const numbered = z.object({ seq: z.number() });
const counted = z.object({ n: z.number() });
const first = z.object({ seq: z.number(), prev: z.string() });
const blanked = contentColumns.map((name) => `${name} = null`).join(', ');

/** Retention over the chain. */
export function createRetention(needs: RetentionNeeds): Retention {
  const { database, chain, clock } = needs;
  const { run } = database;
  return {
    prune: async (before, actor) => {
      await chain.ready();
      const [old] = await run(`select count(*) as n from trail where at < $1 and not ${held}`, [before]);
      const { n: count } = counted.parse(old);
      if (count === 0) return 0;
      await recordDeed(chain, clock, { event: 'audit.pruned', actor, count, until: before });
      await cutHead(needs, before);
      await blankRest(needs, before);
      await forgetPeople(needs);
      return count;
    },
    has: async (seq) => {
      const there = await run('select seq from trail where seq = $1 and event is not null', [seq]);
      return there.length > 0;
    },
    blank: async (seq) => await blank(needs, { from: seq, to: seq }),
  };
}

/** Deletes the rows before the first that stays; the row that records it stays, so there is one. */
async function cutHead({ database: { run }, checkpoints }: RetentionNeeds, before: number): Promise<void> {
  const [found] = await run(`select seq, prev from trail where at >= $1 or ${held} order by seq limit 1`, [
    before,
  ]);
  const { seq, prev } = first.parse(found);
  const [gone] = await run('select count(*) as n from trail where seq < $1', [seq]);
  const { n: count } = counted.parse(gone);
  if (count === 0) return;
  await checkpoints.sign({ kind: 'begin', seq, until: seq, hash: prev, count });
  await run('delete from trail where seq < $1', [seq]);
  await checkpoints.drop(seq);
}

/** Whom no row names any more is not kept either. */
async function forgetPeople({ database }: RetentionNeeds): Promise<void> {
  await database.run(
    `delete from person where pseudonym not in (select actor from trail where actor is not null)
       and pseudonym not in (select about from trail where about is not null)`,
  );
}

/** Old rows behind one that is held stay as links of the chain that say nothing. */
async function blankRest(needs: RetentionNeeds, before: number): Promise<void> {
  const rows = await needs.database.run(`select seq from trail where at < $1 and not ${held} order by seq`, [
    before,
  ]);
  for (const run of runsOf(rows.map((row) => numbered.parse(row).seq))) await blank(needs, run);
}

async function blank(
  { database, checkpoints }: RetentionNeeds,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const count = to - from + 1;
  await checkpoints.sign({ kind: 'blank', seq: from, until: to, hash: '', count });
  await database.run(`update trail set ${blanked} where seq >= $1 and seq <= $2`, [from, to]);
}
