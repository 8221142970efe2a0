type Version = readonly number[];

/**
 * Whether a version falls into a range written as in advisories: comparisons (`<`, `<=`, `>`, `>=`, a bare
 * version for exactly that one, `*` for all) joined by spaces, alternatives joined by `||`. A pre-release
 * counts as the version it leads to. Throws `RangeError` on anything else.
 */
export const inRange = (version: string, range: string): boolean =>
  range.split('||').some((part) =>
    part
      .trim()
      .split(/\s+/)
      .every((comparison) => holds(parse(version), comparison)),
  );

const holds = (version: Version, comparison: string): boolean => {
  if (comparison === '*') return true;
  const found = /^(<=|>=|<|>|)(\d.*)$/.exec(comparison);
  const order = compare(version, parse(found?.[2] ?? comparison));
  switch (found?.[1]) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return order === 0;
  }
};

const parse = (text: string): Version => {
  const found = /^(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(text);
  if (!found) throw new RangeError(`"${text}" is not a version. Write three numbers, such as 1.2.3.`);
  return found.slice(1, 4).map(Number);
};

const compare = (one: Version, other: Version): number => {
  const place = one.findIndex((number, at) => number !== other[at]);
  return place === -1 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
};
