import type { Permission } from './access/permission.js';
import type { Refusal } from './access/permit.js';
import type { StripeCode } from './errors.js';

/** What a permission lets one do, as it stands in a sentence. */
export const doing: Readonly<Record<Permission, string>> = {
  'charges.read': 'see charges',
  'customers.read': 'see customers',
  'coupons.read': 'see coupons',
  'balance.read': 'see the balance',
  'coupons.create': 'create coupons',
  'coupons.approve': 'approve coupons',
  'audit.read': 'see who did what with this bot',
  'audit.resolve': 'find out who is behind a pseudonym',
  'settings.bind': 'choose what a conversation is for',
};

/** "analyst" → "Analyst", "first-line_support" → "First line support". */
export function roleName(role: string): string {
  const words = role.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "A", "A and B", "A, B and C". */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Told to whom the settings may know by a group, while the directory does not answer. */
export const groupsUnknown =
  'I could not look up your groups, so I cannot tell what you may do. Try again in a minute.';

/** Why a request is refused, and who could: roles, never people. */
export function refusalSentence(
  refusal: Refusal,
  roles: readonly string[],
  may: readonly Permission[],
): string {
  if (refusal.reason === 'unknown')
    return 'I do not know you here yet, so I cannot show you anything. Whoever runs this bot can add you to its settings.';
  if (refusal.reason === 'unsure') return groupsUnknown;
  const others = refusal.rolesThatMay.map(roleName);
  if (refusal.reason === 'account')
    return `You may not ${doing[refusal.permission]} in this account. ${elsewhere(others)}You can choose another one.`;
  const yours = roles.length === 1 ? 'Your role' : 'Your roles';
  const names = listed(roles.map(roleName));
  const can = others.length === 0 ? 'No role here may.' : `${listed(others)} may.`;
  const own = may.length === 0 ? '' : ` You can: ${listed(may.map((each) => doing[each]))}.`;
  return `${yours}, ${names}, may not ${doing[refusal.permission]}. ${can}${own}`;
}

/** Who is refused for the account has such a role in another one. */
function elsewhere(others: readonly string[]): string {
  if (others.length === 0) return '';
  const which = others.length === 1 ? 'that role' : 'one of those roles';
  return `${listed(others)} may, and you have ${which} in another account. `;
}

const sensitiveThings: Readonly<Record<string, string>> = {
  card: 'a card number',
  cvc: 'a card’s security code',
  iban: 'a bank account number',
  phone: 'a phone number',
  key: 'a secret key',
  password: 'a password',
};

/** Told when something was typed that nobody should pass on. */
export function sensitiveSentence(kinds: readonly string[]): string {
  const what = listed(kinds.map((kind) => sensitiveThings[kind] ?? 'something secret'));
  return `That looks like ${what}. I did not pass it on; please delete your message.`;
}

/** The same of an input of a form, which is emptied. */
export function sensitiveInput(kinds: readonly string[]): string {
  const what = listed(kinds.map((kind) => sensitiveThings[kind] ?? 'something secret'));
  return `That looks like ${what}, so I did not keep it. Write something else.`;
}

const stripeSentences: Readonly<Record<StripeCode, string>> = {
  key_refused:
    'Stripe does not take this account’s key any more. Whoever runs this bot has to put in a new one.',
  no_permission:
    'This account’s key may not do that at Stripe. Whoever runs this bot can give the key that permission.',
  not_found: 'Stripe does not know this id in this account. Check it and ask again.',
  rate_limited: 'Stripe asks us to slow down. Try again in a minute.',
  unavailable: 'Stripe is not answering at the moment. Try again in a minute.',
  timeout: 'Stripe took too long to answer. Try again in a minute, or ask for fewer rows.',
  conflict: 'Stripe is still busy with the same request. Try again in a minute.',
  taken: 'Stripe has something else under this id already. Ask for a new coupon.',
  not_accepted: 'Stripe did not accept this. Adjust it and try again.',
  wrong_mode:
    'Stripe answered from the wrong mode, test instead of live or the other way round, so I show nothing. Whoever runs this bot has to check the key.',
  unreadable:
    'Stripe’s answer could not be read, so I show nothing. Try again; if it stays so, tell whoever runs this bot.',
  no_coupon_key: 'This account has no key that may create coupons. Whoever runs this bot can add one.',
  gateway_refused:
    'This account is reached through n8n, and n8n refused this: its workflow does not allow the request. Whoever runs n8n can change that.',
  gateway_role:
    'This account is reached through n8n, and n8n refused this: its own list of roles does not let yours do it. Whoever runs n8n can change that.',
  gateway_setup:
    'This account is reached through n8n, which does not let me in or is not set up for it. Whoever runs this bot has to check that.',
  gateway_down:
    'This account is reached through n8n, which brings no answer at the moment. Try again in a minute.',
  gateway_unreadable:
    'What n8n answered could not be read, so I show nothing. Try again; if it stays so, tell whoever runs this bot.',
};

/** What Stripe's no means, what became of it, and what to do. `reference` lets an admin find it. */
export function stripeSentence(
  code: StripeCode,
  reference: string,
  changed = 'Nothing was changed.',
): string {
  return `${stripeSentences[code]} ${changed} (reference ${reference})`;
}
