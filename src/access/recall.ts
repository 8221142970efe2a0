interface Kept<T> {
  answer: Promise<T>;
  /** In ms since 1970; endless while the answer is on its way. */
  until: number;
}

interface Needs<T> {
  /** How many answers are kept; beyond, the one that was not wanted for the longest time goes. */
  most: number;
  /** In ms since 1970. */
  now: () => number;
  /** For how long an answer is good, in ms, counted from the moment it was asked for. */
  holds: (answer: T) => number;
}

/** Asks, or gives what was answered before: for a time, for so many keys, and once for all who ask at the same time.
 * `ask` must not reject. */
export type Recall<T> = (key: string, ask: () => Promise<T>) => Promise<T>;

/** Remembers nothing yet. */
export function createRecall<T>({ most, now, holds }: Needs<T>): Recall<T> {
  const kept = new Map<string, Kept<T>>();
  const asked = (ask: () => Promise<T>): Kept<T> => {
    const since = now();
    const one = { answer: ask(), until: Number.POSITIVE_INFINITY };
    void one.answer.then((answer) => {
      one.until = since + holds(answer);
    });
    return one;
  };
  return async (key, ask) => {
    const known = kept.get(key);
    const one = known !== undefined && now() < known.until ? known : asked(ask);
    kept.delete(key);
    kept.set(key, one);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return await one.answer;
  };
}
