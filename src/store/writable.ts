import type { Row } from './driver.js';

/** A write that changes nothing, yet has to reach the disk. */
const nothing = 'update migration set number = number where number = 1';

/** Longest that an answer is waited for, in ms: who asks has little patience. */
const patience = 1000;

/** Makes the question whether a write is taken now. Those who ask at the same time share one try. */
export function createWritable(run: (sql: string) => Promise<Row[]>): () => Promise<boolean> {
  let asking: Promise<boolean> | null = null;
  const ask = async () => {
    try {
      await run(nothing);
      return true;
    } catch {
      return false;
    } finally {
      asking = null;
    }
  };
  return async () => {
    asking ??= ask();
    return await within(asking);
  };
}

async function within(asked: Promise<boolean>): Promise<boolean> {
  return await new Promise((resolve) => {
    const over = setTimeout(() => resolve(false), patience);
    void asked.then(resolve).finally(() => clearTimeout(over));
  });
}
