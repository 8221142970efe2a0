import { SettingsFault } from '../../src/errors.js';
import { readSettings } from '../../src/settings.js';

/** Every fault of an environment and a settings file; an empty list when they are taken. */
export function faultsOf(
  variables: Readonly<Record<string, string>>,
  file: unknown = null,
): readonly string[] {
  try {
    readSettings(variables, file);
    return [];
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults;
    throw error;
  }
}

/** A settings file with one account, changed at its top. */
export function fileWith(more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { accounts: [accountWith()], roles: { analyst: ['charges.read'] }, people: [], ...more };
}

/** An account of the settings file in test mode, its key in `KEY`. */
export function accountWith(more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { id: 'main', label: 'Main store', mode: 'test', key: 'env:KEY', ...more };
}
