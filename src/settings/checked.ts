import type { z } from 'zod';
import { type Environment, environment, laterNames } from '../environment.js';
import { type SettingsFile, settingsFile } from '../settingsFile.js';
import { inWords } from './inWords.js';

/** Variables of the environment by name; none of them is empty. */
export type Present = Readonly<Record<string, string>>;

/** The variables that say something, trimmed: an empty one counts as absent. */
export function presentOf(variables: Readonly<Record<string, string | undefined>>): Present {
  const trimmed = Object.entries(variables).map(([name, value = '']) => [name, value.trim()]);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

/** Checks the environment. A faulty variable is told and then counts as absent, so that the rest is still checked. */
export function checkedEnvironment(present: Present, faults: string[]): Environment {
  for (const name of laterNames.filter((one) => one in present))
    faults.push(`${name} is set, but this version does not use it yet. Remove it.`);
  const { data, error } = environment.safeParse(present, { error: inWords });
  if (data) return data;
  faults.push(...error.issues.map((issue) => `${placeOf(issue)}: ${issue.message}. See .env.example.`));
  const faulty = error.issues.map(({ path }) => path[0]);
  return environment.parse(
    Object.fromEntries(Object.entries(present).filter(([name]) => !faulty.includes(name))),
  );
}

/** Checks the content of the settings file; `null` when it cannot be used. */
export function checkedFile(content: unknown, faults: string[]): SettingsFile | null {
  const { data, error } = settingsFile.safeParse(content, { error: inWords });
  if (data) return data;
  for (const issue of error.issues)
    faults.push(`settings file: ${placeOf(issue)}: ${issue.message}. See settings.example.json.`);
  return null;
}

function placeOf({ path }: z.core.$ZodIssue): string {
  return path.join('.') || 'the whole';
}
