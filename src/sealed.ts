import { createHmac } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { z } from 'zod';

/** What a card or the bot's state has to carry but nobody may read or forge: encrypted, bound to one person and place. */
export interface Seal {
  /** @param audience whom and where it is for; another audience cannot open it. */
  close: (value: object, audience: string) => Promise<string>;
  /** `null` when it is forged, of another audience, or not of the schema's form. */
  open: <T>(sealed: string, audience: string, schema: z.ZodType<T>) => Promise<T | null>;
}

/** Seals with the first secret and opens with any, so that secrets can be turned over. */
export function createSeal(secrets: readonly string[]): Seal {
  const keys = secrets.map((secret) => createHmac('sha256', secret).update('seal').digest());
  return {
    close: async (value, audience) => {
      const [key = new Uint8Array(32)] = keys;
      const token = new EncryptJWT({ value })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setAudience(audience);
      return await token.encrypt(key);
    },
    open: async (sealed, audience, schema) => {
      for (const key of keys) {
        try {
          const { payload } = await jwtDecrypt(sealed, key, { audience });
          const result = schema.safeParse(payload.value);
          if (result.success) return result.data;
        } catch {}
      }
      return null;
    },
  };
}
