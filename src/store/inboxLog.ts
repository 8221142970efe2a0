import { z } from 'zod';
import type { Seal } from '../sealed.js';
import type { Database } from './database.js';

/** A turn that was accepted: what came in, by which door, and how often it was begun. */
export interface AcceptedTurn {
  id: string;
  door: string;
  /** The activity as it came, as JSON. */
  activity: unknown;
  receivedAt: number;
  /** How often it was begun, this time among them. */
  tries: number;
  /** True when an earlier try had begun to answer. */
  answering: boolean;
}

/** One try of a turn, told from another try of it. */
export type Begun = Pick<AcceptedTurn, 'id' | 'tries'>;

/** What is accepted into the log. `lane` is the conversation: turns of one lane run one after the other. */
export interface Accepted {
  id: string;
  lane: string;
  door: string;
  activity: object;
  now: number;
}

/** Every accepted activity until its turn is done, so that a restart loses none and a redelivery runs none twice. */
export interface InboxLog {
  /** Resolves when it is on disk; `false`: an activity of that id was accepted before. */
  accept: (turn: Accepted) => Promise<boolean>;
  /** Takes a lane for this process until then, or holds on to it; `false` while another process has it. */
  enter: (lane: string, by: { owner: string; now: number; until: number }) => Promise<boolean>;
  /** Begins the oldest turn of the lane that is not done; `null`: there is none, or another process has the lane. */
  begin: (lane: string, owner: string) => Promise<AcceptedTurn | null>;
  /** The first answer goes out: should the process end now, the turn is not run again. `false`: another process took
   * the turn up meanwhile, and answers it. */
  answering: (turn: Begun) => Promise<boolean>;
  /** The turn has ended: its text goes, its id stays to recognise a redelivery. Nothing where another process took it
   * up meanwhile. */
  done: (turn: Begun, now: number) => Promise<void>;
  /** Whether something in the lane is not done. */
  waits: (lane: string) => Promise<boolean>;
  /** Gives a lane back when nothing waits in it; `false`: something came in meanwhile, or another process has it. */
  leave: (lane: string, owner: string) => Promise<boolean>;
  /** Gives a lane back whatever waits in it: another process takes that up. */
  handOver: (lane: string, owner: string) => Promise<void>;
  /** Lanes that nobody holds although something waits in them: of a process that ended. */
  abandoned: (now: number) => Promise<string[]>;
  /** Deletes what is done for a day. */
  prune: (now: number) => Promise<void>;
}

const turn = z.object({
  id: z.string(),
  door: z.string(),
  sealed: z.string(),
  received_at: z.number(),
  tries: z.number(),
  answering: z.number(),
});
const lanes = z.array(z.object({ lane: z.string() }));
const anything = z.record(z.string(), z.unknown());

/** How long an id is remembered after its turn, in ms: redeliveries come within minutes. */
export const idsKeptFor = 24 * 60 * 60_000;

/** The log in the database; what people wrote lies sealed in it until its turn is done. */
export function createInboxLog({ run }: Database, seal: Seal): InboxLog {
  return {
    accept: async ({ id, lane, door, activity, now }) => {
      const sealed = await seal.close(activity, audienceOf(id));
      const kept = await run(
        `insert into inbox (id, lane, place, door, sealed, received_at, tries, answering)
         select $1, $2, (select coalesce(max(place), 0) + 1 from inbox where lane = $2), $3, $4, $5, 0, 0
         where true on conflict (id) do nothing returning id`,
        [id, lane, door, sealed, now],
      );
      return kept.length > 0;
    },
    enter: async (lane, { owner, now, until }) => {
      const held = await run(
        `insert into lane (name, owner, held_until) values ($1, $2, $3)
         on conflict (name) do update set owner = excluded.owner, held_until = excluded.held_until
         where lane.owner = excluded.owner or lane.held_until <= $4 returning name`,
        [lane, owner, until, now],
      );
      return held.length > 0;
    },
    begin: async (lane, owner) => {
      const [found] = await run(
        `update inbox set tries = tries + 1 where id = (
           select id from inbox where lane = $1 and done_at is null order by place, received_at, id limit 1)
           and exists (select 1 from lane where name = $1 and owner = $2)
         returning id, door, sealed, received_at, tries, answering`,
        [lane, owner],
      );
      if (found === undefined) return null;
      const { sealed, received_at: receivedAt, answering, ...rest } = turn.parse(found);
      const activity = await seal.open(sealed, audienceOf(rest.id), anything);
      return { ...rest, receivedAt, answering: answering === 1, activity };
    },
    answering: async ({ id, tries }) => {
      const ours = await run('update inbox set answering = 1 where id = $1 and tries = $2 returning id', [
        id,
        tries,
      ]);
      return ours.length > 0;
    },
    done: async ({ id, tries }, now) => {
      await run(`update inbox set done_at = $2, sealed = '' where id = $1 and tries = $3`, [id, now, tries]);
    },
    waits: async (lane) => {
      const found = await run('select id from inbox where lane = $1 and done_at is null limit 1', [lane]);
      return found.length > 0;
    },
    leave: async (lane, owner) => {
      const left = await run(
        `delete from lane where name = $1 and owner = $2
           and not exists (select 1 from inbox where lane = $1 and done_at is null) returning name`,
        [lane, owner],
      );
      return left.length > 0;
    },
    handOver: async (lane, owner) => {
      await run('delete from lane where name = $1 and owner = $2', [lane, owner]);
    },
    abandoned: async (now) => {
      const found = await run(
        `select distinct lane from inbox where done_at is null
           and not exists (select 1 from lane where name = inbox.lane and held_until > $1)`,
        [now],
      );
      return lanes.parse(found).map(({ lane }) => lane);
    },
    prune: async (now) => {
      await run('delete from inbox where done_at <= $1', [now - idsKeptFor]);
      await run('delete from lane where held_until <= $1', [now - idsKeptFor]);
    },
  };
}

const audienceOf = (id: string): string => `inbox ${id}`;
