import type { Settings } from '../settings.js';

/** Shorter ones can be found by trying. */
const shortestSecret = 16;

/** What the process says once it listens: where, and what is left out or lets nobody in. Never a secret. */
export function startLines(settings: Settings, port: number): string[] {
  return [
    ...whereLines(settings, port),
    ...leftOutLines(settings),
    ...settings.people.flatMap((person, at) => {
      const why = whyIdle(person, settings);
      return why ? [`people.${at} in the settings lets nobody in: ${why}`] : [];
    }),
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

/** Why an entry of `people` never fits anybody; `null` when it can. */
function whyIdle(person: Settings['people'][number], { tenants, portals }: Settings): string | null {
  if ('group' in person) return 'groups are not looked up yet. Name the person as user.';
  if ('trigger' in person) return 'triggers are not used yet.';
  if ('tenant' in person)
    return tenants.includes(person.tenant) ? null : 'its tenant does not stand under tenants. Add it there.';
  return portals.some(({ id }) => id === person.portal)
    ? null
    : `no portal is called ${person.portal}. Name one that stands under portals.`;
}
