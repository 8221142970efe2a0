import type { SettingsFile } from '../settingsFile.js';
import type { TaskName } from '../triggers/tasks.js';
import type { Resolve } from './references.js';

/** A program that may ask by itself. */
export interface TriggerSettings {
  name: string;
  secret: string;
  tasks: readonly TaskName[];
}

/** The triggers of the settings file with their secrets in place. Each has one of its own: who holds one of them cannot
 * ask as another. */
export function triggersOf(
  given: SettingsFile['triggers'],
  { resolve, faults }: { resolve: Resolve; faults: string[] },
): TriggerSettings[] {
  const owners = new Map<string, string>();
  return given.map(({ name, secret: reference, tasks }) => {
    const at = `triggers.${name}.secret`;
    const secret = resolve(reference, at);
    const owner = owners.get(secret);
    if (secret !== '' && owner !== undefined)
      faults.push(`${at}: trigger ${owner} has the same secret. Give each trigger one of its own.`);
    owners.set(secret, name);
    return { name, secret, tasks };
  });
}
