import { isObjectId } from '../access/objectId.js';
import { rolesThatMay } from '../access/roles.js';
import { reaches } from '../graph/reach.js';
import { listed } from '../sentences.js';
import type { Settings } from '../settings.js';

/** Shorter ones can be found by trying. */
const shortestSecret = 16;

/** What the process says once it listens: where, and what is left out or lets nobody in. Never a secret. */
export function startLines(settings: Settings, port: number): string[] {
  return [
    ...whereLines(settings, port),
    ...leftOutLines(settings),
    ...guessable(settings),
    ...settings.people.flatMap((person, at) => {
      const why = whyIdle(person, settings);
      return why ? [`people.${at} in the settings lets nobody in: ${why}`] : [];
    }),
    ...settings.triggers.flatMap((trigger) => powerless(trigger, settings)),
    ...nobodyApproves(settings),
    ...settings.notUsedYet.map(
      (key) => `${key} stands in the settings, but this version does not use it yet.`,
    ),
  ];
}

function whereLines({ host, page }: Settings, port: number): string[] {
  const near = /^(0\.0\.0\.0|::)$/.test(host) ? '127.0.0.1' : host;
  const address = `http://${near.includes(':') ? `[${near}]` : near}:${port}`;
  return page
    ? ['Tillkeeper, the demo: test data, nothing here is real.', `Open ${address}`]
    : [`Tillkeeper listens on ${address}`];
}

/** Whoever sees one request of a trigger can try secrets without asking here. */
function guessable({ portals, triggers }: Settings): string[] {
  const named = [
    ...portals.map(({ id, secret }) => ({ at: `portals.${id}.secret`, secret })),
    ...triggers.map(({ name, secret }) => ({ at: `triggers.${name}.secret`, secret })),
  ];
  return named
    .filter(({ secret }) => secret !== null && secret.length < shortestSecret)
    .map(({ at }) => `${at} can be guessed. Put ${shortestSecret} random characters or more there.`);
}

function leftOutLines({ bot, model, people, secrets }: Settings): string[] {
  const short = secrets?.some((secret) => secret.length < shortestSecret);
  return [
    ...(bot === null ? ['No app id is set: /api/messages answers callers on this machine only.'] : []),
    ...(model === null ? ['No OpenRouter key is set: the built-in recogniser reads every sentence.'] : []),
    ...(people.length === 0
      ? ['Nobody is in the settings: everyone is refused. See settings.example.json.']
      : []),
    ...(short
      ? [`TILLKEEPER_SECRET can be guessed. Put ${shortestSecret} random characters or more in .env.`]
      : []),
  ];
}

/** What needs a second person cannot be created while there is none. */
function nobodyApproves({ coupons, roles, people }: Settings): string[] {
  if (coupons.approval === undefined) return [];
  const may = rolesThatMay(roles, 'coupons.approve');
  const what = 'coupons.approval in the settings asks for a second person, but';
  if (may.length === 0)
    return [`${what} no role may approve coupons. Give a role coupons.approve, or remove coupons.approval.`];
  return people.some((person) => person.roles.some((role) => may.includes(role)))
    ? []
    : [
        `${what} nobody under people has a role that may approve coupons. Add someone with ${listed(may, 'or')}.`,
      ];
}

/** A trigger has the rights of its entry under people, and no others. */
function powerless({ name }: Settings['triggers'][number], { people }: Settings): string[] {
  return people.some((person) => 'trigger' in person && person.trigger === name)
    ? []
    : [
        `triggers.${name} in the settings may do nothing: nobody under people is this trigger. Add an entry with "trigger": "${name}", roles and accounts.`,
      ];
}

/** Why an entry of `people` never fits anybody; `null` when it can. */
function whyIdle(person: Settings['people'][number], settings: Settings): string | null {
  const { tenants, portals } = settings;
  if ('trigger' in person) return whyNoTrigger(person, settings);
  if ('tenant' in person && !tenants.includes(person.tenant))
    return 'its tenant does not stand under tenants. Add it there.';
  if ('group' in person) return whyNobodyIn(person, settings);
  if ('tenant' in person) return null;
  return portals.some(({ id }) => id === person.portal)
    ? null
    : `no portal is called ${person.portal}. Name one that stands under portals.`;
}

function whyNoTrigger({ trigger }: { trigger: string }, { triggers }: Settings): string | null {
  return triggers.some(({ name }) => name === trigger)
    ? null
    : `no trigger is called ${trigger}. Name one that stands under triggers.`;
}

/** Why a group of a tenant on the list is never looked up. */
function whyNobodyIn({ tenant, group }: { tenant: string; group: string }, { bot }: Settings): string | null {
  if (!isObjectId(group)) return 'its group is no object id. Copy the one that Entra shows for the group.';
  if (bot === null)
    return 'without an app id nobody’s groups can be looked up. Set MicrosoftAppId, or name the person as user.';
  return reaches(bot, tenant)
    ? null
    : 'the app is of another tenant, so it cannot look up this group. Name the person as user.';
}
