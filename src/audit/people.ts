import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { StoreFault } from '../errors.js';
import type { Seal } from '../sealed.js';
import type { Database } from '../store/database.js';

/** Who is who in the trail: a random pseudonym for each person, and their key sealed beside it. */
export interface People {
  /** The pseudonym of a person's key, made at first sight; two processes that make one agree on it. */
  pseudonymOf: (key: string) => Promise<string>;
  /** The key behind a pseudonym; `null` when nobody is kept under it. */
  keyOf: (pseudonym: string) => Promise<string | null>;
  /** Whether somebody is kept under a pseudonym. */
  has: (pseudonym: string) => Promise<boolean>;
  /** Erases who a pseudonym is: from then on nobody can tell. `false` when nobody was kept under it. */
  forget: (pseudonym: string) => Promise<boolean>;
}

/** What the trail says of those who are no person of ours: strangers, who runs a command on this machine, the bot. */
export const nobody: ReadonlyMap<string, string> = new Map([
  ['unknown', 'p-unknown'],
  ['operator', 'operator'],
  ['tillkeeper', 'tillkeeper'],
]);

export interface PeopleNeeds {
  database: Database;
  /** The first marks, all find. */
  secrets: readonly [string, ...string[]];
  seal: Seal;
  random: () => string;
}

const kept = z.object({ pseudonym: z.string(), mark: z.string() });
const sealedKey = z.object({ key: z.string() });
const mostTries = 5;

/** People in the database. */
export function createPeople(needs: PeopleNeeds): People {
  const { run } = needs.database;
  return {
    pseudonymOf: async (key) => nobody.get(key) ?? (await personOf(needs, key)),
    keyOf: async (pseudonym) => {
      const [found] = await run('select sealed from person where pseudonym = $1', [pseudonym]);
      if (found === undefined) return null;
      const { sealed } = z.object({ sealed: z.string() }).parse(found);
      return (await needs.seal.open(sealed, audienceOf(pseudonym), sealedKey))?.key ?? null;
    },
    has: async (pseudonym) =>
      (await run('select pseudonym from person where pseudonym = $1', [pseudonym])).length > 0,
    forget: async (pseudonym) => {
      const gone = await run('delete from person where pseudonym = $1 returning pseudonym', [pseudonym]);
      return gone.length > 0;
    },
  };
}

async function personOf(needs: PeopleNeeds, key: string): Promise<string> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await findPerson(needs, key);
    if (found) return found;
    const pseudonym = `p-${createHash('sha256').update(needs.random()).digest('hex').slice(0, 12)}`;
    await needs.database.run(
      'insert into person (pseudonym, mark, sealed) values ($1, $2, $3) on conflict do nothing',
      [pseudonym, marksOf(needs, key)[0], await sealed(needs, pseudonym, key)],
    );
  }
  throw new StoreFault('no pseudonym could be kept');
}

async function findPerson(needs: PeopleNeeds, key: string): Promise<string | null> {
  const marks = marksOf(needs, key);
  const places = marks.map((_, at) => `$${at + 1}`).join(', ');
  const rows = await needs.database.run(
    `select pseudonym, mark from person where mark in (${places})`,
    marks,
  );
  const found = rows.map((row) => kept.parse(row));
  const newest = found.find(({ mark }) => mark === marks[0]) ?? found[0];
  if (newest && newest.mark !== marks[0]) await markAnew(needs, newest.pseudonym, key);
  return newest?.pseudonym ?? null;
}

/** A person last seen under a secret that is on its way out: found by the one in use from now on. */
async function markAnew(needs: PeopleNeeds, pseudonym: string, key: string): Promise<void> {
  await needs.database.run(
    `update person set mark = $1, sealed = $2 where pseudonym = $3
       and not exists (select 1 from person where mark = $1)`,
    [marksOf(needs, key)[0], await sealed(needs, pseudonym, key), pseudonym],
  );
}

async function sealed({ seal }: PeopleNeeds, pseudonym: string, key: string): Promise<string> {
  return await seal.close({ key }, audienceOf(pseudonym));
}

function marksOf({ secrets: [first, ...others] }: PeopleNeeds, key: string): [string, ...string[]] {
  const mark = (secret: string) => createHmac('sha256', secret).update(`mark:${key}`).digest('hex');
  return [mark(first), ...others.map(mark)];
}

function audienceOf(pseudonym: string): string {
  return `person:${pseudonym}`;
}
