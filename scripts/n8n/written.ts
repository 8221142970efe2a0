const longestLine = 110;

/** JSON as this repository writes it: a list of plain values on one line where it fits. */
export function written(value: unknown): string {
  return `${lines(value, '', 0)}\n`;
}

/** @param taken signs that stand before the value on its line, and a comma behind it */
function lines(value: unknown, indent: string, taken: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((each) => lines(each, inner, 1))
    : Object.entries(value).map(([name, each]) => {
        const label = `${JSON.stringify(name)}: `;
        return label + lines(each, inner, label.length + 1);
      });
  if (parts.length === 0) return `${open}${close}`;
  const short = `[${parts.join(', ')}]`;
  const plain = Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null);
  if (plain && indent.length + taken + short.length <= longestLine) return short;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}
