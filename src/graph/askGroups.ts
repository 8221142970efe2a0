import { z } from 'zod';
import type { AskGroups, GroupQuestion } from '../access/groups.js';
import { DirectoryFault } from '../errors.js';
import type { CallGraph } from './client.js';

/** Graph takes so many groups at once.
 * @see https://learn.microsoft.com/graph/api/user-checkmembergroups */
const mostGroups = 20;

/** Longest for all that Graph is asked about a person, in ms. */
const longest = 3000;

const answer = z.object({ value: z.array(z.string().toLowerCase()) });

/** Asks Graph with `checkMemberGroups`, which looks into nested groups too. The app needs the application permissions
 * GroupMember.Read.All and User.Read.All. `within`: ms. */
export function createAskGroups(call: CallGraph, within = longest): AskGroups {
  return async (question) => {
    const signal = AbortSignal.timeout(within);
    const found = await Promise.all(batches(question).map(async (one) => await check(call, one, signal)));
    return found.flat();
  };
}

function batches({ groups, ...of }: GroupQuestion): GroupQuestion[] {
  const count = Math.ceil(groups.length / mostGroups);
  return Array.from({ length: count }, (_, at) => ({
    ...of,
    groups: groups.slice(at * mostGroups, (at + 1) * mostGroups),
  }));
}

/** Where Graph finds the person or one of the groups nowhere, each group is asked about alone: a group that is gone must
 * not take away what others give. Alone, not found means not in it. */
async function check(call: CallGraph, question: GroupQuestion, signal: AbortSignal): Promise<string[]> {
  const { groups } = question;
  try {
    return await checkOnce(call, question, signal);
  } catch (fault) {
    if (!(fault instanceof DirectoryFault) || fault.code !== 'not_found') throw fault;
    if (groups.length === 1) return [];
    const alone = groups.map(async (group) => await check(call, { ...question, groups: [group] }, signal));
    return (await Promise.all(alone)).flat();
  }
}

async function checkOnce(call: CallGraph, question: GroupQuestion, signal: AbortSignal): Promise<string[]> {
  const { tenant, user, groups } = question;
  const path = `/users/${user}/checkMemberGroups`;
  const found = await call({ tenant, method: 'POST', path, body: { groupIds: groups }, signal });
  const { success, data } = answer.safeParse(found);
  if (!success) throw new DirectoryFault('unreadable');
  return data.value.filter((group) => groups.includes(group));
}
