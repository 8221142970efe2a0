import type { Present } from './checked.js';

/** Finds what a reference of the settings file (`env:NAME`) stands for. `where` names the place that holds it. */
export type Resolve = (reference: string, where: string) => string;

/** Resolves references from the environment. One that leads nowhere is a fault that names the variable. */
export function resolveFrom(present: Present, faults: string[]): Resolve {
  return (reference, where) => {
    const name = reference.replace(/^env:/, '');
    const value = present[name];
    if (value === undefined)
      faults.push(`${where}: ${name} is empty. Put its value in .env; see .env.example.`);
    return value ?? '';
  };
}
