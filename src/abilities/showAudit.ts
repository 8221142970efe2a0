import { z } from 'zod';
import type { Trail } from '../audit/trail.js';
import { endOfDay, startOfDay } from '../calendar.js';
import { maskAudit } from '../masking/mask.js';
import { type Ability, guarded } from './ability.js';
import { count, day } from './fields.js';

export const showAuditStep = z.strictObject({
  do: z.literal('show_audit'),
  limit: count.optional(),
  from: day.optional(),
  to: day.optional(),
});

export type ShowAudit = z.infer<typeof showAuditStep>;

const cardRows = 10;

/** Who did what with this bot in this account: pseudonyms and roles, never names. */
export function createShowAudit({ trail }: { trail: Trail }): Ability {
  return guarded({
    does: 'show_audit',
    step: showAuditStep,
    permission: 'audit.read',
    title: 'see who did what with this bot',
    examples: ['show the audit trail', 'who used the bot today'],
    answer: async (step, ask) => {
      const { zone, place } = ask.reading;
      const wanted = Math.min(step.limit ?? cardRows, cardRows);
      const lines = await trail.read({
        ...(step.from ? { from: startOfDay(step.from, zone) * 1000 } : {}),
        ...(step.to ? { to: (endOfDay(step.to, zone) + 1) * 1000 } : {}),
        limit: wanted + 1,
        accounts: [place.id],
      });
      const rows = lines.slice(0, wanted).map(({ at, actor, role, ability, event, outcome, reason }) => ({
        at: new Date(at),
        who: actor,
        role,
        what: `${event} ${ability}`,
        outcome: reason ? `${outcome}: ${reason}` : outcome,
      }));
      return {
        views: [maskAudit({ question: step, rows, more: lines.length > wanted ? 'yes' : 'no' }, ask.reading)],
        count: rows.length,
      };
    },
  });
}
