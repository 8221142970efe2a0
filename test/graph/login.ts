import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Login } from '../../src/graph/credential.js';
import { ownCertificate } from './certificate.js';

/** What it answers to those who want a token. */
export type LoginAnswer = 'token' | 'refusal' | 'failure' | 'page' | 'silence' | 'redirect';

/** Entra's token endpoint on loopback, over https. */
export interface StandInLogin extends Login {
  /** Each request for a token: the tenant and what was sent. */
  asked: { tenant: string; form: URLSearchParams }[];
  answer: LoginAnswer;
  close(): void;
}

/** Starts one; a token of it is `token-of-` and the tenant. */
export async function startLogin(): Promise<StandInLogin> {
  const { cert, key } = ownCertificate();
  const server = createServer({ cert, key }, async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const [, tenant = ''] = (request.url ?? '').split('/');
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.method === 'GET')
      return send(200, {
        issuer: `${login.host}/${tenant}/v2.0`,
        authorization_endpoint: `${login.host}/${tenant}/oauth2/v2.0/authorize`,
        token_endpoint: `${login.host}/${tenant}/oauth2/v2.0/token`,
        jwks_uri: `${login.host}/${tenant}/keys`,
      });
    login.asked.push({ tenant, form: new URLSearchParams(Buffer.concat(parts).toString()) });
    if (login.answer === 'token')
      send(200, { token_type: 'Bearer', expires_in: 3600, access_token: `token-of-${tenant}` });
    if (login.answer === 'refusal')
      send(401, { error: 'invalid_client', error_description: 'AADSTS7000215: words that name the app' });
    if (login.answer === 'failure') send(500, { error: 'server_error' });
    if (login.answer === 'page') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<html>sign in</html>');
    }
    if (login.answer === 'redirect') {
      response.writeHead(307, { location: `${login.host}/elsewhere` });
      response.end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const login: StandInLogin = {
    host: `https://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    ca: cert,
    asked: [],
    answer: 'token',
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return login;
}
