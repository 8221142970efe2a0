import { RecognitionFault } from '../errors.js';
import { type Plan, plan } from './plan.js';

/** A sentence that may leave for the model, and the way to put back what was taken out. */
export interface Replaced {
  text: string;
  restore: (read: Plan) => Plan;
}

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const customerId = /\bcus_[A-Za-z0-9]+/g;
const otherId = /\b(?:ch|py|pi)_[A-Za-z0-9_]+/g;
const digits = /\b(?:\d[ -]?){12,19}\b/g;
const key = /\b(?:sk|rk|pk|whsec|sk-or-v1)[_-][A-Za-z0-9_-]{8,}/g;

/** Takes e-mail addresses and Stripe ids out of a sentence, and removes what looks like a card number or a key. */
export function placeholders(sentence: string): Replaced {
  const kept = new Map<string, string>();
  const keep = (name: string) => (found: string) => {
    const placeholder = `${name}${kept.size + 1}`;
    kept.set(placeholder, found);
    return placeholder;
  };
  const text = sentence
    .replace(key, '[removed]')
    .replace(email, keep('customer_'))
    .replace(customerId, keep('customer_'))
    .replace(otherId, (found) => keep(`${found.slice(0, 2)}_placeholder`)(found))
    .replace(digits, '[removed]');
  return { text, restore: (read) => restored(read, kept) };
}

/** Puts the identifiers back into the plan's own fields, and only whole ones. */
function restored(read: Plan, kept: ReadonlyMap<string, string>): Plan {
  const steps = read.steps.map((step) =>
    Object.fromEntries(
      Object.entries(step).map(([field, value]) => [
        field,
        typeof value === 'string' ? (kept.get(value) ?? value) : value,
      ]),
    ),
  );
  const whole = plan.safeParse({ steps });
  if (!whole.success) throw new RecognitionFault('unreadable');
  return whole.data;
}
