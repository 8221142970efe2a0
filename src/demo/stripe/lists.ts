import type { Call } from './call.js';
import { type CreatedRange, created, expand, integer, text } from './fields.js';
import type { StripeObject } from './objects.js';
import { noSuch, Refusal } from './refusal.js';
import { byId, newestFirst } from './store.js';

/** The parameters of every list. */
export const listFields = {
  limit: integer(1, 100).optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
  created: created.optional(),
  expand,
};

interface Asked {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
  created?: CreatedRange | undefined;
}

interface List<Kind> {
  asked: Asked;
  /** All of the account's objects, in the order of making. */
  objects: readonly Kind[];
  where: (object: Kind) => boolean;
  present: (object: Kind) => object;
}

/**
 * One page, newest first, ten unless asked otherwise. A cursor need not match the filters itself; `ending_before`
 * gives the page just before its cursor.
 */
export function listPage<Kind extends StripeObject>(
  call: Call,
  { asked, objects, where, present }: List<Kind>,
) {
  const ordered = newestFirst(objects);
  const matches = (some: Kind[]) => some.filter((one) => inRange(one.created, asked.created) && where(one));
  const limit = asked.limit ?? 10;
  const before = asked.ending_before;
  const found = before
    ? matches(ordered.slice(0, position(ordered, before, 'ending_before')))
    : matches(ordered.slice(after(ordered, asked.starting_after)));
  const page = before ? found.slice(-limit) : found.slice(0, limit);
  return { object: 'list', data: page.map(present), has_more: found.length > page.length, url: call.path };
}

/** Refuses the two cursors together. */
export function checkCursors(asked: Asked): void {
  if (asked.starting_after === undefined || asked.ending_before === undefined) return;
  throw new Refusal({
    status: 400,
    param: 'starting_after',
    message: 'You can only provide one of starting_after and ending_before.',
  });
}

function after(ordered: readonly StripeObject[], cursor: string | undefined): number {
  return cursor === undefined ? 0 : position(ordered, cursor, 'starting_after') + 1;
}

function position(ordered: readonly StripeObject[], cursor: string, param: string): number {
  const object = byId(ordered, cursor);
  if (!object) throw noSuch('object', cursor, param);
  return ordered.indexOf(object);
}

function inRange(moment: number, range: CreatedRange = {}): boolean {
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range;
  return moment > gt && moment >= gte && moment < lt && moment <= lte;
}
