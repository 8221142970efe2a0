/** Longest that one check may take, in ms; all are made side by side. */
const longestCheck = 5000;
/** What is left of it where the process was slow to begin. */
const shortestCheck = 2000;
/** Longest that the whole command may take, in ms: who runs it is waiting. */
const longestInAll = 9000;

/** How long each check may take, in ms, when the process has run for `since` ms. */
export function timeFor(since: number): number {
  return Math.max(shortestCheck, Math.min(longestCheck, Math.floor(longestInAll - since)));
}
