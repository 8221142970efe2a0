import { z } from 'zod';
import type { Call } from './call.js';
import { expand, integer, text } from './fields.js';
import { leafAt } from './leaf.js';
import type { StripeObject } from './objects.js';
import { badParameter } from './refusal.js';
import { type Clause, parseSearchQuery, type SearchQuery } from './searchQuery.js';
import { newestFirst } from './store.js';

/** The parameters of every search. */
export const searchFields = z.strictObject({
  query: text,
  limit: integer(1, 100).optional(),
  page: text.optional(),
  expand,
});

/** What of a field may be asked: `token` exactly, `string` exactly or in part (three letters or more), `numeric` by size. */
export type SearchField = 'token' | 'string' | 'numeric';
export type SearchFields = readonly (readonly [RegExp, SearchField])[];

interface Search<Kind> {
  asked: z.infer<typeof searchFields>;
  objects: readonly Kind[];
  present: (object: Kind) => object;
  query: SearchQuery;
}

/** Reads the query and refuses fields and operators that the resource does not have. */
export function readQuery(written: string, fields: SearchFields): SearchQuery {
  const query = parseSearchQuery(written);
  for (const one of query.clauses) checkClause(one, fields);
  return query;
}

/** One page of what matches, newest first; objects made since the start are hidden until the lag is over. */
export function searchPage<Kind extends StripeObject>(
  call: Call,
  { asked, objects, present, query }: Search<Kind>,
) {
  const found = newestFirst(objects).filter((one) => isIndexed(call, one) && matches(one, query));
  const start = startOf(asked.page);
  const page = found.slice(start, start + (asked.limit ?? 10));
  const end = start + page.length;
  const more = end < found.length;
  return {
    object: 'search_result',
    url: call.path,
    has_more: more,
    next_page: more ? Buffer.from(`from:${end}`).toString('base64url') : null,
    data: page.map(present),
  };
}

function startOf(page: string | undefined): number {
  if (page === undefined) return 0;
  const [, start] = /^from:(\d+)$/.exec(Buffer.from(page, 'base64url').toString()) ?? [];
  if (!start) throw badParameter('page', 'This page token is not one of ours.');
  return Number(start);
}

function isIndexed({ account, now, searchLagSeconds }: Call, object: StripeObject): boolean {
  return account.seeded.has(object.id) || object.created + searchLagSeconds <= now;
}

function checkClause({ field, operator, value }: Clause, fields: SearchFields): void {
  const kind = fields.find(([name]) => name.test(field))?.[1];
  if (!kind) throw badParameter('query', `Field \`${field}\` is not a search field of this resource.`);
  const part = operator === '~';
  if (part && kind !== 'string')
    throw badParameter('query', `Field \`${field}\` cannot be searched in part.`);
  if (part && value.length < 3) throw badParameter('query', 'A search in part takes at least 3 characters.');
  const size = operator !== ':' && operator !== '~';
  if (size && kind !== 'numeric') throw badParameter('query', `Field \`${field}\` has no order.`);
}

function matches(object: StripeObject, { clauses, join }: SearchQuery): boolean {
  const holds = (one: Clause) => clauseHolds(object, one) !== one.negated;
  return join === 'or' ? clauses.some(holds) : clauses.every(holds);
}

function clauseHolds(object: StripeObject, { field, operator, value }: Clause): boolean {
  const leaf = leafAt(object, field.split('.'));
  if (leaf === null || leaf === undefined) return operator === ':' && value === 'null';
  const here = String(leaf).toLowerCase();
  const there = value.toLowerCase();
  switch (operator) {
    case ':':
      return here === there;
    case '~':
      return here.includes(there);
    case '>':
      return Number(leaf) > Number(value);
    case '>=':
      return Number(leaf) >= Number(value);
    case '<':
      return Number(leaf) < Number(value);
    case '<=':
      return Number(leaf) <= Number(value);
  }
}
