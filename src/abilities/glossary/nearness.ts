/**
 * How many letters were added, left out, changed or swapped with their neighbour between two words.
 * Stops counting above `most` and says `most + 1` then.
 */
export const lettersApart = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      here.push(cheapest({ a, b, row, column, here, above, twoAbove }));
    }
    if (Math.min(...here) > most) return most + 1;
    twoAbove = above;
    above = here;
  }
  return Math.min(above[b.length] ?? 0, most + 1);
};

interface Cell {
  a: string;
  b: string;
  row: number;
  column: number;
  here: number[];
  above: number[];
  twoAbove: number[];
}

const cheapest = ({ a, b, row, column, here, above, twoAbove }: Cell): number => {
  const same = a[row - 1] === b[column - 1];
  const ways = [at(above, column) + 1, at(here, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1)];
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  if (swapped) ways.push(at(twoAbove, column - 2) + 1);
  return Math.min(...ways);
};

const at = (row: number[], column: number): number => row[column] ?? Number.POSITIVE_INFINITY;
