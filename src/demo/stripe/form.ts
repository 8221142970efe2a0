/** A form as Stripe reads it: `a[b]=1&c[0]=2` is `{ a: { b: '1' }, c: ['2'] }`. Every leaf is text. */
export type FormValue = string | FormValue[] | FormFields;
export interface FormFields {
  [name: string]: FormValue;
}

type Branch = Map<string, string | Branch>;

/** Reads a query or an `application/x-www-form-urlencoded` body. Never fails: odd names stay odd names. */
export function parseForm(text: string): FormFields {
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text)) plant(root, segments(name), value);
  return Object.fromEntries([...root].map(([name, value]) => [name, harvest(value)]));
}

/** The same form as one text, whatever the order it came in: what "the same parameters" means. */
export function formFingerprint(text: string): string {
  return JSON.stringify([...new URLSearchParams(text)].map((pair) => pair.join('=')).sort());
}

function segments(name: string): string[] {
  const [, head, rest] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? [];
  if (!head || !rest) return [name];
  return [head, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? '')];
}

function plant(branch: Branch, [first = '', ...rest]: string[], value: string): void {
  const name = first === '' ? String(branch.size) : first;
  if (rest.length === 0) {
    branch.set(name, value);
    return;
  }
  const there = branch.get(name);
  const next: Branch = there instanceof Map ? there : new Map();
  branch.set(name, next);
  plant(next, rest, value);
}

function harvest(value: string | Branch): FormValue {
  if (typeof value === 'string') return value;
  const leaves = [...value].map(([name, inner]) => ({ name, value: harvest(inner) }));
  if (leaves.every(({ name }, at) => name === String(at))) return leaves.map((leaf) => leaf.value);
  return Object.fromEntries(leaves.map((leaf) => [leaf.name, leaf.value]));
}
