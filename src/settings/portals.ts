import type { SettingsFile } from '../settingsFile.js';
import type { Resolve } from './references.js';

/** A page or site that may bring people to the bot. */
export interface PortalSettings {
  id: string;
  /** `null`: no secret is asked, but only `people` get a token (the demo). */
  secret: string | null;
  origins: string[];
  people: string[] | null;
}

/** The portals of the settings file with their secrets in place. A secret tells which portal asks, so each has its own. */
export function portalsOf(
  given: SettingsFile['portals'],
  { resolve, faults }: { resolve: Resolve; faults: string[] },
): PortalSettings[] {
  const owners = new Map<string, string>();
  return given.map(({ id, secret: reference, origins }) => {
    const at = `portals.${id}.secret`;
    const secret = resolve(reference, at);
    const owner = owners.get(secret);
    if (secret !== '' && owner !== undefined)
      faults.push(`${at}: portal ${owner} has the same secret. Give each portal one of its own.`);
    owners.set(secret, id);
    return { id, secret, origins, people: null };
  });
}
