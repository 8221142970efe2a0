import type { Seal } from '../sealed.js';
import type { Database, Row } from './database.js';
import { approvalIdOf, type Confirmation, offerIdOf, readOffer } from './offerRow.js';

/** A second person, by pseudonym, and the roles they decide with. */
export interface Second {
  person: string;
  role: string;
  now: number;
}

/** Offers on their way past a second person. `approval` is the nonce of that person's card. */
export interface Approvals<Claim> {
  /** Atomic open → waiting, by the asker, in the conversation, before it lapses. */
  submit: (
    nonce: string,
    by: { caller: string; conversation: string; now: number; lapsesAt: number },
  ) => Promise<boolean>;
  find: (approval: string) => Promise<Confirmation | null>;
  /** By the row's own id, for those who work without a card. */
  get: (id: string) => Promise<Confirmation | null>;
  /** Atomic waiting → executing, by anyone but the asker; else `null`. Left executing, it is as with `claim`. */
  claim: (approval: string, by: Second) => Promise<Claim | null>;
  /** Ends one that waits; a time that is over is no end but `lapsed`. */
  end: (
    id: string,
    how: { state: 'declined' | 'lapsed'; reason?: string; now: number; by?: Second },
  ) => Promise<boolean>;
  /** Those that wait in some accounts now. */
  waiting: (accounts: readonly string[], now: number) => Promise<Confirmation[]>;
  /** Takes those whose time is over, for a minute: who took them ends them, or they come up again. */
  overdue: (now: number) => Promise<Confirmation[]>;
}

/** How long a claim holds before another press may take it up, in ms: longer than any turn. */
export const claimLength = 60_000;
const atOnce = 20;

/** Those offers in the database. `confirmedOf` makes the claim of a row that was claimed. */
export function createApprovals<Claim>(
  { run }: Pick<Database, 'run'>,
  seal: Seal,
  confirmedOf: (found: Row[]) => Promise<Claim | null>,
): Approvals<Claim> {
  const read = async ([found]: Row[]) => (found === undefined ? null : await readOffer(seal, found));
  return {
    submit: async (nonce, by) => {
      const changed = await run(
        `update confirmation set state = 'waiting', lapses_at = $5
         where id = $1 and caller = $2 and conversation = $3 and approval is not null
           and state = 'open' and lapses_at > $4 returning id`,
        [offerIdOf(nonce), by.caller, by.conversation, by.now, by.lapsesAt],
      );
      return changed.length > 0;
    },
    find: async (approval) =>
      await read(await run('select * from confirmation where approval = $1', [approvalIdOf(approval)])),
    get: async (id) => await read(await run('select * from confirmation where id = $1', [id])),
    claim: async (approval, { person, role, now }) =>
      await confirmedOf(
        await run(
          `update confirmation set state = 'executing', retry_at = $5, recover_at = $5, approver = $2, approver_role = $3
           where approval = $1 and caller <> $2
             and ((state = 'waiting' and lapses_at > $4) or (state = 'executing' and retry_at <= $4)) returning *`,
          [approvalIdOf(approval), person, role, now, now + claimLength],
        ),
      ),
    end: async (id, { state, reason = null, now, by }) => {
      const changed = await run(
        `update confirmation set state = $2, settled_at = $3, reason = $4, approver = $5, approver_role = $6
         where id = $1 and state = 'waiting' and (lapses_at > $3 or $7 = 1) returning id`,
        [id, state, now, reason, by?.person ?? null, by?.role ?? null, state === 'lapsed' ? 1 : 0],
      );
      return changed.length > 0;
    },
    waiting: async (accounts, now) => {
      if (accounts.length === 0) return [];
      const marks = accounts.map((_, at) => `$${at + 2}`).join(', ');
      const found = await run(
        `select * from confirmation where state = 'waiting' and lapses_at > $1 and account in (${marks})
         order by issued_at`,
        [now, ...accounts],
      );
      return await allOf(seal, found);
    },
    overdue: async (now) => {
      const found = await run(
        `update confirmation set retry_at = $2
         where state = 'waiting' and lapses_at <= $1 and (retry_at is null or retry_at <= $1) and id in (
           select id from confirmation where state = 'waiting' and lapses_at <= $1
             and (retry_at is null or retry_at <= $1) limit $3) returning *`,
        [now, now + claimLength, atOnce],
      );
      return await allOf(seal, found);
    },
  };
}

async function allOf(seal: Seal, found: readonly Row[]): Promise<Confirmation[]> {
  const read = await Promise.all(found.map(async (each) => await readOffer(seal, each)));
  return read.filter((each) => each !== null);
}
