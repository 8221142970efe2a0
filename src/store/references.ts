import { z } from 'zod';
import type { Seal } from '../sealed.js';
import type { Database } from './database.js';

/** Channels write `null` for what they do not know. */
const maybe = z
  .string()
  .nullish()
  .transform((given) => given ?? undefined);
const account = z.object({ id: z.string(), aadObjectId: maybe });
/** Of Bot Framework's conversation reference, what it takes to speak first. */
export const reference = z.object({
  conversation: z.object({ id: z.string(), tenantId: maybe }),
  channelId: z.string(),
  serviceUrl: maybe,
  bot: account.optional(),
  user: account.optional(),
});

/** How a conversation is reached. */
export type Reference = z.infer<typeof reference>;

/** Whose personal chat a conversation is, as far as it takes to reach them there for an approval. */
const person = z.object({ key: z.string(), zone: z.string(), locale: z.string() });

/** Who was seen in their personal chat. */
export interface Seen extends z.infer<typeof person> {
  /** Their pseudonym. */
  mark: string;
  /** Whether they might approve coupons in any account then. */
  approves: boolean;
}

/** A personal chat, where its person can be reached. */
export interface Personal extends z.infer<typeof person> {
  conversation: string;
  mark: string;
  reference: Reference;
}

/** Where a conversation can be reached again: kept, sealed, for take-back, approvals and triggers, which speak first. */
export interface References {
  /** Keeps what is named in `Reference` and nothing else of what is given. `seen`: in their personal chat only. */
  remember: (conversation: string, given: unknown, now: number, seen?: Seen) => Promise<void>;
  /** `null` for a conversation that never was, or was forgotten. */
  find: (conversation: string) => Promise<Reference | null>;
  /** As `find`, for a personal chat. */
  personal: (conversation: string) => Promise<Personal | null>;
  /** The personal chats of those who approved coupons when last seen, and of the people with these marks; newest first. */
  approvers: (marks: readonly string[]) => Promise<Personal[]>;
  forget: (conversation: string) => Promise<void>;
  /** Deletes those that were not seen for ninety days. */
  prune: (now: number) => Promise<void>;
}

const body = z.object({ reference, person: person.optional() });
const stored = z.object({ conversation: z.string(), person: z.string().nullable(), body: z.string() });
const unseen = 90 * 24 * 60 * 60_000;
/** More people than these are not asked for one coupon. */
const mostApprovers = 1000;

/** References in the database. */
export function createReferences({ run }: Database, seal: Seal): References {
  const opened = async (found: unknown) => {
    const { conversation, person: mark, body: sealed } = stored.parse(found);
    const inside = await open(seal, conversation, sealed);
    return inside && { conversation, mark: mark ?? '', ...inside };
  };
  const columns = 'conversation, person, body';
  return {
    remember: async (conversation, given, now, seen) => {
      const { data } = reference.safeParse(given);
      if (!data) return;
      const { key, zone, locale } = seen ?? { key: '', zone: '', locale: '' };
      const sealed = await seal.close(
        { reference: data, ...(seen ? { person: { key, zone, locale } } : {}) },
        conversation,
      );
      await run(
        `insert into conversation_reference (conversation, channel, body, seen_at, person, personal, approves)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (conversation) do update set channel = excluded.channel, body = excluded.body,
           seen_at = excluded.seen_at, person = excluded.person, personal = excluded.personal, approves = excluded.approves`,
        [conversation, data.channelId, sealed, now, seen?.mark ?? null, seen ? 1 : 0, seen?.approves ? 1 : 0],
      );
    },
    find: async (conversation) => {
      const sql = `select ${columns} from conversation_reference where conversation = $1`;
      const [found] = await run(sql, [conversation]);
      return found ? ((await opened(found))?.reference ?? null) : null;
    },
    personal: async (conversation) => {
      const sql = `select ${columns} from conversation_reference where conversation = $1 and personal = 1`;
      const [found] = await run(sql, [conversation]);
      return found ? asPersonal(await opened(found)) : null;
    },
    approvers: async (marks) => {
      const among = marks.map((_, at) => `$${at + 1}`).join(', ');
      const found = await run(
        `select ${columns} from conversation_reference
         where personal = 1 and (approves = 1 or person in (${among || 'null'}))
         order by seen_at desc limit ${mostApprovers}`,
        marks,
      );
      const all = await Promise.all(found.map(async (each) => asPersonal(await opened(each))));
      return all.filter((each) => each !== null);
    },
    forget: async (conversation) => {
      await run('delete from conversation_reference where conversation = $1', [conversation]);
    },
    prune: async (now) => {
      await run('delete from conversation_reference where seen_at <= $1', [now - unseen]);
    },
  };
}

/** Versions before this one kept the reference as plain JSON. */
async function open(seal: Seal, conversation: string, sealed: string) {
  if (!sealed.startsWith('{')) return await seal.open(sealed, conversation, body);
  const { data } = reference.safeParse(plain(sealed));
  return data ? { reference: data } : null;
}

function plain(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Opened = { conversation: string; mark: string } & z.infer<typeof body>;

function asPersonal(found: Opened | null): Personal | null {
  if (!found?.person) return null;
  const { conversation, mark, reference: at, person: who } = found;
  return { conversation, mark, reference: at, ...who };
}
