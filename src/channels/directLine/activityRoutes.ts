import { setImmediate } from 'node:timers/promises';
import { asSent } from './activities.js';
import type { Conversation } from './conversations.js';
import { type Desk, type Handler, visit, watermarkOf } from './desk.js';
import { type Posted, readPosted } from './posted.js';
import { isReply, type Reply, refusal } from './reply.js';

/** Turns of one conversation that may wait; a person does not type faster than this. */
const longestLine = 50;

/** Messages whose repetition is recognised, per conversation. */
const remembered = 1000;

const remember = ({ received }: Conversation, clientId: string, id: string) => {
  received.set(clientId, id);
  const [oldest] = received.keys();
  if (received.size > remembered && oldest !== undefined) received.delete(oldest);
};

/** Shown to the page first, for Web Chat holds answers back until it sees what they answer; then run. */
const take = (desk: Desk, conversation: Conversation, posted: Posted): string => {
  const id = desk.randomId();
  const now = desk.clock();
  const { clientActivityID } = posted.channelData;
  if (clientActivityID !== undefined) remember(conversation, clientActivityID, id);
  const sent = () => asSent(posted, { ...desk, conversation, id, now });
  conversation.transcript.put({ ...sent(), id, type: posted.type });
  desk.queue.add(conversation.id, async () => {
    await setImmediate();
    await desk.adapter.process(structuredClone(sent()), desk.run);
  });
  return id;
};

const receive = (desk: Desk, conversation: Conversation, posted: Posted): Reply => {
  if (posted.type === 'typing') return { status: 200, body: { id: desk.randomId() } };
  const { clientActivityID } = posted.channelData;
  const known = clientActivityID && conversation.received.get(clientActivityID);
  if (known !== undefined) return { status: 200, body: { id: known } };
  if (desk.queue.waiting(conversation.id) >= longestLine) {
    const full = refusal(429, 'TooManyMessages', 'Too many messages are waiting. Try again in a moment.');
    return { ...full, headers: { 'Retry-After': '5' } };
  }
  return { status: 200, body: { id: take(desk, conversation, posted) } };
};

/** A page posts an activity: answered at once, its turn runs after those before it. */
export const postActivity: Handler = async (desk, request) => {
  const visited = await visit(desk, request);
  if (isReply(visited)) return visited;
  const posted = readPosted(request.body);
  return isReply(posted) ? posted : receive(desk, visited.conversation, posted);
};

/** A page without a stream asks what came since its watermark. */
export const pollActivities: Handler = async (desk, request) => {
  const visited = await visit(desk, request);
  if (isReply(visited)) return visited;
  return { status: 200, body: visited.conversation.transcript.since(watermarkOf(request)) };
};

/** Files are not taken: whatever would have to be looked at before a bot near payments may hold it. */
export const refuseUpload: Handler = async (desk, request) => {
  const visited = await visit(desk, request);
  if (isReply(visited)) return visited;
  return refusal(415, 'NoUploads', 'Files are not taken here. Write what you would like to know.');
};
