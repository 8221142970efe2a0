import { badParameter } from './refusal.js';

export type Operator = ':' | '~' | '>' | '>=' | '<' | '<=';

/** One `field operator value`; metadata is the field `metadata.<key>`. */
export interface Clause {
  field: string;
  operator: Operator;
  value: string;
  negated: boolean;
}

export interface SearchQuery {
  clauses: Clause[];
  join: 'and' | 'or';
}

const clause =
  /(?<minus>-?)(?<field>[a-z_0-9.]+)(?:\[(?<key>"[^"]*"|'[^']*')\])?(?<operator>:|~|>=|<=|>|<)(?<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?|null|true|false)/uy;
const joint = /\s+(?:(?<word>and|or)\s+)?/iuy;

/**
 * Reads Stripe's search language: clauses joined by AND (or a space) or by OR, never both, at most ten, no brackets.
 * Values stand in single or double quotes, numbers may stand bare.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const clauses: Clause[] = [];
  const joins = new Set<'and' | 'or'>();
  let at = 0;
  for (const whole = text.trim(); ; ) {
    const { found, end } = readClause(whole, at);
    clauses.push(found);
    if (end === whole.length) break;
    joint.lastIndex = end;
    const next = joint.exec(whole);
    if (!next) throw unreadable(end);
    joins.add(next.groups?.word?.toLowerCase() === 'or' ? 'or' : 'and');
    at = joint.lastIndex;
  }
  if (joins.size > 1) throw badParameter('query', 'AND and OR cannot stand in one search query.');
  if (clauses.length > 10) throw badParameter('query', 'A search query takes at most 10 clauses.');
  return { clauses, join: joins.has('or') ? 'or' : 'and' };
}

function readClause(whole: string, at: number): { found: Clause; end: number } {
  clause.lastIndex = at;
  const groups = clause.exec(whole)?.groups;
  const operator = operators.find((one) => one === groups?.operator);
  if (!groups || !operator) throw unreadable(at);
  const { minus, field = '', key, value = '' } = groups;
  const found = {
    field: key ? `${field}.${unquoted(key)}` : field,
    operator,
    value: unquoted(value),
    negated: minus === '-',
  };
  return { found, end: clause.lastIndex };
}

const operators: readonly Operator[] = [':', '~', '>', '>=', '<', '<='];

function unquoted(value: string): string {
  return /^["']/.test(value) ? value.slice(1, -1).replace(/\\(.)/gu, '$1') : value;
}

function unreadable(at: number) {
  return badParameter('query', `The search query could not be read from character ${at + 1} on.`);
}
