import type { Activity, TurnContext } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { type Log, told } from '../log.js';
import type { Settings } from '../settings.js';
import { connectorActivity } from './connectorActivity.js';
import { type Authority, ConnectorAdapter } from './connectorAdapter.js';
import type { ConversationQueue } from './conversationQueue.js';
import { isFromThisMachine, isLoopbackUrl } from './thisMachine.js';

interface ConnectorNeeds {
  adapter: ConnectorAdapter;
  /** Without an app id nobody's token is checked: then only this machine is answered. */
  checked: boolean;
  queue: ConversationQueue;
  log: Log;
  run: (context: TurnContext) => Promise<void>;
}

/** The adapter for Teams, Emulator and Azure's channels, with Bot Framework's own setting names. */
export function createConnectorAdapter(
  { bot }: Pick<Settings, 'bot'>,
  authority: Authority = {},
): ConnectorAdapter {
  if (bot === null) return new ConnectorAdapter({}, false);
  const options = {
    MicrosoftAppId: bot.appId,
    MicrosoftAppType: bot.type,
    ...(bot.password ? { MicrosoftAppPassword: bot.password } : {}),
    ...(bot.tenantId ? { MicrosoftAppTenantId: bot.tenantId } : {}),
  };
  return new ConnectorAdapter({ ...options, ...authority }, true);
}

/** `POST /api/messages`. The turns of a conversation run one after the other, each activity once. */
export function mountConnector(server: Server, needs: ConnectorNeeds): void {
  const first = createFirst();
  const run = async (activity: Activity, context: TurnContext) => {
    if (first(activity)) await needs.run(context);
  };
  server.post('/api/messages', async (request, response) => {
    if (!needs.checked && !isFromThisMachine(request)) return refuse(response, 403, otherMachine);
    const { success, data: activity, error } = connectorActivity.safeParse(request.body);
    if (!success) return refuse(response, 400, unreadable(error.issues[0]?.path ?? []));
    if (!needs.checked && !isLoopbackUrl(activity.serviceUrl)) return refuse(response, 403, otherAddress);
    await needs.queue.add(keyOf(activity.channelId, activity.conversation.id), async () => {
      await take(needs, { activity, request, response }, async (context) => await run(activity, context));
    });
  });
}

const otherMachine =
  'This bot has no app id yet, so it answers callers on its own machine only. Set MicrosoftAppId.';
const otherAddress = 'Without an app id, answers go to a serviceUrl on this machine only.';
const unproved = 'This call does not prove that it comes from Bot Framework. Send its token.';
const unsure = 'Whether this call comes from Bot Framework could not be checked. Send it again.';
const failed = 'The message could not be worked on. Send it again.';

function unreadable([field = 'type', ...within]: PropertyKey[]): string {
  const path = [field, ...within].map(String).join('.');
  return `That is no Bot Framework activity that can be read: ${path} is missing or of another kind.`;
}

const codes: Readonly<Record<number, string>> = {
  400: 'BadArgument',
  401: 'Unauthorized',
  403: 'Refused',
  503: 'NotChecked',
};

function refuse(response: Response, status: number, message: string): void {
  response.send(status, { error: { code: codes[status] ?? 'Internal', message } });
}

interface Call {
  activity: Activity;
  request: Request;
  response: Response;
}

async function take(
  { adapter, log }: ConnectorNeeds,
  { activity, request, response }: Call,
  run: (context: TurnContext) => Promise<void>,
): Promise<void> {
  const { authorization = '' } = request.headers;
  try {
    const delivered = await adapter.deliver({ activity, authorization }, run);
    if (delivered.kind === 'run') response.send(delivered.status, delivered.body);
    if (delivered.kind === 'unproved') refuse(response, 401, unproved);
    if (delivered.kind !== 'unsure') return;
    log.error(told(delivered.why), 'the sender of an activity could not be checked');
    refuse(response, 503, unsure);
  } catch (error) {
    log.error(told(error), 'a turn of the connector failed');
    refuse(response, 500, failed);
  }
}

const keyOf = (...parts: string[]): string => JSON.stringify(parts);

const mostSeen = 10_000;

/**
 * Whether an activity is delivered for the first time; one without an id always is. To be asked only when its sender is
 * proved, or anybody could use up the ids to come. Held in memory: enough for a redelivery, not for a restart.
 */
function createFirst(): (activity: Activity) => boolean {
  const seen = new Set<string>();
  return ({ channelId, conversation, id }) => {
    if (!id) return true;
    const key = keyOf(channelId, conversation.id, id);
    if (seen.has(key)) return false;
    seen.add(key);
    const [oldest] = seen;
    if (seen.size > mostSeen && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
