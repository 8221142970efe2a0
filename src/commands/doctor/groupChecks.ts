import { isObjectId } from '../../access/objectId.js';
import { DirectoryFault } from '../../errors.js';
import { createAskGroups } from '../../graph/askGroups.js';
import { type CallGraph, createCallGraph } from '../../graph/client.js';
import { reaches } from '../../graph/reach.js';
import { createTokens, type TokenOf } from '../../graph/tokens.js';
import type { Settings } from '../../settings.js';
import { type Check, type Examination, fail, ok, warn } from './check.js';

interface Needs {
  settings: Pick<Settings, 'people' | 'tenants' | 'bot' | 'graphBase'>;
  within: number;
  now: () => number;
  random: () => string;
  /** Whose tokens Graph takes; by itself the app's own. */
  graphTokens?: TokenOf | undefined;
}

interface Group {
  tenant: string;
  group: string;
  /** Its first place in `people`. */
  at: number;
}

/** Nobody has this id: whether the app may ask is told by the refusal. */
const nobody = '00000000-0000-0000-0000-000000000000';
const check = 'groups';

/** Asks Graph, for each tenant with groups in the settings, what the bot will ask of it about people, and whether each
 * group is there. Nobody's groups are looked up. */
export function groupExamination(needs: Needs): Examination {
  return { check, examine: async () => await groupChecks(needs) };
}

async function groupChecks({ settings, within, ...needs }: Needs): Promise<Check[]> {
  const { bot, people, tenants, graphBase } = settings;
  const named = people.some((person) => 'group' in person);
  if (!named) return [ok(check, 'No group stands in the settings, so Microsoft Graph is not asked.')];
  if (bot === null)
    return [
      fail(
        check,
        'Groups stand in the settings, but without an app id nobody’s groups can be looked up.',
        'Set MicrosoftAppId, or name people as user.',
      ),
    ];
  const groups = groupsIn(people).filter(
    ({ tenant, group }) => isObjectId(group) && tenants.includes(tenant) && reaches(bot, tenant),
  );
  const clock = () => new Date(needs.now());
  const tokenOf = needs.graphTokens ?? createTokens({ bot, graphBase, clock, random: needs.random });
  const call = createCallGraph({ base: graphBase, tokenOf });
  const each = [...new Set(groups.map(({ tenant }) => tenant))].map(
    async (tenant) =>
      await tenantChecks(
        call,
        groups.filter((one) => one.tenant === tenant),
        within,
      ),
  );
  return (await Promise.all(each)).flat();
}

function groupsIn(people: Settings['people']): Group[] {
  const all = people.flatMap((person, at) =>
    'group' in person ? [{ tenant: person.tenant, group: person.group, at }] : [],
  );
  return all.filter(
    ({ tenant, group }, at) => all.findIndex((one) => one.tenant === tenant && one.group === group) === at,
  );
}

async function tenantChecks(call: CallGraph, groups: readonly Group[], within: number): Promise<Check[]> {
  const tenant = groups[0]?.tenant ?? '';
  const signal = AbortSignal.timeout(within);
  try {
    await createAskGroups(call)({ tenant, user: nobody, groups: groups.map(({ group }) => group) });
    const gone = await Promise.all(groups.map(async (one) => await goneCheck(call, one, signal)));
    const missing = gone.flat();
    if (missing.length > 0) return missing;
    return [
      ok(
        check,
        `Graph answers for tenant ${tenant}; its groups in the settings are there: ${groups.length}.`,
      ),
    ];
  } catch (error) {
    if (!(error instanceof DirectoryFault)) throw error;
    return [refusal(tenant, error)];
  }
}

async function goneCheck(
  call: CallGraph,
  { tenant, group, at }: Group,
  signal: AbortSignal,
): Promise<Check[]> {
  try {
    await call({ tenant, method: 'GET', path: `/groups/${group}?$select=id`, signal });
    return [];
  } catch (error) {
    if (!(error instanceof DirectoryFault) || error.code !== 'not_found') throw error;
    const what = `The group of people.${at} is not there, so it lets nobody in.`;
    return [warn(check, what, 'Copy the object id that Entra shows for the group.')];
  }
}

function refusal(tenant: string, { code }: DirectoryFault): Check {
  if (code === 'app_refused')
    return fail(
      check,
      `Microsoft issues no token for Graph in tenant ${tenant}.`,
      'Check the app’s password or certificate, and that the app is known in that tenant.',
    );
  if (code === 'no_permission')
    return fail(
      check,
      `The app may not ask Graph about groups in tenant ${tenant}.`,
      'Give it the application permissions GroupMember.Read.All and User.Read.All, with an admin’s consent.',
    );
  if (code === 'login_unreachable')
    return fail(
      check,
      'Microsoft’s login gave no token in time.',
      'Check the network and the app’s credentials.',
    );
  if (code === 'rate_limited')
    return fail(check, 'Graph says that too much is asked at once.', 'Wait a minute, then try again.');
  if (code === 'not_accepted' || code === 'unreadable' || code === 'not_found')
    return fail(
      check,
      'What answers is not Microsoft Graph, or cannot be read.',
      'Check GRAPH_API_BASE if it is set, and the network.',
    );
  return fail(
    check,
    `Microsoft Graph gave no answer for tenant ${tenant}.`,
    'Check the network, and GRAPH_API_BASE if it is set.',
  );
}
