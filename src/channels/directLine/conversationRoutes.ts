import { z } from 'zod';
import { asJoined, lineOf } from './activities.js';
import type { Conversation } from './conversations.js';
import { type Desk, type Handler, holderOf, streamUrl, visit, watermarkOf } from './desk.js';
import { knownLocale } from './posted.js';
import { isReply } from './reply.js';
import { tokenSeconds } from './tokens.js';

const opening = z.object({ locale: knownLocale }).catch({ locale: undefined });

/** The bot hears once that a conversation was opened, and may greet: also where the call that opened it never ended. */
const greet = async (desk: Desk, conversation: Conversation, locale: string | undefined) => {
  const joined = asJoined({ ...desk, conversation, id: desk.randomId(), now: desk.clock() }, locale);
  const id = `opened ${conversation.openedAt}`;
  const accepted = await desk.inbox.accept({ ...lineOf(conversation), id, activity: joined });
  if (accepted.kind === 'accepted') accepted.start();
};

const isNew = ({ clock }: Desk, { openedAt }: Conversation) =>
  clock().getTime() - openedAt < tokenSeconds * 1000;

/** A page opens the conversation its token names; opening it again finds the same one. */
export const openConversation: Handler = async (desk, request) => {
  const holder = await holderOf(desk, request);
  if (isReply(holder)) return holder;
  const { conversation, fresh } = await desk.conversations.open(holder);
  if (isNew(desk, conversation)) await greet(desk, conversation, opening.parse(request.body).locale);
  return {
    status: fresh ? 201 : 200,
    body: {
      conversationId: conversation.id,
      token: await desk.tokens.issue(holder),
      expires_in: tokenSeconds,
      streamUrl: await streamUrl(desk, request, holder, null),
    },
  };
};

/** A page whose stream broke asks for a new one, from its watermark on. */
export const rejoinConversation: Handler = async (desk, request) => {
  const visited = await visit(desk, request);
  if (isReply(visited)) return visited;
  const { holder } = visited;
  return {
    status: 200,
    body: {
      conversationId: holder.conversationId,
      token: await desk.tokens.issue(holder),
      expires_in: tokenSeconds,
      streamUrl: await streamUrl(desk, request, holder, watermarkOf(request)),
    },
  };
};
