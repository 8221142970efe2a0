import { z } from 'zod';
import { type Plan, plan, step } from './plan.js';
import { fieldsOf, type StepField, type Taught } from './stepFields.js';

/** What a model wrote, read as a plan; or, in words for the model, why it is none. */
export type ModelAnswer = { kind: 'plan'; plan: Plan } | { kind: 'none'; why: string };

type Values = Readonly<Record<string, unknown>>;
type Kinds = ReadonlyMap<string, ReadonlyMap<string, StepField['kind']>>;

/** A plan is a few hundred characters; what is longer was not asked for. */
const mostCharacters = 20_000;

const pairs = z.array(z.object({ field: z.string(), value: z.unknown() })).max(40);
const decimal = /^-?\d+(?:\.\d+)?$/;

/** Makes the reader of a model's text: steps as the prompt's schema has them or as the plan's own, in fences, with prose
 * around, with `null` for what was not stated. Whatever the text is, it does not throw, and the plan has no field but
 * those of its schema. */
export function createAnswerReader(abilities: readonly Taught[]): (text: string) => ModelAnswer {
  const kinds = new Map(
    abilities.map((each) => [each.does, new Map(fieldsOf(each).map(({ name, kind }) => [name, kind]))]),
  );
  return (text) => {
    const answer = text.length > mostCharacters ? undefined : jsonIn(text);
    if (!isValues(answer) || !Array.isArray(answer.steps))
      return { kind: 'none', why: 'no JSON object with steps' };
    const read = plan.safeParse({ ...answer, steps: answer.steps.map((each) => stepIn(each, kinds)) });
    if (read.success) return { kind: 'plan', plan: read.data };
    const issues = read.error.issues.slice(0, 3);
    return {
      kind: 'none',
      why: issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    };
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

/** A step of the answer in the plan's form, still to be checked against the plan's schema. */
function stepIn(written: unknown, kinds: Kinds): unknown {
  if (!isValues(written)) return written;
  const { do: does, ...rest } = written;
  const values = valuesIn(rest, kinds, does);
  return { do: does, ...(does === 'clarify' ? clarifyIn(values, kinds) : values) };
}

/** `for` names the step that waits and its fields stand beside it, or it is that step. No step of ours: left out. */
function clarifyIn({ about, for: waiting, ...beside }: Values, kinds: Kinds): Values {
  const named = typeof waiting === 'string';
  const candidate = named ? { do: waiting, ...valuesIn(beside, kinds, waiting) } : waiting;
  const waits = step.safeParse(
    isValues(candidate) && candidate.do !== 'clarify' ? stepIn(candidate, kinds) : null,
  );
  return { about, ...(named ? {} : beside), ...(waits.success ? { for: waits.data } : {}) };
}

/** The stated values, each of the kind its field has. */
function valuesIn({ with: listed, ...beside }: Values, kinds: Kinds, does: unknown): Values {
  const fields = kinds.get(String(does));
  const stated = [...entriesOf(listed), ...Object.entries(beside)].filter(
    ([, value]) => value !== null && value !== '' && value !== 'null',
  );
  return Object.fromEntries(stated.map(([name, value]) => [name, ofKind(value, fields?.get(name))]));
}

function entriesOf(listed: unknown): [string, unknown][] {
  if (listed === undefined || listed === null) return [];
  const read = pairs.safeParse(listed);
  if (read.success) return read.data.map(({ field, value }) => [field, value]);
  return isValues(listed) && !Array.isArray(listed) ? Object.entries(listed) : [['with', listed]];
}

function ofKind(value: unknown, kind: StepField['kind'] | undefined): unknown {
  if (kind === 'number' && typeof value === 'string' && decimal.test(value)) return Number(value);
  if (kind === 'truth' && (value === 'true' || value === 'false')) return value === 'true';
  return kind === 'text' && typeof value === 'number' ? String(value) : value;
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}
