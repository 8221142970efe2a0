import type { Answering, Channel } from './connectorTalk.js';

export interface Talking {
  channel: Channel;
  replicas: readonly [Answering, ...Answering[]];
  rounds: number;
  /** Messages of one conversation that wait at the same time; each goes to the next replica. */
  together: number;
}

/** Sends messages without waiting for answers, round after round, each once the one before was acknowledged; the ids of
 * the answered ones of each round, in the order of the answers. */
export async function answeredInOrder({
  channel,
  replicas,
  rounds,
  together,
}: Talking): Promise<{ sent: string[]; answered: string[] }[]> {
  const conversation = { id: 'in-order' };
  const all: { sent: string[]; answered: string[] }[] = [];
  const talks = replicas.map(({ url }) =>
    channel.talk({ url, app: { idle: async () => {} } }, 'admin', { conversation }),
  );
  for (let round = 0; round < rounds; round += 1) {
    const before = channel.sent.length;
    const sent: string[] = [];
    for (let number = 0; number < together; number += 1) {
      const id = `message-${round}-${number}`;
      await talks[number % talks.length]?.send({ id, text: 'what may I do?' });
      sent.push(id);
    }
    await Promise.all(replicas.map(async ({ app }) => await app.idle()));
    const answered = channel.sent
      .slice(before)
      .filter(({ body }) => body.includes('tillkeeper.permissions'))
      .map(({ path }) => /\/activities\/([^/#]+)/.exec(path)?.[1] ?? '');
    all.push({ sent, answered });
  }
  return all;
}
