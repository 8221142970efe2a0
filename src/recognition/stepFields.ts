import { z } from 'zod';
import type { Ability } from '../abilities/ability.js';

/** What a recogniser needs to know of an ability: its step's name and form, and phrases that ask for it. */
export type Taught = Pick<Ability, 'does' | 'step' | 'examples'>;

/** One field of a step. `values` are all that it may be, where that is a closed list. */
export interface StepField {
  name: string;
  kind: 'text' | 'number' | 'truth';
  values: readonly string[];
}

const form = z.object({ properties: z.record(z.string(), z.unknown()) });
const property = z.object({ type: z.string().optional(), enum: z.array(z.string()).optional() });

const kinds: Readonly<Record<string, StepField['kind']>> = {
  integer: 'number',
  number: 'number',
  boolean: 'truth',
};

/** The fields of an ability's step, in the order of its schema; `do` and the step that waits (`for`) are none. */
export function fieldsOf({ step }: Taught): StepField[] {
  const { properties } = form.parse(z.toJSONSchema(step, { io: 'input' }));
  return Object.entries(properties)
    .filter(([name]) => name !== 'do' && name !== 'for')
    .map(([name, schema]) => {
      const { type = '', enum: values = [] } = property.parse(schema);
      return { name, kind: kinds[type] ?? 'text', values };
    });
}
