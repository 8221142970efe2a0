import type { Request, Response, Server } from 'restify';
import { told } from '../../log.js';
import { pollActivities, postActivity, refuseUpload } from './activityRoutes.js';
import { openConversation, rejoinConversation } from './conversationRoutes.js';
import type { Desk, Handler } from './desk.js';
import { corsHeaders } from './origins.js';
import type { Portal } from './portals.js';
import { type Reply, refusal } from './reply.js';
import { generateToken, refreshToken } from './tokenRoutes.js';

const base = '/v3/directline';

const send = (response: Response, { status, body, headers = {} }: Reply, cors: Record<string, string>) => {
  const all = { 'Cache-Control': 'no-store', ...cors, ...headers };
  for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
  if (status === 204) response.send(204);
  else response.send(status, body);
};

const foreignPage = refusal(
  403,
  'UnknownOrigin',
  'This page may not call the bot. Add its origin to the portal.',
);

/** As when the database is away, full or locked. */
const notNow: Reply = {
  ...refusal(503, 'NotNow', 'That could not be done now. Try again in a minute.'),
  headers: { 'Retry-After': '5' },
};

/** An answer in any case: what nobody settled is one line in the log. */
const settled = async (desk: Desk, handler: Handler, request: Request): Promise<Reply> => {
  try {
    return await handler(desk, request);
  } catch (error) {
    desk.log.error(told(error), 'a call of direct line could not be answered');
    return notNow;
  }
};

const corsFor = (portals: readonly Portal[], { headers: { origin, host } }: Request) =>
  corsHeaders(portals, { origin, host });

/** Adds the routes of Direct Line 3.0 to a server; what they need of a body is parsed before. */
export const mountRoutes = (server: Server, desk: Desk): void => {
  const answer = (handler: Handler) => async (request: Request, response: Response) => {
    const cors = corsFor(desk.portals(), request);
    send(response, cors ? await settled(desk, handler, request) : foreignPage, cors ?? {});
  };
  server.opts(
    `${base}/*`,
    answer(async () => ({ status: 204, body: {} })),
  );
  server.post(`${base}/tokens/generate`, answer(generateToken));
  server.post(`${base}/tokens/refresh`, answer(refreshToken));
  server.post(`${base}/conversations`, answer(openConversation));
  server.get(`${base}/conversations/:id`, answer(rejoinConversation));
  server.get(`${base}/conversations/:id/activities`, answer(pollActivities));
  server.post(`${base}/conversations/:id/activities`, answer(postActivity));
  server.post(`${base}/conversations/:id/upload`, answer(refuseUpload));
};
