import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';

/** What stands in a token, over what a good one has; `undefined` leaves a claim out, a function gives it when it is
 * signed. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who signs Bot Framework's tokens, on loopback: its metadata and keys, and tokens of any kind. */
export interface Authority {
  url: string;
  /** Bot Framework's own setting names, so that the SDK asks here. */
  settings: Readonly<Record<string, string | boolean>>;
  /** A token as the Connector sends it, changed as a case wants it. */
  token(claims?: Claims, header?: Readonly<Record<string, unknown>>): Promise<string>;
  /** The same, signed with a key that is not published; the header may bring it along. */
  forged(claims?: Claims, header?: Readonly<Record<string, unknown>>): Promise<string>;
  /** The key that is not published, as a header could bring it along. */
  foreignKey: JWK;
  /** The public key as text, which some libraries could be led to take for a secret. */
  publicKey: string;
  close(): void;
}

export const appId = '6f1d1a52-0c55-4c39-8d3f-0c2f6f4f7a10';
export const serviceUrl = 'https://smba.trafficmanager.net/emea/';

/** Starts an authority whose key is endorsed for these channels; for Teams when none is named. */
export async function startAuthority(endorsements: readonly string[] = ['msteams']): Promise<Authority> {
  const [published, secret] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const key = {
    ...(await exportJWK(published.publicKey)),
    kid: 'one',
    use: 'sig',
    endorsements,
  };
  const server = createServer((request, response) => {
    const metadata = { issuer: 'https://api.botframework.com', jwks_uri: `${url}/keys` };
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(request.url === '/keys' ? { keys: [key] } : metadata));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const sign = async (by: CryptoKey, claims: Claims, header: object) =>
    await new SignJWT({ ...good(), ...asOfNow(claims) })
      .setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'JWT', ...header })
      .sign(by);
  return {
    url,
    settings: {
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${url}/metadata`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/metadata`,
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      OAuthUrl: 'https://token.botframework.com',
      CallerId: 'urn:botframework:azure',
      ValidateAuthority: false,
    },
    token: async (claims = {}, header = {}) => await sign(published.privateKey, claims, header),
    forged: async (claims = {}, header = {}) => await sign(secret.privateKey, claims, header),
    foreignKey: await exportJWK(secret.publicKey),
    publicKey: await exportSPKI(published.publicKey),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Seconds from now, as a claim. */
const asOfNow = (claims: Claims): Claims =>
  Object.fromEntries(
    Object.entries(claims).map(([name, claim]) => [name, typeof claim === 'function' ? claim() : claim]),
  );

export const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

const good = () => ({
  iss: 'https://api.botframework.com',
  aud: appId,
  serviceurl: serviceUrl,
  nbf: inSeconds(-60),
  exp: inSeconds(3600),
});
