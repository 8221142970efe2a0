import type { Plan, Step } from './plan.js';

/** What a row of the last answer was, by id. */
export interface Row {
  charge?: string | undefined;
  customer?: string | undefined;
}

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const named = new RegExp(
  `\\b(?:the |row |number |no\\.? ?|#)*(?:(${ordinals.join('|')})|(\\d{1,2})(?:st|nd|rd|th)|(?:row|line|number|entry|#) ?(\\d{1,2})|(last|bottom|top)) ?(?:one|row|line|entry|charge|payment|customer|person)?\\b`,
  'i',
);
const aboutPerson = /\b(?:who|customer|person|buyer|whose|he|she|they|him|her|them)\b/i;
const aboutPayments = /\b(?:charges?|payments?|transactions?|paid|pay|spent|bought)\b/i;

/** Puts the row that a sentence points at into a plan that could only ask back. `null`: it points at none.
 * The recognisers never know the rows; their ids are looked up here, in code. */
export function atRow(plan: Plan, text: string, rows: readonly Row[]): Plan | null {
  const [step, ...more] = plan.steps;
  const asksBack = step?.do === 'clarify' && (step.about === 'other' || step.about === 'which_customer');
  if (!asksBack || more.length > 0) return null;
  const row = rowIn(text, rows);
  const found = row && stepFor(row, text.replace(named, ' '));
  return found ? { steps: [found] } : null;
}

function rowIn(text: string, rows: readonly Row[]): Row | undefined {
  const [, ordinal, th, number, edge] = named.exec(text) ?? [];
  if (edge) return edge.toLowerCase() === 'top' ? rows[0] : rows.at(-1);
  if (ordinal) return rows[ordinals.indexOf(ordinal.toLowerCase())];
  const place = Number(th ?? number);
  return place >= 1 ? rows[place - 1] : undefined;
}

/** Of a charge's row: the charge, or its customer where the sentence is about the person. */
function stepFor({ charge, customer }: Row, text: string): Step | null {
  if (charge && !(customer && aboutPerson.test(text))) return { do: 'list_charges', charge };
  if (!customer) return null;
  return aboutPayments.test(text) ? { do: 'list_charges', customer } : { do: 'list_customers', customer };
}
