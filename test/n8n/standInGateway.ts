import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { Roles } from '../../src/access/roles.js';
import { type Running, runWorkflow } from './runWorkflow.js';
import { shippedWorkflow, withSettings } from './workflowFile.js';

/** What a stand-in n8n is set up with: the keys are its own, the bot gets the secret only. */
export interface GatewayOptions {
  secret: string;
  accounts: readonly GatewayAccount[];
  openRouter?: { url: string; key: string; models?: readonly string[] };
  /** n8n's table of who may do what. */
  roles: Roles;
}

/** What an admin types and chooses in the workflow of one account. */
export interface GatewayAccount {
  id: string;
  mode: 'test' | 'live';
  url: string;
  key: string;
  couponKey: string | null;
  stripeAccount: string | null;
}

/** What goes wrong at n8n, once: before anything runs, or instead of the answer of a workflow that has run. */
export interface GatewayFault {
  stage?: 'door' | 'done';
  answer: 'hang' | 'drop' | 'cut' | { status: number; body: string; type?: string };
  /** Only for a webhook path that ends so, and only for such a method at Stripe. */
  path?: string;
  method?: 'GET' | 'POST';
  times?: number;
}

/** One request of the bot's, as it came. */
export interface GatewayRequest {
  path: string;
  claims: JWTPayload;
  authorization: string;
  headers: IncomingMessage['headers'];
  body: string;
  /** What was answered: an envelope, or n8n's own trouble; `null` where nothing was. */
  answered: string | null;
}

/** A running stand-in. */
export interface StandInGateway {
  /** The base of its webhooks. */
  url: string;
  requests: GatewayRequest[];
  queueFault: (fault: GatewayFault) => void;
  close: () => Promise<void>;
}

/** Starts an n8n on a free port of 127.0.0.1 with the shipped workflows published: one for each account, and one for
 * the model. It runs what stands in their files; only what an admin types in the boxes "Settings" is typed in. */
export async function startGateway(options: GatewayOptions): Promise<StandInGateway> {
  const workflows = published(options);
  const requests: GatewayRequest[] = [];
  const faults: { fault: GatewayFault; left: number }[] = [];
  const key = new TextEncoder().encode(options.secret);
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await textOf(incoming);
    const path = (incoming.url ?? '').replace('/webhook/', '');
    const authorization = incoming.headers.authorization ?? '';
    const one: GatewayRequest = {
      path,
      claims: {},
      authorization,
      headers: incoming.headers,
      body,
      answered: null,
    };
    requests.push(one);
    const fault = taken(faults, one);
    if (fault && fault.stage !== 'done') return fail(outgoing, fault.answer, '');
    const running = workflows.get(path);
    if (!running || incoming.method !== 'POST') return say(outgoing, 404, notRegistered(path));
    const claims = await claimsIn(authorization, key);
    if (typeof claims === 'object') one.claims = claims.payload;
    else return say(outgoing, claims === 'none' ? 401 : 403, 'Authorization data is wrong!', 'text/html');
    const webhook = {
      headers: {},
      params: {},
      query: {},
      body: JSON.parse(body),
      jwtPayload: claims.payload,
    };
    const text = await runWorkflow(running, webhook).then(JSON.stringify, () => null);
    one.answered = text;
    if (fault) return fail(outgoing, fault.answer, text ?? '');
    if (text === null) return say(outgoing, 500, '{"message":"Error in workflow"}');
    return say(outgoing, 200, text);
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    requests,
    queueFault: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function published({ accounts, openRouter, roles }: GatewayOptions): ReadonlyMap<string, Running> {
  const table = JSON.stringify(
    Object.fromEntries(Object.entries(roles).map(([name, { may }]) => [name, may])),
  );
  const main = shippedWorkflow('tillkeeper-stripe-main.json');
  const published = new Map<string, Running>();
  for (const { id, mode, url, key, couponKey, stripeAccount } of accounts)
    published.set(`tillkeeper-stripe-${id}`, {
      file: withSettings(main, {
        account: id,
        mode,
        stripeBaseUrl: url,
        stripeAccount: stripeAccount ?? '',
        roles: table,
      }),
      key: (ability) => (ability === 'coupons.create' ? (couponKey ?? key) : key),
    });
  if (!openRouter) return published;
  const { url: openRouterBaseUrl, key, models } = openRouter;
  const typed = { openRouterBaseUrl, ...(models ? { models: JSON.stringify(models) } : {}) };
  return published.set('tillkeeper-openrouter', {
    file: withSettings(shippedWorkflow('tillkeeper-openrouter.json'), typed),
    key: () => key,
  });
}

function taken(
  faults: { fault: GatewayFault; left: number }[],
  one: GatewayRequest,
): GatewayFault | undefined {
  const at = faults.findIndex(
    ({ fault: { path = '', method } }) =>
      one.path.endsWith(path) && (method === undefined || one.body.includes(`"method":"${method}"`)),
  );
  const entry = faults[at];
  if (!entry) return undefined;
  entry.left -= 1;
  if (entry.left <= 0) faults.splice(at, 1);
  return entry.fault;
}

/** As n8n's webhook checks a token: the signature and the end, nothing else. */
async function claimsIn(
  authorization: string,
  key: Uint8Array,
): Promise<{ payload: JWTPayload } | 'none' | 'bad'> {
  const [, token] = /^Bearer (.+)$/.exec(authorization) ?? [];
  if (token === undefined) return 'none';
  try {
    return { payload: (await jwtVerify(token, key, { algorithms: ['HS256'] })).payload };
  } catch (error) {
    if (error instanceof errors.JOSEError) return 'bad';
    throw error;
  }
}

/** n8n shows a stack trace to whoever asks for a path that it does not know. */
function notRegistered(path: string): string {
  return JSON.stringify({
    code: 404,
    message: `The requested webhook "POST ${path}" is not registered.`,
    hint: 'The workflow must be active for a production URL to run successfully.',
    stacktrace: 'ResponseError: The requested webhook is not registered.\n    at LiveWebhooks.findWebhook',
  });
}

function say(outgoing: ServerResponse, status: number, body: string, type = 'application/json'): void {
  outgoing.writeHead(status, { 'Content-Type': type });
  outgoing.end(body);
}

function fail(outgoing: ServerResponse, answer: GatewayFault['answer'], text: string): void {
  if (answer === 'hang') return;
  if (answer === 'drop') outgoing.socket?.resetAndDestroy();
  else if (answer === 'cut') {
    outgoing.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': String(text.length + 50),
    });
    outgoing.write(text.slice(0, text.length / 2), () => outgoing.socket?.destroy());
  } else say(outgoing, answer.status, answer.body, answer.type ?? 'text/html');
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
