import type { Conversation, Conversations } from './conversations.js';
import { isOwnPage } from './origins.js';
import { type Reply, refusal } from './reply.js';
import type { Holder, Tokens, TokenUse } from './tokens.js';

/** What a call brings that decides whether it may: its token and the page it comes from. */
export interface Credentials {
  token: string | null;
  origin: string | undefined;
  host: string | undefined;
}

/** The token in an Authorization header, or null. */
export const bearer = (header: string | undefined): string | null =>
  /^Bearer +([^\s]+)$/i.exec(header ?? '')?.[1] ?? null;

/** Who calls, or why the call is refused. */
export const authenticate = async (
  tokens: Tokens,
  { token, origin, host }: Credentials,
  ...uses: TokenUse[]
): Promise<Holder | Reply> => {
  if (token === null) {
    return refusal(401, 'MissingToken', 'The token is missing. Send it as Authorization: Bearer <token>.');
  }
  const holder = await tokens.read(token, ...uses);
  if (!holder) return refusal(403, 'TokenExpired', 'This token is not ours or has expired. Reload the page.');
  if (origin !== undefined && !isOwnPage(origin, host) && !holder.trustedOrigins.includes(origin)) {
    return refusal(403, 'UntrustedOrigin', 'This token may not be used from this page.');
  }
  return holder;
};

/** The holder's conversation, or why it is not theirs or not there. */
export const conversationOf = async (
  conversations: Conversations,
  holder: Holder,
  id: string,
): Promise<Conversation | Reply> => {
  if (holder.conversationId !== id) {
    return refusal(403, 'OtherConversation', 'This token is for another conversation.');
  }
  return (
    (await conversations.find(id)) ??
    refusal(404, 'ConversationNotFound', 'This conversation has ended or was not opened. Open it anew.')
  );
};
