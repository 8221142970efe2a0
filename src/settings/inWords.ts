import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const kinds: Readonly<Record<string, string>> = {
  string: 'write a text in quotes',
  number: 'write a number',
  int: 'write a whole number',
  boolean: 'write true or false',
  array: 'write a list in [ ]',
  object: 'write an object in { }',
  record: 'write an object in { }',
};

/** What to put where a value is not of the schema's form, for fields that bring no sentence of their own. Never the value. */
export function inWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.input === undefined ? 'it is missing; ' : ''}${kinds[issue.expected] ?? 'compare it'}`;
    case 'invalid_value':
      return `write one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `${issue.keys.join(' and ')} ${issue.keys.length > 1 ? 'are' : 'is'} not known here; remove it or correct its name`;
    case 'too_small':
      return issue.origin === 'number' ? `write ${atLeast(issue)}` : 'it is empty; put something there';
    case 'too_big':
      return `write ${issue.maximum} at most${issue.origin === 'string' ? ' in letters' : ''}`;
    case 'invalid_key':
      return issue.issues.map(({ message }) => message).join('; ');
    default:
      return 'it is not of the expected form; compare it';
  }
}

function atLeast({ minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  return inclusive ? `${minimum} or more` : `more than ${minimum}`;
}
