import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Something about the trail that was signed when it was so, and that only who has the secret can sign. */
const checkpoint = z.object({
  /** `head`: row `seq` had this hash. `begin`: the trail begins with row `seq`, whose `prev` is this hash.
   * `blank`: the contents of the rows from `seq` to `until` were erased on purpose. */
  kind: z.enum(['head', 'begin', 'blank']),
  seq: z.number(),
  until: z.number(),
  hash: z.string(),
  /** Rows: ever written, removed, or erased. */
  count: z.number(),
  /** Epoch milliseconds. */
  at: z.number(),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/** A checkpoint with its signature. */
export const signedCheckpoint = checkpoint.extend({ mac: z.string() });
export type SignedCheckpoint = z.infer<typeof signedCheckpoint>;

/** Signs with a secret. */
export function signed(told: Checkpoint, secret: string): SignedCheckpoint {
  return { ...told, mac: macOf(told, secret).toString('hex') };
}

/** Whether one of these secrets signed it. */
export function isOurs({ mac, ...told }: SignedCheckpoint, secrets: readonly string[]): boolean {
  const given = Buffer.from(mac, 'hex');
  return secrets.some((secret) => {
    const own = macOf(told, secret);
    return given.length === own.length && timingSafeEqual(given, own);
  });
}

function macOf({ kind, seq, until, hash, count, at }: Checkpoint, secret: string): Buffer {
  const told = JSON.stringify(['checkpoint', kind, seq, until, hash, count, at]);
  return createHmac('sha256', secret).update(told).digest();
}
