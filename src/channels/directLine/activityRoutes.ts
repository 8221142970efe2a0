import { createHash } from 'node:crypto';
import { asSent, lineOf } from './activities.js';
import type { Conversation } from './conversations.js';
import { type Desk, type Handler, visit, watermarkOf } from './desk.js';
import { type Posted, readPosted } from './posted.js';
import { isReply, type Reply, refusal } from './reply.js';

/** Turns of one conversation that may wait; a person does not type faster than this. */
const longestLine = 50;

/** What is sent twice has the same id twice, at any replica and after a restart. */
const idOf = (desk: Desk, { id }: Conversation, { channelData: { clientActivityID } }: Posted): string =>
  clientActivityID === undefined
    ? desk.randomId()
    : createHash('sha256')
        .update(JSON.stringify([id, clientActivityID]))
        .digest('base64url');

interface Taken {
  conversation: Conversation;
  posted: Posted;
  id: string;
}

/** Kept and shown to the page first, for Web Chat holds answers back until it sees what they answer; then run. */
const take = async (desk: Desk, { conversation, posted, id }: Taken): Promise<void> => {
  const { type } = posted;
  const sent = asSent(posted, { ...desk, conversation, id, now: desk.clock() });
  try {
    const [accepted] = await Promise.all([
      desk.inbox.accept({ ...lineOf(conversation), id, activity: sent }),
      conversation.transcript.put({ ...sent, id, type }, 'new'),
    ]);
    if (accepted.kind === 'accepted') accepted.start();
  } catch (error) {
    conversation.transcript.pass({ ...sent, id, type });
    await desk.notKept(sent, error);
  }
};

const receive = async (desk: Desk, conversation: Conversation, posted: Posted): Promise<Reply> => {
  if (posted.type === 'typing') return { status: 200, body: { id: desk.randomId() } };
  const id = idOf(desk, conversation, posted);
  const isFull = desk.inbox.waiting(lineOf(conversation)) >= longestLine;
  if (isFull && !(await conversation.transcript.has(id))) {
    const full = refusal(429, 'TooManyMessages', 'Too many messages are waiting. Try again in a moment.');
    return { ...full, headers: { 'Retry-After': '5' } };
  }
  await take(desk, { conversation, posted, id });
  return { status: 200, body: { id } };
};

/** A page posts an activity: answered once it is on disk, its turn runs after those before it. */
export const postActivity: Handler = async (desk, request) => {
  const visited = await visit(desk, request);
  if (isReply(visited)) return visited;
  const posted = readPosted(request.body);
  return isReply(posted) ? posted : await receive(desk, visited.conversation, posted);
};

/** A page without a stream asks what came since its watermark. */
export const pollActivities: Handler = async (desk, request) => {
  const visited = await visit(desk, request);
  if (isReply(visited)) return visited;
  return { status: 200, body: await visited.conversation.transcript.since(watermarkOf(request)) };
};

/** Files are not taken: whatever would have to be looked at before a bot near payments may hold it. */
export const refuseUpload: Handler = async (desk, request) => {
  const visited = await visit(desk, request);
  if (isReply(visited)) return visited;
  return refusal(415, 'NoUploads', 'Files are not taken here. Write what you would like to know.');
};
