import { openChannel } from '../test/conversations/connectorTalk.js';
import { quantile, talkWhileHanging } from '../test/conversations/hanging.js';
import { openHouse } from '../test/conversations/house.js';

/** How long a message waits for its HTTP 200, and for its answer, while Stripe does not answer: 20 messages a second for
 * ten seconds, at `POST /api/messages`, in a database in memory. */
const [house, channel] = await Promise.all([openHouse(), openChannel()]);
const { acknowledged, answered } = await talkWhileHanging({ house, channel, messages: 200, perSecond: 20 });
const line = (what: string, times: readonly number[]) => {
  const [half, most, all] = [0.5, 0.99, 1].map((part) => Math.round(quantile(times, part)));
  console.log(`${what}: p50 ${half} ms, p99 ${most} ms, longest ${all} ms`);
};
line('acknowledged', acknowledged);
line('answered', answered);
await Promise.all([house.close(), channel.close()]);
