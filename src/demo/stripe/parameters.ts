import type { z } from 'zod';
import type { FormFields, FormValue } from './form.js';
import { leafAt } from './leaf.js';
import { badParameter, type Refusal } from './refusal.js';

/**
 * The form as the address wants it, or a `Refusal`: unknown names first, then empty values, then whatever else is
 * wrong with the first field that is.
 */
export function readParameters<Schema extends z.ZodType>(schema: Schema, form: FormFields): z.infer<Schema> {
  const result = schema.safeParse(form);
  const issues = result.error?.issues ?? [];
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown) throw refusalOf(unknown, form);
  const empty = emptyLeaf(form);
  if (empty)
    throw badParameter(empty, `You passed an empty string for '${empty}'.`, 'parameter_invalid_empty');
  if (result.success) return result.data;
  throw refusalOf(issues[0], form);
}

function refusalOf(issue: z.core.$ZodIssue | undefined, form: FormFields): Refusal {
  if (!issue) return badParameter('', 'The parameters could not be read.');
  if (issue.code === 'unrecognized_keys') {
    const name = written([...issue.path, issue.keys[0] ?? '']);
    return badParameter(name, `Received unknown parameter: ${name}`, 'parameter_unknown');
  }
  const name = written(issue.path);
  if (leafAt(form, issue.path.map(String)) === undefined)
    return badParameter(name, `Missing required param: ${name}.`, 'parameter_missing');
  return badParameter(name, issue.message, codeOf(issue));
}

function codeOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'custom') return undefined;
  const code = issue.params?.code;
  return typeof code === 'string' ? code : undefined;
}

/** `['a', 'b', 0]` as Stripe names it: `a[b][0]`. */
function written(path: readonly PropertyKey[]): string {
  return path.map((part, at) => (at === 0 ? String(part) : `[${String(part)}]`)).join('');
}

/** Metadata alone may be emptied: that unsets it. */
function emptyLeaf(value: FormValue, path: string[] = []): string | undefined {
  if (path[0] === 'metadata') return undefined;
  if (value === '') return written(path);
  if (typeof value === 'string') return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = emptyLeaf(inner, [...path, name]);
    if (found) return found;
  }
  return undefined;
}
