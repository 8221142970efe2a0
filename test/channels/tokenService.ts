import { once } from 'node:events';
import { createServer } from 'node:http';
import https from 'node:https';
import { type AddressInfo, connect } from 'node:net';

/** A request that came in where Microsoft's token services would be. */
export interface Asked {
  host: string;
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** What a form said. */
  form: Readonly<Record<string, string>>;
}

/** Microsoft's login on loopback, reached over the process's own HTTPS agent, and Azure's identity endpoint. */
export interface TokenService {
  asked: Asked[];
  /** Every token it gives out. */
  token: string;
  url: string;
  close(): void;
}

/** What the token endpoint answers; `gone`: nobody is there. */
export type TokenAnswer = { status: number; body: object } | 'gone';

/** From now on HTTPS calls that bring no agent of their own end here, whatever host they name: Microsoft's libraries know
 * no other address to log in at. Without an answer it issues its token. */
export async function startTokenService(answer?: TokenAnswer): Promise<TokenService> {
  const asked: Asked[] = [];
  const token = 'issued.by.loopback';
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method = '', url: path = '', headers } = request;
    const form = Object.fromEntries(new URLSearchParams(body));
    asked.push({ host: headers.host ?? '', method, path, headers, form });
    if (answer === 'gone') return request.socket.destroy();
    const { status, body: told } = path.includes('openid-configuration')
      ? { status: 200, body: metadata(path.split('/')[1] ?? '') }
      : (answer ?? issue(token));
    // In parts: restify's own writeHead, which all servers of a process get, gives nothing back.
    response.statusCode = status;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(told));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const usual = https.globalAgent;
  https.globalAgent = Object.assign(new https.Agent(), {
    createConnection: () => connect(port, '127.0.0.1'),
  });
  return {
    asked,
    token,
    url: `http://127.0.0.1:${port}`,
    close: () => {
      https.globalAgent = usual;
      server.closeAllConnections();
      server.close();
    },
  };
}

function issue(token: string) {
  const soon = Math.floor(Date.now() / 1000) + 3600;
  const body = { token_type: 'Bearer', expires_in: 3600, expires_on: `${soon}`, access_token: token };
  return { status: 200, body };
}

function metadata(tenant: string): object {
  const at = `https://login.microsoftonline.com/${tenant}`;
  return {
    issuer: `${at}/v2.0`,
    authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
    token_endpoint: `${at}/oauth2/v2.0/token`,
    jwks_uri: `${at}/discovery/v2.0/keys`,
    end_session_endpoint: `${at}/oauth2/v2.0/logout`,
  };
}
