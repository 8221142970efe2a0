/** What lets go of its rows that are past their time. `now` is epoch milliseconds. */
export interface Lapsing {
  prune: (now: number) => Promise<void>;
}

/** Shortest time between two rounds, in ms. */
const shortest = 60_000;

/** Makes the round that deletes whatever is past its time, wherever it lies: at most once a minute, however often it is
 * asked for. One store that cannot be reached keeps no other from it. */
export function createLapses(stores: readonly Lapsing[], clock: () => Date): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock().getTime();
    if (Math.abs(now - last) < shortest) return;
    last = now;
    const outcomes = await Promise.allSettled(stores.map(async (store) => await store.prune(now)));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  };
}
