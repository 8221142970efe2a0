import { type Check, failOf, ok, warn } from './check.js';
import type { Known } from './known.js';

/** Every fault of the settings, and what is not looked at because of them. */
export function settingsChecks({ settings, faults, said, left }: Known): Check[] {
  if (faults.length > 0)
    return [
      ...faults.map((fault) => failOf('settings', fault)),
      ...left.map((check) =>
        warn(check, 'It was not looked at, for its settings cannot be used.', 'Correct the settings first.'),
      ),
    ];
  if (settings.page !== null)
    return [ok('settings', 'This is the demo: no key is set, and nothing is real.')];
  const counted = `accounts: ${settings.accounts.length}, entries of people: ${settings.people.length}`;
  if (settings.people.length === 0)
    return [
      warn(
        'settings',
        'They can be used, but nobody stands in them, so everyone is refused.',
        'Add people; see settings.example.json.',
      ),
    ];
  return [
    ok('settings', `They can be used: ${counted}.`),
    ...said.map((sentence): Check => ({ ...failOf('settings', sentence), status: 'warn' })),
  ];
}
