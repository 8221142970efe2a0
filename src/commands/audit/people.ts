import { z } from 'zod';
import { CommandError } from '../commandError.js';
import type { Office } from './office.js';

const unknown = (person: string) =>
  `Nobody is kept under ${person}: it never was one, or the person was erased. Look it up with: npm run -s audit -- list`;

/** Prints who a pseudonym is. On record before it is told.
 * @throws CommandError when nobody is kept under it */
export async function resolve(
  { people, record }: Office,
  person: string | undefined,
  print: (line: string) => void,
): Promise<void> {
  if (person === undefined) throw new CommandError('Nobody was named. Give --person p-…');
  if (!(await people.has(person))) throw new CommandError(unknown(person));
  const key = await people.keyOf(person);
  if (key === null)
    throw new CommandError(
      `Who ${person} is cannot be read: it was written with another secret. Put the old one behind the new one in TILLKEEPER_SECRET.`,
    );
  await record({ event: 'audit.resolved', about: person });
  print(`${person} is ${inWords(key)}.`);
}

const written = z.tuple([z.string(), z.string(), z.string()]);

/** `["entra", tenant, user]` and `["portal", portal, user]` are how keys are written. */
function inWords(key: string): string {
  const { data } = written.safeParse(JSON.parse(key));
  if (data === undefined) return key;
  const [kind, of, user] = data;
  return kind === 'entra' ? `user ${user} of Entra tenant ${of}` : `user ${user} of ${kind} ${of}`;
}

/** Erases who a pseudonym is, or what one row says. On record before it is done.
 * @throws CommandError when there is nothing to erase */
export async function erase(
  { people, retention, record }: Office,
  { person, row }: { person?: string | undefined; row?: number | undefined },
  print: (line: string) => void,
): Promise<void> {
  if ((person === undefined) === (row === undefined))
    throw new CommandError('Name what is to be erased: either --person p-… or --row N.');
  if (person !== undefined) {
    if (!(await people.has(person))) throw new CommandError(unknown(person));
    await record({ event: 'audit.erased', about: person });
    await people.forget(person);
    return print(`Erased who ${person} is. The rows stay; nobody can tell any more whose they are.`);
  }
  if (row === undefined || !(await retention.has(row)))
    throw new CommandError(
      `There is no row ${row}, or nothing is left in it. Look it up with: npm run -s audit -- list`,
    );
  await record({ event: 'audit.erased', count: 1 });
  await retention.blank(row);
  print(`Erased what row ${row} said. That it was there stays, and the trail can still be verified.`);
}
