import type { Present } from './checked.js';
import { mountedSecret } from './mountedSecret.js';

/** Finds what a reference of the settings file (`env:NAME` or `file:/path`) stands for. `where` names the place that
 * holds it. */
export type Resolve = (reference: string, where: string) => string;

/** Resolves references from the environment and from mounted files. One that leads nowhere is a fault that names it. */
export function resolveFrom(present: Present, faults: string[]): Resolve {
  const found = (reference: string): { value: string } | { fault: string } => {
    if (reference.startsWith('file:')) return mountedSecret(reference.slice('file:'.length));
    const name = reference.replace(/^env:/, '');
    const value = present[name];
    return value === undefined
      ? { fault: `${name} is empty. Put its value in .env; see .env.example.` }
      : { value };
  };
  return (reference, where) => {
    const secret = found(reference);
    if ('value' in secret) return secret.value;
    faults.push(`${where}: ${secret.fault}`);
    return '';
  };
}
