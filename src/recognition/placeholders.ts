import { RecognitionFault } from '../errors.js';
import { type Plan, plan } from './plan.js';
import { redact, replaced } from './redact.js';
import { findEmails } from './redaction/emails.js';
import { type FindIdentifiers, findIdentifiers } from './redaction/findIdentifiers.js';
import { fold } from './redaction/fold.js';
import { createNumbering, type Numbering } from './redaction/numbering.js';
import type { Kind } from './redaction/span.js';
import { findStripeIds } from './redaction/stripeIds.js';

/** A sentence that may leave for the model, and the way to put back what was taken out. */
export interface Replaced {
  text: string;
  /** What was removed for good, so that the person can be told to delete the message. */
  sensitive: readonly Kind[];
  /** The plan before as it may leave, the same identifier under the same placeholder; absent where there is none. */
  previous?: Plan;
  /** Puts the identifiers back into the plan that was read.
   * @throws RecognitionFault when what comes of it is no plan */
  restore: (read: Plan) => Plan;
}

/**
 * Takes out of a sentence, and of the plan before that goes with it, what must not leave: sensitive things for good,
 * identifiers behind placeholders ("customer_1", "ch_placeholder2"), which a plan may carry and `restore` puts back.
 * @param find the identifiers to replace; all by default
 */
export function placeholders(sentence: string, previous?: Plan, find = findIdentifiers): Replaced {
  const numbering = createNumbering();
  const { text, sensitive } = redact(sentence);
  const sent = replacing(text, numbering, find, previous ? customersOf(previous) : []);
  const before = previous && withFields(previous, (field, value) => hidden(field, value, numbering));
  return {
    text: sent,
    sensitive,
    ...(before ? { previous: before } : {}),
    restore: (read) => {
      const whole = withFields(read, (_field, value) => numbering.restore(value));
      if (!whole) throw new RecognitionFault('unreadable');
      return whole;
    },
  };
}

function replacing(
  text: string,
  numbering: Numbering,
  find: FindIdentifiers,
  known: readonly string[],
): string {
  const folded = fold(text);
  const found = find(folded.text, known);
  const byStart = new Map(found.map((one) => [one.start, one]));
  return replaced(folded, found, ({ start, end }) => {
    const one = byStart.get(start);
    return numbering.placeholderOf(
      one?.end === end ? one : { kind: 'customer', value: folded.text.slice(start, end) },
    );
  });
}

const customersOf = ({ steps }: Plan): string[] =>
  steps.flatMap((step) => {
    const waiting = step.do === 'clarify' ? step.for?.customer : undefined;
    return [...('customer' in step ? [step.customer] : []), waiting].filter(
      (name) => typeof name === 'string',
    );
  });

/** A customer and an id always; a coupon's name, its code or a term only when they hold what must not leave. */
function hidden(field: string, value: string, numbering: Numbering): string {
  if (field === 'customer') return numbering.placeholderOf({ kind: 'customer', value });
  if (field === 'charge') return numbering.placeholderOf({ kind: 'id', value });
  return field === 'do' || isHarmless(value) ? value : numbering.placeholderOf({ kind: 'customer', value });
}

function isHarmless(value: string): boolean {
  const { text } = fold(value);
  return redact(value).sensitive.length === 0 && findEmails(text).length + findStripeIds(text).length === 0;
}

/** A plan with each text in its steps changed, also in the step that waits for an answer; `undefined` when that is no plan. */
function withFields({ steps }: Plan, change: (field: string, value: string) => string): Plan | undefined {
  const changed = (fields: object): object =>
    Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [
        field,
        field === 'for' ? changed(flat(value)) : typeof value === 'string' ? change(field, value) : value,
      ]),
    );
  return plan.safeParse({ steps: steps.map(changed) }).data;
}

/** Only what stands directly in it: no step has more, and a model's depths are not worth a walk. */
const flat = (value: unknown): object =>
  Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).filter(
      ([, each]) => typeof each !== 'object',
    ),
  );
