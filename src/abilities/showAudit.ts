import { z } from 'zod';
import type { Trail, TrailLine } from '../audit/trail.js';
import type { AuditRow } from '../masking/audit.js';
import { maskAudit } from '../masking/mask.js';
import type { Seal } from '../sealed.js';
import { roleName } from '../sentences.js';
import { type Ability, guarded } from './ability.js';
import type { AccountAsk } from './ask.js';
import { count, day } from './fields.js';
import { type Gathered, readingBound } from './gather.js';
import { listing, range } from './listing.js';

export const showAuditStep = z.strictObject({
  do: z.literal('show_audit'),
  limit: count.optional(),
  from: day.optional(),
  to: day.optional(),
});

export type ShowAudit = z.infer<typeof showAuditStep>;

/** Who did what with this bot in this account: pseudonyms and roles, never names. */
export function createShowAudit({ trail, seal }: { trail: Trail; seal: Seal }): Ability {
  return guarded({
    does: 'show_audit',
    step: showAuditStep,
    permission: 'audit.read',
    title: 'see who did what with this bot',
    examples: ['show the audit trail', 'who used the bot today'],
    answer: async (step, ask) => {
      const list = await listing(step, await latest(step, ask, trail), ask, seal);
      const { rows, counted } = list;
      const found = { ...list, question: step, rows: rows.map(rowOf), counted: counted.map(rowOf) };
      return {
        views: [maskAudit(found, ask.reading)],
        count: counted.length,
        shown: { rows: [], next: list.next },
      };
    },
  });
}

/** Who has no account here is on record without one: a stranger's refusal is to be seen too. */
async function latest(step: ShowAudit, ask: AccountAsk, trail: Trail): Promise<Gathered<Entry>> {
  const { from, to } = range(step, ask);
  const limit = step.limit ?? readingBound;
  const lines = await trail.read({
    ...(from === undefined ? {} : { from: from * 1000 }),
    ...(to === undefined ? {} : { to: (to + 1) * 1000 }),
    limit: limit + 1,
    accounts: [ask.reading.place.id, ''],
  });
  const cut = step.limit === undefined ? 'cut' : 'yes';
  const entries = withIds(lines);
  return { rows: entries.slice(0, limit), more: lines.length > limit ? cut : 'no', read: entries.length };
}

/** A line with what it can be found again by, and when it was written in unix seconds. */
type Entry = TrailLine & { id: string; created: number };

/** A line has no id of its own: it is the so manieth of its millisecond, counted from the oldest, which later ones do not change. */
function withIds(lines: readonly TrailLine[]): Entry[] {
  const seen = new Map<number, number>();
  return lines
    .toReversed()
    .map((line) => {
      const nth = (seen.get(line.at) ?? 0) + 1;
      seen.set(line.at, nth);
      return { ...line, id: `${line.at}-${nth}`, created: Math.floor(line.at / 1000) };
    })
    .toReversed();
}

function rowOf({ at, actor, about, role, event, ability, outcome, reason }: TrailLine): AuditRow {
  const failed = event === 'failed';
  const why = failed ? outcome : reason;
  return {
    at: new Date(at),
    who: actor,
    ...(about === null ? {} : { about }),
    role: role
      .split(',')
      .flatMap((name) => (name ? roleName(name) : []))
      .join(', '),
    what: `${event}: ${ability}`,
    outcome: failed ? 'failed' : outcome,
    ...(why === null ? {} : { why }),
  };
}
