import type { Detail } from '../../src/masking/reading.js';
import { type Kind, type TakenLeaf, takenLeaves } from './leaves.js';
import { type Handling, handlings } from './objects.js';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** The kinds in the order of the page. */
export const kinds: readonly Kind[] = ['charge', 'customer', 'coupon', 'promotion_code', 'balance'];
const details: readonly Detail[] = ['minimal', 'standard', 'detailed'];

/** A copy of an object with other values at some paths. */
function withValues(raw: object, values: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = structuredClone(raw);
  for (const [path, value] of Object.entries(values))
    put(copy, path.replaceAll('[]', '.0').split('.'), value);
  return copy;
}

function put(node: unknown, [first = '', ...rest]: string[], value: unknown): void {
  if (!isObject(node)) return;
  if (rest.length === 0) node[first] = value;
  else {
    if (!isObject(node[first])) node[first] = {};
    put(node[first], rest, value);
  }
}

function pathsOf(node: unknown, at = ''): string[] {
  if (Array.isArray(node)) return node.length > 0 ? pathsOf(node[0], `${at}[]`) : [];
  if (!isObject(node)) return [at];
  return Object.entries(node).flatMap(([name, inner]) => pathsOf(inner, at ? `${at}.${name}` : name));
}

/** The leaves of an object of which the bot takes anything: those whose change changes what is taken. */
export function leavesTaken({ raw, taken }: Handling): string[] {
  const other = (path: string) =>
    ['changed', 7, true, false, null].flatMap((value) => {
      try {
        return JSON.stringify(taken(withValues(raw, { [path]: value })));
      } catch {
        return [];
      }
    });
  const before = JSON.stringify(taken(raw));
  return pathsOf(raw).filter((path) => other(path).some((after) => after !== before));
}

const wordsOf = (node: unknown): string[] => {
  if (typeof node === 'string') return node.split(' · ').filter(Boolean);
  return isObject(node) ? Object.values(node).flatMap(wordsOf) : [];
};
const technical = new Set(['default', 'good', 'attention', 'warning', 'large', 'medium']);

/** What a card says with this leaf that it would not say without; "–" for nothing. */
function shownOf({ raw, shown }: Handling, leaf: TakenLeaf, detail: Detail): string {
  const { path, value, otherwise = null, beside = {} } = leaf;
  const without = shown(withValues(raw, { ...beside, [path]: otherwise }), detail).map(wordsOf);
  const said = shown(withValues(raw, { ...beside, [path]: value }), detail).map(wordsOf);
  const news = said.map((words, at) => words.filter((word) => !without[at]?.includes(word)));
  const told = news.map((words) => words.filter((word) => !technical.has(word)));
  return [...new Set(told.find((words) => words.length > 0) ?? ['–'])].join(' · ');
}

/** Whether an example is one: with it something else is taken than without. */
export function isTaken({ raw, taken }: Handling, { path, value, otherwise = null, beside = {} }: TakenLeaf) {
  const [without, given] = [otherwise, value].map((each) =>
    taken(withValues(raw, { ...beside, [path]: each })),
  );
  return JSON.stringify(without) !== JSON.stringify(given);
}

/** Markdown tables of every leaf of Stripe's that the bot takes, and what becomes of it at each level of detail. */
export function privacyTable(): string {
  return kinds.map(tableOf).join('\n\n');
}

function tableOf(kind: Kind): string {
  const handling = handlings[kind];
  const leaves: readonly TakenLeaf[] = takenLeaves[kind];
  const rows = leaves.map((leaf) => [
    `\`${leaf.path}\``,
    ...details.map((detail) => shownOf(handling, leaf, detail)),
    leaf.why,
  ]);
  const head = [`of a \`${kind}\``, ...details, 'why'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
