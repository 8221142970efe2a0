import type { Activity, TurnContext } from 'botbuilder';
import type { Response, Server } from 'restify';
import { type Log, told } from '../log.js';
import type { Settings } from '../settings.js';
import { credentialOptions } from './botToken.js';
import { connectorActivity } from './connectorActivity.js';
import { ConnectorAdapter, type Proof } from './connectorAdapter.js';
import type { Authority, Sender } from './guardedAuthentication.js';
import { teamsTenant } from './identity.js';
import type { Inbox } from './inbox.js';
import { isMicrosofts, type MayReach } from './serviceUrls.js';
import { isFromThisMachine, isLoopbackUrl } from './thisMachine.js';

interface ConnectorNeeds {
  adapter: ConnectorAdapter;
  /** Without an app id nobody's token is checked: then only this machine is answered. */
  checked: boolean;
  /** Entra tenants whose people may come in, as the settings are now. */
  tenants: () => readonly string[];
  inbox: Pick<Inbox, 'accept'>;
  log: Log;
  /** Runs a turn whose sender waits for its answer. */
  run: (context: TurnContext) => Promise<void>;
  /** Tells the person that a message could not be kept, so nothing was done. */
  notKept: (context: TurnContext, error: unknown) => Promise<void>;
}

/** Another Bot Framework than Microsoft’s public one: of tests and of national clouds. */
export interface Elsewhere {
  authority?: Authority;
  /** Where answers may go; by itself to Microsoft's Connector, and without an app id to this machine. */
  mayReach?: MayReach;
}

/** The adapter for Teams, Emulator and Azure's channels, with Bot Framework's own setting names. */
export function createConnectorAdapter(
  { bot }: Pick<Settings, 'bot'>,
  { authority = {}, mayReach = bot === null ? isLoopbackUrl : isMicrosofts }: Elsewhere = {},
  chance: () => number = () => 0.5,
): ConnectorAdapter {
  if (bot === null) return new ConnectorAdapter({}, { checked: false, mayReach, chance });
  const options = { ...credentialOptions(bot), ...authority };
  return new ConnectorAdapter(options, { checked: true, mayReach, chance });
}

/** `POST /api/messages`. An activity is answered once it is on disk; its turn runs after those before it, once. */
export function mountConnector(server: Server, needs: ConnectorNeeds): void {
  server.post('/api/messages', async (request, response) => {
    if (!needs.checked && !isFromThisMachine(request)) return refuse(response, 403, otherMachine);
    const { success, data: activity, error } = connectorActivity.safeParse(request.body);
    if (!success) return refuse(response, 400, unreadable(error.issues[0]?.path ?? []));
    const { authorization = '' } = request.headers;
    // Not in line: who proves nothing must not wait in a conversation, nor have anybody wait.
    const proof = await needs.adapter.prove({ activity, authorization });
    if (proof.kind !== 'proved') return turnAway(needs, response, proof);
    const why = notLetIn(activity, needs);
    if (why !== null) return refuse(response, 403, why);
    const call = { activity, sender: proof.sender, response };
    if (activity.type === 'invoke') await take(needs, call, needs.run);
    else await keep(needs, call);
  });
}

/** The sender is told "taken" when it is on disk, and not before: else it sends again. */
async function keep(needs: ConnectorNeeds, { activity, sender, response }: Call): Promise<void> {
  const { channelId: channel, conversation, id } = activity;
  const incoming = {
    door: 'connector',
    channel,
    conversation: conversation.id,
    id: id || undefined,
    activity,
  };
  try {
    const accepted = await needs.inbox.accept(incoming);
    response.send(200);
    if (accepted.kind === 'accepted') accepted.start();
  } catch (error) {
    needs.log.error(told(error), 'a message could not be kept');
    const tell = async (context: TurnContext) => await needs.notKept(context, error);
    await take(needs, { activity, sender, response }, tell);
  }
}

const otherMachine =
  'This bot has no app id yet, so it answers callers on its own machine only. Set MicrosoftAppId.';
const otherAddress = 'Without an app id, answers go to a serviceUrl on this machine only.';
const otherService = 'This serviceUrl is none of Bot Framework, so nothing is sent there.';
const otherTenant =
  'People of this tenant may not use this bot. Who runs it can add the tenant to tenants in the settings.';
const unproved = 'This call does not prove that it comes from Bot Framework. Send its token.';
const unsure = 'Whether this call comes from Bot Framework could not be checked. Send it again.';
const failed = 'The message could not be worked on. Send it again.';

/** Why a proved activity runs no turn; `null` when it may. */
function notLetIn(activity: Activity, { adapter, checked, tenants, log }: ConnectorNeeds): string | null {
  if (!adapter.mayReach(activity.serviceUrl)) return checked ? otherService : otherAddress;
  if (!checked || activity.channelId !== 'msteams') return null;
  const tenant = teamsTenant(activity);
  if (tenant !== undefined && tenants().some((listed) => listed.toLowerCase() === tenant)) return null;
  log.warn({ channel: 'msteams' }, 'a tenant that does not stand under tenants was turned away');
  return otherTenant;
}

function turnAway({ log }: ConnectorNeeds, response: Response, proof: Exclude<Proof, { kind: 'proved' }>) {
  if (proof.kind === 'unsure') log.error(told(proof.why), 'the sender of an activity could not be checked');
  const sure = proof.kind === 'unproved';
  refuse(response, sure ? 401 : 503, sure ? unproved : unsure);
}

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
  sender: Sender;
  response: Response;
}

async function take(
  { adapter, log }: ConnectorNeeds,
  { activity, sender, response }: Call,
  run: (context: TurnContext) => Promise<void>,
): Promise<void> {
  try {
    const { status, body } = await adapter.take(sender, activity, run);
    response.send(status, body);
  } catch (error) {
    log.error(told(error), 'a turn of the connector failed');
    refuse(response, 500, failed);
  }
}
