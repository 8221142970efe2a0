import type { CreateCoupon } from '../../abilities/createCoupon.js';
import type { Item } from './item.js';
import { namedPeople } from './people.js';

const CODE_SHAPE = /^[A-Za-z0-9_-]{3,40}$/;
const MOST_IN_A_NAME = 40;
const GETS =
  /(?:for|to|give|offer|grant|send|gets?|let|treat) ~(?:name|quote)|~name (?:gets?|deserves?|shall|should|may|can|has|is to|wins|receives)|~name(?: 's)? (?:only|alone|exclusively)|(?:only|just|exclusively|except) ~name|customer ~(?:name|quote)|nobody but ~name/;

/** Puts code, name and the one customer into the terms. */
export function readLabels(items: readonly Item[], text: string, terms: CreateCoupon): void {
  const code = items.find((item) => item.word === '~code')?.raw;
  const called = items.find((item) => item.word === '~called')?.raw;
  if (code && CODE_SHAPE.test(code)) terms.code = code;
  if (called) terms.name = called.replace(/^["']|["']$/g, '').slice(0, MOST_IN_A_NAME);
  const people = namedPeople(items.filter((item) => item.word !== '~called'));
  const capitals = items.find((item) => item.word === '~name' && /^[A-Z0-9_-]{3,40}$/.test(item.raw));
  if (capitals && !terms.code && !/(?:for|only) ~name/.test(text)) terms.code = capitals.raw;
  const known = people.find((who) => who.includes('@') || /^cus_/.test(who));
  const only = known ?? (GETS.test(text) || isLower(people[0]) ? people[0] : undefined);
  if (only && only !== terms.code) terms.customer = only;
}

const isLower = (name: string | undefined): boolean => name !== undefined && /^\p{Ll}/u.test(name);
