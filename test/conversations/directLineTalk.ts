import { z } from 'zod';
import type { House } from './house.js';
import { type Change, createTalk, type Talk, wireActivity } from './talk.js';

const batch = z.object({ activities: z.array(wireActivity), watermark: z.string() });
const opened = z.object({ token: z.string(), conversationId: z.string() });
const deletion = z.object({ activityId: z.string() });

/** Opens a conversation of a demo person over the embedded Direct Line, as Web Chat does, by polling. With a portal's
 * secret it is a person of that portal. */
export async function talkOverDirectLine(house: House, person: string, secret = ''): Promise<Talk> {
  const base = `${house.url}/v3/directline`;
  const post = async (path: string, token: string, body: object): Promise<unknown> => {
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const response = await fetch(`${base}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return await response.json();
  };
  const { token } = opened.parse(await post('/tokens/generate', secret, { user: { id: person } }));
  const { conversationId } = opened.parse(await post('/conversations', token, {}));
  const path = `/conversations/${conversationId}/activities`;
  let watermark = '';
  const received = async (): Promise<Change[]> => {
    const response = await fetch(`${base}${path}?watermark=${watermark}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const frame = batch.parse(await response.json());
    watermark = frame.watermark;
    return frame.activities.flatMap((activity): Change[] => {
      if (activity.type === 'messageDelete')
        return [{ kind: 'gone', id: deletion.parse(activity.value).activityId }];
      if (activity.from?.id === person) return [];
      return [{ kind: 'put', id: activity.id ?? '', activity }];
    });
  };
  const talk = createTalk({
    conversation: conversationId,
    received,
    send: async (activity) => {
      const sent = { type: 'message', from: { id: person }, localTimezone: 'Europe/Berlin', ...activity };
      await post(path, token, sent);
      await house.app.idle();
    },
  });
  await house.app.idle();
  await received();
  return talk;
}
