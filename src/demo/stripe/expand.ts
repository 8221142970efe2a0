import type { Call } from './call.js';
import { badParameter } from './refusal.js';

/** What may be expanded, and the permission the expanded object takes. */
export type Expandable = Readonly<Record<string, string | undefined>>;

interface Wanted {
  expand?: string[] | undefined;
  expandable: Expandable;
  /** `data.` in lists and searches, where Stripe takes no other names. */
  prefix?: 'data.' | '';
}

/**
 * The names to expand, without their prefix. Refuses with 400 what the stand-in cannot expand (it knows fewer than
 * Stripe) and with 403 what the key may not read.
 */
export function readExpand(call: Call, { expand = [], expandable, prefix = '' }: Wanted): Set<string> {
  const names = expand.map((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : ''));
  for (const [at, name] of names.entries()) {
    if (!Object.hasOwn(expandable, name))
      throw badParameter(
        'expand',
        `This property cannot be expanded (${expand[at]}), or the stand-in does not.`,
      );
    const permission = expandable[name];
    if (permission) call.demand(permission);
  }
  return new Set(names);
}
