import { createHmac } from 'node:crypto';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import type { z } from 'zod';

/** What a card or the bot's state has to carry but nobody may read or forge: encrypted, bound to one person and place. */
export interface Seal {
  /** @param audience whom and where it is for; another audience cannot open it. */
  close: (value: object, audience: string) => Promise<string>;
  /** `null` when it is forged, of another audience, or not of the schema's form. It never grows old by itself. */
  open: <T>(sealed: string, audience: string, schema: z.ZodType<T>) => Promise<T | null>;
}

const how = { alg: 'dir', enc: 'A256GCM' } as const;
const only = { keyManagementAlgorithms: [how.alg], contentEncryptionAlgorithms: [how.enc] };

/** Seals with the first secret and opens with any, so that secrets can be turned over. */
export function createSeal([first, ...others]: readonly [string, ...string[]]): Seal {
  const key = keyFrom(first);
  const keys = [key, ...others.map(keyFrom)];
  return {
    close: async (value, audience) =>
      await new EncryptJWT({ value }).setProtectedHeader(how).setAudience(audience).encrypt(key),
    open: async (sealed, audience, schema) => {
      for (const each of keys) {
        const payload = await decrypted(sealed, each, audience);
        const result = schema.safeParse(payload?.value);
        if (payload && result.success) return result.data;
      }
      return null;
    },
  };
}

async function decrypted(sealed: string, key: Uint8Array, audience: string) {
  try {
    return (await jwtDecrypt(sealed, key, { ...only, audience })).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

/** A key for sealing alone, so that nothing else made with the same secret passes as one. */
function keyFrom(secret: string): Uint8Array {
  return createHmac('sha256', secret).update('seal').digest();
}
