import { z } from 'zod';
import { TrailFault } from '../errors.js';
import type { Database } from '../store/database.js';

export const events = [
  'asked',
  'sensitive_input',
  'read',
  'refused',
  'failed',
  'offered',
  'submitted',
  'created',
  'half_created',
  'declined',
  'switched_account',
  'pressed',
] as const;
export type TrailEvent = (typeof events)[number];

/** One line of the trail: metadata only, never a sentence, a name, an address or a row of Stripe. */
export interface TrailRow {
  /** Epoch milliseconds. */
  at: number;
  event: TrailEvent;
  /** The person's pseudonym. */
  actor: string;
  channel: string;
  /** Role names, comma separated. */
  role: string;
  account: string;
  /** The step's `do`, or the act of a card. */
  ability: string;
  outcome: string;
  reason?: string;
  count?: number;
  stripeRequest?: string;
  coupon?: string;
  recognisedBy?: string;
  /** The model that was asked, the tokens of question and answer together, and how long it took in ms. */
  model?: string;
  tokens?: number;
  latency?: number;
  correlation: string;
}

const stored = z.object({
  at: z.number(),
  event: z.enum(events),
  actor: z.string(),
  role: z.string(),
  account: z.string(),
  ability: z.string(),
  outcome: z.string(),
  reason: z.string().nullable(),
});

export type TrailLine = z.infer<typeof stored>;

/** Who did what. `append` resolves only when the row is on disk. */
export interface Trail {
  /** @throws TrailFault */
  append: (row: TrailRow) => Promise<void>;
  /** Newest first; `from` inclusive and `to` exclusive in epoch milliseconds. */
  read: (range: {
    from?: number;
    to?: number;
    limit: number;
    accounts: readonly string[];
  }) => Promise<TrailLine[]>;
}

export function createTrail(database: Database): Trail {
  return {
    append: async (row) => {
      try {
        await database.run(
          `insert into trail (at, event, actor, channel, role, account, ability, outcome, reason, count, stripe_request, coupon,
             recognised_by, correlation, model, tokens, latency)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
          [
            row.at,
            row.event,
            row.actor,
            row.channel,
            row.role,
            row.account,
            row.ability,
            row.outcome,
            row.reason ?? null,
            row.count ?? null,
            row.stripeRequest ?? null,
            row.coupon ?? null,
            row.recognisedBy ?? null,
            row.correlation,
            row.model ?? null,
            row.tokens ?? null,
            row.latency ?? null,
          ],
        );
      } catch (cause) {
        throw new TrailFault(cause);
      }
    },
    read: async ({ from = 0, to = Number.MAX_SAFE_INTEGER, limit, accounts }) => {
      const marks = accounts.map((_, at) => `$${at + 4}`).join(', ');
      const lines = await database.run(
        `select at, event, actor, role, account, ability, outcome, reason from trail
         where at >= $1 and at < $2 and account in (${marks || 'null'}) order by seq desc limit $3`,
        [from, to, limit, ...accounts],
      );
      return lines.map((line) => stored.parse(line));
    },
  };
}
