import type { Activity, ChannelAccount } from 'botbuilder';
import type { Request } from 'restify';
import type { Inbox } from '../inbox.js';
import type { Conversation, Conversations } from './conversations.js';
import { streamOrigin } from './origins.js';
import type { Portal } from './portals.js';
import { isReply, type Reply } from './reply.js';
import { authenticate, bearer, conversationOf } from './session.js';
import type { Holder, Tokens } from './tokens.js';

/** All that the routes share. */
export interface Desk {
  portals: () => readonly Portal[];
  tokens: Tokens;
  conversations: Conversations;
  inbox: Pick<Inbox, 'accept' | 'waiting'>;
  bot: ChannelAccount;
  clock: () => Date;
  /** Unguessable: it names conversations as well as activities. */
  randomId: () => string;
  /** Tells the person that a message could not be kept, so nothing was done. */
  notKept: (activity: Partial<Activity>, error: unknown) => Promise<void>;
  log: { error(fields: object, message: string): void };
}

/** What a route does: a request in, an answer out; expected refusals are answers too. */
export type Handler = (desk: Desk, request: Request) => Promise<Reply>;

/** Who calls, by the request's token. */
export const holderOf = ({ tokens }: Desk, request: Request): Promise<Holder | Reply> => {
  const { authorization, origin, host } = request.headers;
  return authenticate(tokens, { token: bearer(authorization), origin, host }, 'talk');
};

/** The caller and the conversation the path names, if it is theirs. */
export const visit = async (
  desk: Desk,
  request: Request,
): Promise<{ holder: Holder; conversation: Conversation } | Reply> => {
  const holder = await holderOf(desk, request);
  if (isReply(holder)) return holder;
  const conversation = await conversationOf(desk.conversations, holder, String(request.params.id));
  return isReply(conversation) ? conversation : { holder, conversation };
};

/** Where a page finds its stream; the token in it opens the stream and nothing else, for two minutes. */
export const streamUrl = async (desk: Desk, request: Request, holder: Holder, watermark: string | null) => {
  const path = `/v3/directline/conversations/${encodeURIComponent(holder.conversationId)}/stream`;
  const query = new URLSearchParams({ t: await desk.tokens.issue(holder, 'stream') });
  if (watermark) query.set('watermark', watermark);
  return `${streamOrigin(request)}${path}?${query}`;
};

/** The watermark a request names, or null. */
export const watermarkOf = (request: Request): string | null =>
  new URLSearchParams(request.getQuery()).get('watermark');
