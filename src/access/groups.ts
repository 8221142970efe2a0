import type { SettingsFile } from '../settingsFile.js';
import { isObjectId } from './objectId.js';
import { createRecall } from './recall.js';

/** A person of a tenant, and the groups of it that somebody would like to know about; all ids in small letters. */
export interface GroupQuestion {
  tenant: string;
  user: string;
  groups: readonly string[];
}

/** Asks a directory in which of these groups a person is, directly or by way of other groups. @throws DirectoryFault */
export type AskGroups = (question: GroupQuestion) => Promise<readonly string[]>;

/** In which groups of the settings a person is; `unsure` where that could not be found out. */
export type Membership = { kind: 'known'; groups: ReadonlySet<string> } | { kind: 'unsure' };

/** Looks up a person; `signal` ends the wait, and then nothing is known. Never rejects. */
export type GroupsOf = (tenant: string, user: string, signal: AbortSignal) => Promise<Membership>;

/** How long an answer holds, in ms: who was taken out of a group loses what it gave after this time at the latest. */
const holds = 5 * 60_000;

/** How long nobody asks again after a failure, in ms. */
const rests = 30_000;

/** Beyond, who was not seen for the longest time is asked about anew. */
const mostPeople = 5000;

/** Of nobody that a group could be asked about. */
export const inNoGroup: Membership = { kind: 'known', groups: new Set() };

/** Where no directory can be asked: nobody is in any group. */
export const noGroups: GroupsOf = async () => inNoGroup;

type People = readonly SettingsFile['people'][number][];

interface Needs {
  people: People;
  /** Tenants whose directory may be asked. */
  tenants: readonly string[];
  ask: AskGroups;
  clock: () => Date;
  onFault: (fault: unknown) => void;
}

/** Looks people up in the groups of the settings, and remembers answers for five minutes. The directory is asked about
 * the tenants of the list only, only where a group of theirs stands in the settings, and once for all turns of a person
 * that wait. When it fails nothing old is kept: `unsure`. */
export function createGroupsOf({ people, tenants, ask, clock, onFault }: Needs): GroupsOf {
  const groups = groupsByTenant(people, tenants);
  const recall = createRecall<Membership>({
    most: mostPeople,
    now: () => clock().getTime(),
    holds: ({ kind }) => (kind === 'known' ? holds : rests),
  });
  const lookUp = async (question: GroupQuestion): Promise<Membership> => {
    try {
      return { kind: 'known', groups: new Set(await ask(question)) };
    } catch (fault) {
      onFault(fault);
      return { kind: 'unsure' };
    }
  };
  return async (tenant, user, signal) => {
    const question = { tenant: tenant.toLowerCase(), user: user.toLowerCase() };
    const named = groups.get(question.tenant);
    if (named === undefined || !isObjectId(user)) return inNoGroup;
    const key = JSON.stringify([question.tenant, question.user]);
    const answer = recall(key, async () => await lookUp({ ...question, groups: named }));
    return await unlessOver(answer, signal);
  };
}

/** A group whose id has not the form of one is left out: with it, a directory would refuse the whole question. */
function groupsByTenant(people: People, tenants: readonly string[]): Map<string, string[]> {
  const byTenant = new Map<string, Set<string>>();
  const listed = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  for (const person of people) {
    if (!('group' in person) || !isObjectId(person.group)) continue;
    const tenant = person.tenant.toLowerCase();
    const known = byTenant.get(tenant) ?? new Set();
    if (listed.has(tenant)) byTenant.set(tenant, known.add(person.group.toLowerCase()));
  }
  return new Map([...byTenant].map(([tenant, ids]) => [tenant, [...ids]]));
}

async function unlessOver(answer: Promise<Membership>, signal: AbortSignal): Promise<Membership> {
  let stop = () => {};
  const over = new Promise<Membership>((resolve) => {
    stop = () => resolve({ kind: 'unsure' });
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([answer, over]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
