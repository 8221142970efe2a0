import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';

/** What a signature takes from the process. */
export interface Assertions {
  clock: () => Date;
  /** A random id. */
  random: () => string;
}

interface Signed extends Assertions {
  appId: string;
  /** The certificate's SHA-1 thumbprint in hex, and its private key in PEM. */
  thumbprint: string;
  privateKey: string;
  /** Address of the tenant's tokens. */
  audience: string;
}

/** Seconds that an assertion is good for. */
const lasts = 300;

/** What an app proves itself with where it has a certificate instead of a password.
 * @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
export async function signedAssertion(by: Signed): Promise<string> {
  const now = Math.floor(by.clock().getTime() / 1000);
  return await new SignJWT({ jti: by.random() })
    .setProtectedHeader({
      alg: 'RS256',
      typ: 'JWT',
      x5t: Buffer.from(by.thumbprint, 'hex').toString('base64url'),
    })
    .setIssuer(by.appId)
    .setSubject(by.appId)
    .setAudience(by.audience)
    .setNotBefore(now)
    .setExpirationTime(now + lasts)
    .sign(createPrivateKey(by.privateKey));
}
