import { z } from 'zod';
import type { Seal } from '../sealed.js';
import type { Database } from './database.js';

/** An activity at the place where it was told last. `body` is `null` once it was taken back. */
export interface LoggedActivity {
  id: string;
  place: number;
  /** When it was told first, epoch milliseconds; strictly rising in a conversation. For a taken back one, when it went. */
  at: number;
  body: Record<string, unknown> | null;
}

/** What is told, in which conversation. `only`: nothing happens unless its id is new there, or is still shown. */
export interface Telling {
  conversation: string;
  id: string;
  body: object;
  now: number;
  only?: 'new' | 'known' | undefined;
}

/** The activities of the embedded Direct Line's conversations, in the order they were told. Places rise one by one, and
 * none is seen before every smaller one is: who has seen one asks for larger ones only, of whatever process. */
export interface DirectLineLog {
  /** Tells an activity, or tells it anew in a new place with its first time; what it said before is overwritten.
   * `null`: the conversation is gone, or `only` forbids it. */
  say: (telling: Telling) => Promise<{ place: number; at: number } | null>;
  /** Takes an activity back, whose words are overwritten; `null` when it is not there to be taken. */
  drop: (
    telling: Pick<Telling, 'conversation' | 'id' | 'now'>,
  ) => Promise<{ place: number; at: number } | null>;
  has: (conversation: string, id: string) => Promise<boolean>;
  /** What stands after a place, and the largest place. For 0 nothing that was taken back. */
  after: (conversation: string, place: number) => Promise<{ activities: LoggedActivity[]; place: number }>;
  /** The largest place of each of these conversations that has any. */
  largest: (conversations: readonly string[]) => Promise<Map<string, number>>;
  /** Deletes what belongs to no conversation any more. */
  prune: () => Promise<void>;
}

/** How many activities of a conversation are kept; the oldest go first. */
export const activitiesKept = 500;

/** How often it is looked for what is too old, in places. */
const trimEvery = 32;
/** So many conversations are asked for together. */
const mostTogether = 1024;
/** A place that another process took meanwhile is tried for again; so often that only a fault comes to an end. */
const mostTries = 200;

const told = z.object({ place: z.number(), at: z.number(), replaces: z.number() });
const stored = z.object({
  id: z.string(),
  place: z.number(),
  kind: z.enum(['said', 'gone']),
  said_at: z.number(),
  sealed: z.string(),
  largest: z.number(),
});
const places = z.array(z.object({ conversation: z.string(), place: z.number() }));
const content = z.record(z.string(), z.unknown());

/** The place is counted within the statement that takes it, and the primary key lets nobody else have it: who loses
 * counts again. The largest place is never freed, or it could be taken twice. */
const insert = `
  insert into direct_line_activity (conversation, place, id, kind, said_at, told_at, replaces, sealed)
  select talk.id, coalesce(latest.place, 0) + 1, $2, $3,
    case when $3 = 'said' and known.kind = 'said' then known.said_at
         when latest.told_at >= $4 then latest.told_at + 1 else $4 end,
    case when latest.told_at >= $4 then latest.told_at + 1 else $4 end,
    coalesce(known.place, 0), $5
  from direct_line_talk talk
  left join direct_line_activity latest on latest.conversation = talk.id
    and latest.place = (select max(place) from direct_line_activity where conversation = $1)
  left join direct_line_activity known on known.conversation = talk.id
    and known.place = (select max(place) from direct_line_activity where conversation = $1 and id = $2)
  where talk.id = $1
    and ($6 = 'any' or ($6 = 'new' and known.id is null) or ($6 = 'known' and known.kind = 'said'))
  returning place, said_at as at, replaces`;

/** Rows of an activity that was told anew later, or taken back. */
const superseded = `exists (
  select 1 from direct_line_activity later where later.conversation = direct_line_activity.conversation
    and later.id = direct_line_activity.id and later.place > direct_line_activity.place)`;

/** The log in the database; what was said lies sealed in it until it is replaced, taken back or trimmed. */
export function createDirectLineLog(
  { run }: Pick<Database, 'run'>,
  seal: Seal,
  kept = activitiesKept,
): DirectLineLog {
  const overwrite = async (conversation: string, id: string, place: number) => {
    await run(
      `update direct_line_activity set sealed = ''
       where conversation = $1 and id = $2 and place < $3 and sealed <> ''`,
      [conversation, id, place],
    );
  };
  const trim = async (conversation: string, place: number) => {
    await run(
      `delete from direct_line_activity where conversation = $1 and place <= $2 and (${superseded} or place < (
         select min(place) from (
           select place from direct_line_activity where conversation = $1 and not ${superseded}
           order by place desc limit $3) kept))`,
      [conversation, place - trimEvery, kept],
    );
  };
  const tell = async (conversation: string, id: string, values: readonly (string | number)[]) => {
    const [row] = await untilFree(async () => await run(insert, [conversation, id, ...values]));
    if (row === undefined) return null;
    const { place, at, replaces } = told.parse(row);
    if (replaces > 0) await overwrite(conversation, id, place);
    if (place % trimEvery === 0) await trim(conversation, place);
    return { place, at };
  };
  const opened = async (conversation: string, row: z.infer<typeof stored>): Promise<LoggedActivity[]> => {
    const { id, place, kind, said_at: at, sealed } = row;
    if (kind === 'gone') return [{ id, place, at, body: null }];
    const body = await seal.open(sealed, audienceOf(conversation, id), content);
    return body ? [{ id, place, at, body }] : [];
  };
  const largest = async (conversations: readonly string[]) => {
    const found = await run(
      `select conversation, max(place) as place from direct_line_activity
       where conversation in (${conversations.map((_, at) => `$${at + 1}`).join(', ')}) group by conversation`,
      conversations,
    );
    return places.parse(found).map(({ conversation, place }) => [conversation, place] as const);
  };
  return {
    say: async ({ conversation, id, body, now, only = 'any' }) => {
      const sealed = await seal.close(body, audienceOf(conversation, id));
      return await tell(conversation, id, ['said', now, sealed, only]);
    },
    drop: async ({ conversation, id, now }) => await tell(conversation, id, ['gone', now, '', 'known']),
    has: async (conversation, id) => {
      const [found] = await run(
        `select kind from direct_line_activity where conversation = $1 and id = $2 order by place desc limit 1`,
        [conversation, id],
      );
      return found?.kind === 'said';
    },
    after: async (conversation, place) => {
      const found = await run(
        `select id, place, kind, said_at, sealed,
           (select max(place) from direct_line_activity where conversation = $1) as largest
         from direct_line_activity
         where conversation = $1 and place > $2 and ($2 > 0 or kind = 'said') and not ${superseded}
         order by place desc limit $3`,
        [conversation, place, kept],
      );
      const rows = found.map((each) => stored.parse(each)).toReversed();
      if (rows.length > 0) {
        const activities = await Promise.all(rows.map(async (each) => await opened(conversation, each)));
        return { activities: activities.flat(), place: rows[0]?.largest ?? place };
      }
      // Asked for later than what was found: it only tells whether the place can be one of this conversation.
      const [, now = 0] = (await largest([conversation]))[0] ?? [];
      return { activities: [], place: Math.min(place, now) };
    },
    largest: async (conversations) => {
      const parts = Array.from({ length: Math.ceil(conversations.length / mostTogether) }, (_, at) =>
        conversations.slice(at * mostTogether, (at + 1) * mostTogether),
      );
      return new Map((await Promise.all(parts.map(async (part) => await largest(padded(part))))).flat());
    },
    prune: async () => {
      await run(
        `delete from direct_line_activity
         where not exists (select 1 from direct_line_talk where id = direct_line_activity.conversation)`,
      );
      await run(`update direct_line_activity set sealed = '' where sealed <> '' and ${superseded}`);
    },
  };
}

const audienceOf = (conversation: string, id: string): string =>
  JSON.stringify(['direct line', conversation, id]);

/** Filled up with its last one to a power of two: few lengths mean few statements to be prepared. */
function padded(all: readonly string[]): string[] {
  const length = 2 ** Math.ceil(Math.log2(all.length));
  return Array.from({ length }, (_, at) => all[Math.min(at, all.length - 1)] ?? '');
}

/** Tries again while another process takes the place first. */
async function untilFree<T>(once: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once();
    } catch (error) {
      if (!isTaken(error) || tries >= mostTries) throw error;
    }
  }
}

const unique: ReadonlySet<unknown> = new Set(['23505', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && unique.has(error.code);
}
