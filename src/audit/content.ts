import { hash } from 'node:crypto';
import type { Value } from '../store/database.js';
import { type TrailRow, trailRow } from './trailRow.js';

/** What a row says, by column: these are digested in this order and can be erased. A new one is added at the end, where
 * a column that says nothing leaves the digest as it was. */
export const contentColumns = [
  'salt',
  'at',
  'event',
  'actor',
  'about',
  'tenant',
  'channel',
  'role',
  'account',
  'ability',
  'decision',
  'outcome',
  'reason',
  'count',
  'stripe_request',
  'coupon',
  'recognised_by',
  'model',
  'tokens',
  'latency',
  'since_at',
  'until_at',
  'correlation',
] as const;

/** What a row says; a column that says nothing is absent. */
export type Content = Readonly<Partial<Record<(typeof contentColumns)[number], Value>>>;

/** Who a row is about, as pseudonyms. */
export interface Actors {
  actor: string;
  about?: string | undefined;
}

/** The content of a line, every field in its closed form.
 * @throws ZodError for a field that has none */
export function contentOf(row: TrailRow, { actor, about }: Actors): Content {
  const { person: _, about: __, stripeRequest, recognisedBy, ...same } = trailRow.parse(row);
  return {
    ...same,
    actor,
    about: about ?? null,
    decision: decisionOf(same),
    stripe_request: stripeRequest ?? null,
    recognised_by: recognisedBy ?? null,
  };
}

/** What was decided about a request; nothing where there was nothing to decide. */
function decisionOf({ event, outcome }: { event: string; outcome: string }): Value {
  if (event === 'refused' || outcome === 'refused') return 'refused';
  return /^(asked|sensitive_input|lapsed)$|[.]/.test(event) ? null : 'allowed';
}

const between = '\u001f';
const nothing = '\u001e';

/** SQL for what a row says, as one text: much quicker to read than column by column. */
export const saidSql = contentColumns
  .map((name) => `coalesce(cast(${name} as text), '${nothing}')`)
  .join(` || '${between}' || `);

/** What a row says, as one text in the same form. */
export function saidBy(content: Content): string {
  return contentColumns.map((name) => String(content[name] ?? nothing)).join(between);
}

/** SHA-256 over what a row says. */
export function digestOf(said: string): string {
  return hash('sha256', toldOf(said));
}

/** Whether nothing of the content is left. */
export function isBlank(said: string): boolean {
  return toldOf(said) === nothing;
}

const nothingMore = `${between}${nothing}`;

/** Up to the last column that says something. */
function toldOf(said: string): string {
  let end = said.length;
  while (said.endsWith(nothingMore, end)) end -= nothingMore.length;
  return said.slice(0, end);
}
