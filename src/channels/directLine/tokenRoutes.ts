import { type Desk, type Handler, holderOf } from './desk.js';
import { admit } from './portals.js';
import { isReply, type Reply } from './reply.js';
import { bearer } from './session.js';
import { type Holder, tokenSeconds } from './tokens.js';

const withToken = async ({ tokens }: Desk, holder: Holder): Promise<Reply> => ({
  status: 200,
  body: {
    conversationId: holder.conversationId,
    token: await tokens.issue(holder),
    expires_in: tokenSeconds,
  },
});

/** A portal's server asks for a token for one of its people, for a conversation of their own. */
export const generateToken: Handler = async (desk, request) => {
  const admission = admit(desk.portals(), bearer(request.headers.authorization), request.body);
  return isReply(admission) ? admission : withToken(desk, { ...admission, conversationId: desk.randomId() });
};

/** A page trades a token that still lasts for one that lasts longer, for the same person and conversation. */
export const refreshToken: Handler = async (desk, request) => {
  const holder = await holderOf(desk, request);
  return isReply(holder) ? holder : withToken(desk, holder);
};
