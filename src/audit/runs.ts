/** Numbers that follow each other, from the first to the last. */
export interface Run {
  from: number;
  to: number;
}

/** Rising numbers as runs: 1, 2, 3, 7 → 1 to 3, 7 to 7. */
export function runsOf(numbers: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const each of numbers) {
    const last = runs.at(-1);
    if (last && last.to === each - 1) last.to = each;
    else runs.push({ from: each, to: each });
  }
  return runs;
}
