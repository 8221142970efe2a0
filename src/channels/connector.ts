import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { type Log, told } from '../log.js';
import type { Settings } from '../settings.js';
import type { ConversationQueue } from './conversationQueue.js';

/** What every activity must have before the adapter sees it. */
const activity = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  from: z.looseObject({ id: z.string().min(1) }),
  conversation: z.looseObject({ id: z.string().min(1) }),
});

interface ConnectorNeeds {
  adapter: CloudAdapter;
  /** Without an app id nobody's token is checked: then only this machine is answered. */
  checked: boolean;
  queue: ConversationQueue;
  log: Log;
  run: (context: TurnContext) => Promise<void>;
}

/** The adapter for Teams, Emulator and Azure's channels, with Bot Framework's own setting names. */
export function createConnectorAdapter({ bot }: Settings): CloudAdapter {
  if (bot === null) return new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  return new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: bot.appId,
      MicrosoftAppType: bot.type,
      ...(bot.password ? { MicrosoftAppPassword: bot.password } : {}),
      ...(bot.tenantId ? { MicrosoftAppTenantId: bot.tenantId } : {}),
    }),
  );
}

/** `POST /api/messages`. */
export function mountConnector(server: Server, needs: ConnectorNeeds): void {
  const seen = createSeen();
  server.post('/api/messages', async (request, response) => {
    const found = activity.safeParse(request.body);
    if (!needs.checked && !isOnThisMachine(request))
      return refuse(
        response,
        403,
        'This bot has no app id yet, so it answers callers on its own machine only. Set MicrosoftAppId.',
      );
    if (!found.success)
      return refuse(
        response,
        400,
        'That is no Bot Framework activity: type, channelId, serviceUrl, from.id and conversation.id must be there.',
      );
    const { serviceUrl, conversation, channelId, id } = found.data;
    if (!needs.checked && !isLoopbackUrl(serviceUrl))
      return refuse(response, 403, 'Without an app id, answers go to a serviceUrl on this machine only.');
    await needs.queue.add(`${channelId} ${conversation.id}`, async () => {
      if (id !== undefined && seen(`${channelId} ${conversation.id} ${id}`)) {
        response.send(200);
        return;
      }
      await turn(needs, request, response);
    });
  });
}

async function turn(
  { adapter, log, run }: ConnectorNeeds,
  request: Request,
  response: Response,
): Promise<void> {
  try {
    await adapter.process(request, response, run);
  } catch (error) {
    log.error(told(error), 'a turn of the connector failed');
    if (!response.headersSent) refuse(response, 500, 'The message could not be worked on. Send it again.');
  }
}

function refuse(response: Response, status: number, message: string): void {
  response.send(status, { error: { code: status === 400 ? 'BadArgument' : 'Refused', message } });
}

/** A page in a browser on this machine names another host, or comes through a proxy: neither is a local tool. */
function isOnThisMachine(request: Request): boolean {
  const { remoteAddress = '' } = request.socket;
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const near = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(remoteAddress);
  return near && isLoopbackHost(host) && request.headers['x-forwarded-for'] === undefined;
}

function isLoopbackHost(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && isLoopbackHost(new URL(url).hostname);
}

const mostSeen = 10_000;

/** Whether this delivery came before. Held in memory: enough for a redelivery, not for a restart. */
function createSeen(): (key: string) => boolean {
  const keys = new Set<string>();
  return (key) => {
    if (keys.has(key)) return true;
    keys.add(key);
    const [oldest] = keys;
    if (keys.size > mostSeen && oldest !== undefined) keys.delete(oldest);
    return false;
  };
}
