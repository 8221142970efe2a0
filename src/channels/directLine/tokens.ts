import { createHmac } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Seconds a token lasts, as Azure's Direct Line has it. */
export const tokenSeconds = 1800;

/** Seconds the token inside a stream address lasts: addresses end up in proxies' logs. */
const streamSeconds = 120;

/** Who holds a token, and for which conversation. */
export interface Holder {
  portal: string;
  user: { id: string; name: string };
  conversationId: string;
  /** Web origins whose pages may use the token; a page of our own origin always may. */
  trustedOrigins: string[];
}

/** What a token is good for: `talk` for every route, `stream` only to open the WebSocket. */
export type TokenUse = 'talk' | 'stream';

/** Signs and reads Direct Line tokens. */
export interface Tokens {
  issue(holder: Holder, use?: TokenUse): Promise<string>;
  /** The holder, or null when the token is forged, expired or for another use. */
  read(token: string, ...uses: TokenUse[]): Promise<Holder | null>;
}

const claims = z.object({
  portal: z.string(),
  user: z.string(),
  name: z.string(),
  conv: z.string(),
  origins: z.array(z.string()),
});

const issuer = 'tillkeeper';

/** A key for tokens alone, so that nothing else signed with the same secret passes as one. */
const keyFrom = (secret: string) =>
  createHmac('sha256', secret).update('tillkeeper direct line token').digest();

const holderIn = (payload: unknown): Holder | null => {
  const { success, data } = claims.safeParse(payload);
  if (!success) return null;
  const { portal, user: id, name, conv: conversationId, origins: trustedOrigins } = data;
  return { portal, user: { id, name }, conversationId, trustedOrigins };
};

/** Thrown at start when no secret was given. */
export class NoSigningSecret extends Error {
  override readonly name = 'NoSigningSecret';
}

/**
 * Tokens as HS256 JWTs. The first secret signs, all verify, so a secret can be replaced without ending talks.
 * The claim `user` is the bare id, as in Azure's tokens: Web Chat reads it to know whose bubbles are whose.
 */
export const createTokens = (secrets: readonly string[], clock: () => Date): Tokens => {
  const keys = secrets.map(keyFrom);
  const [signer] = keys;
  if (!signer)
    throw new NoSigningSecret('Tokens could not be signed: there is no secret. Set TILLKEEPER_SECRET.');

  const issue = ({ portal, user, conversationId, trustedOrigins }: Holder, use: TokenUse = 'talk') => {
    const now = Math.floor(clock().getTime() / 1000);
    return new SignJWT({
      portal,
      user: user.id,
      name: user.name,
      conv: conversationId,
      origins: trustedOrigins,
    })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(use)
      .setIssuedAt(now)
      .setExpirationTime(now + (use === 'talk' ? tokenSeconds : streamSeconds))
      .sign(signer);
  };

  const verify = async (token: string, key: Uint8Array, audience: TokenUse[]) => {
    try {
      const options = {
        algorithms: ['HS256'],
        issuer,
        audience,
        currentDate: clock(),
        requiredClaims: ['exp'],
      };
      return holderIn((await jwtVerify(token, key, options)).payload);
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  };

  const read = async (token: string, ...uses: TokenUse[]) => {
    for (const key of keys) {
      const holder = await verify(token, key, uses);
      if (holder) return holder;
    }
    return null;
  };

  return { issue, read };
};
