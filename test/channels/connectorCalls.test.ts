import { expect } from 'chai';
import { createConnectorCalls } from '../../src/channels/connectorCalls.js';
import { createAskConnector } from '../../src/channels/connectorHttp.js';
import { createSendWindows } from '../../src/channels/sendWindows.js';
import { ChannelFault } from '../../src/errors.js';
import { type Next, openFlakyConnector } from './flakyConnector.js';

/** Calls to a Connector that answers in this order, then well. */
async function calling(answers: readonly Next[], { patience = 300 } = {}) {
  const left = [...answers];
  const connector = await openFlakyConnector(() => left.shift() ?? 200);
  const { ask, close } = createAskConnector(patience);
  const calls = createConnectorCalls({
    ask,
    windows: createSendWindows(() => performance.now()),
    serviceUrl: connector.url,
    token: async () => 'a-token',
    random: () => 0.5,
    times: { budget: 2500, pause: 10 },
  });
  return {
    calls,
    connector,
    close: () => {
      close();
      connector.close();
    },
  };
}

const hello = { type: 'message', text: 'hello', entities: [{ type: 'x', '@type': 'Message' }] };

describe('a call to a channel', () => {
  it('sends the whole activity, entities and all, with the token', async () => {
    const { calls, connector, close } = await calling([]);
    expect(await calls.sendToConversation('a/b c', hello)).to.deep.equal({ id: 'sent-1' });
    await calls.replyToActivity('c', 'a-1', hello);
    await calls.updateActivity('c', 'a-1', hello);
    await calls.deleteActivity('c', 'a-1');
    await calls.createConversation({ members: [] });
    expect(connector.seen.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'POST /channel/v3/conversations/a%2Fb%20c/activities',
      'POST /channel/v3/conversations/c/activities/a-1',
      'PUT /channel/v3/conversations/c/activities/a-1',
      'DELETE /channel/v3/conversations/c/activities/a-1',
      'POST /channel/v3/conversations',
    ]);
    expect(JSON.parse(connector.seen[0]?.body ?? '')).to.deep.equal(hello);
    expect(connector.seen[0]?.authorization).to.equal('Bearer a-token');
    close();
  });

  const sends: [what: string, answers: Next[], tries: number, ends: number | null | 'well'][] = [
    ['a message after 429', [429, 429], 3, 'well'],
    ['a message after 412', [412], 2, 'well'],
    ['a message after 502 and 504, which Microsoft asks for', [502, 504], 3, 'well'],
    ['a message no more than seven times', [502, 502, 502, 502, 502, 502, 502, 502], 7, 502],
    ['no message after 500: it may have been taken', [500], 1, 500],
    ['no message after 503', [503], 1, 503],
    ['no message when the line breaks', ['cut'], 1, null],
    ['no message when no answer comes', ['hang'], 1, null],
    ['nothing after 403', [403], 1, 403],
    ['nothing after 413', [413], 1, 413],
    ['nothing where a redirect leads', [302], 1, 302],
    ['nothing where the wait is longer than there is time', [{ status: 429, retryAfter: '60' }], 1, 429],
  ];
  for (const [what, answers, tries, ends] of sends)
    it(`repeats ${what}`, async () => {
      const { calls, connector, close } = await calling(answers);
      const ended = await calls.sendToConversation('c', hello).catch((fault: unknown) => fault);
      expect(connector.seen).to.have.lengthOf(tries);
      if (ends === 'well') expect(ended).to.deep.equal({ id: `sent-${tries}` });
      else {
        expect(ended).to.be.instanceOf(ChannelFault);
        expect(Object(ended).statusCode).to.equal(ends ?? undefined);
      }
      close();
    });

  for (const answer of [500, 503, 'cut', 'hang'] as const)
    it(`repeats a change and a deletion after ${answer}: they may be done twice`, async () => {
      const { calls, connector, close } = await calling([answer, 200, answer]);
      await calls.updateActivity('c', 'a-1', hello);
      await calls.deleteActivity('c', 'a-1');
      expect(connector.seen.map(({ method }) => method)).to.deep.equal(['PUT', 'PUT', 'DELETE', 'DELETE']);
      close();
    });

  it('waits as long as it is asked to', async () => {
    const { calls, connector, close } = await calling([{ status: 429, retryAfter: '1' }]);
    await calls.sendToConversation('c', hello);
    const [first, second] = connector.seen;
    expect((second?.at ?? 0) - (first?.at ?? 0)).to.be.at.least(990);
    close();
  });
});

describe('1,000 messages to a channel that fails one time in five', () => {
  it('all arrive: none twice after 429 and 412, and the limits hold after the first 429', async () => {
    let calls = 0;
    const connector = await openFlakyConnector(() => {
      calls += 1;
      return calls % 5 === 0 ? ([429, 412, 502, 504][(calls / 5) % 4] ?? 200) : 200;
    });
    const { ask, close } = createAskConnector(10_000);
    const short = [
      [7, 60],
      [12, 150],
    ] as const;
    const windows = createSendWindows(() => performance.now(), short);
    const times = new Map<string, number[]>();
    const watched = {
      ...windows,
      sent: (conversation: string) => {
        windows.sent(conversation);
        if (limited.has(conversation))
          times.set(conversation, [...(times.get(conversation) ?? []), performance.now()]);
      },
      limited: (conversation: string) => {
        windows.limited(conversation);
        limited.add(conversation);
      },
    };
    const limited = new Set<string>();
    const conversations = Array.from({ length: 100 }, (_, at) => `c-${at}`);
    await Promise.all(
      conversations.map(async (conversation) => {
        const send = createConnectorCalls({
          ask,
          windows: watched,
          serviceUrl: connector.url,
          token: async () => '',
          random: () => 0.5,
          times: { pause: 2, budget: 8000 },
        });
        for (let at = 0; at < 10; at += 1)
          await send.sendToConversation(conversation, { type: 'message', text: `${conversation} ${at}` });
      }),
    );
    const arrived = connector.seen.filter(({ status }) => status === 200).map(({ body }) => body);
    expect(new Set(arrived).size).to.equal(1000);
    expect(arrived).to.have.lengthOf(1000);
    expect(limited.size).to.be.above(0);
    for (const kept of times.values())
      for (const [most, within] of short)
        for (const [at, time] of kept.entries()) {
          const earlier = kept[at - most];
          if (earlier !== undefined) expect(time - earlier).to.be.at.least(within - 1);
        }
    close();
    connector.close();
  });
});

describe('a message that surely did not arrive', () => {
  it('is sent again: nobody listened, or a kept connection had been closed', async () => {
    const first = await openFlakyConnector(() => 200);
    const { ask, close } = createAskConnector(10_000);
    const calls = createConnectorCalls({
      ask,
      windows: createSendWindows(() => performance.now()),
      serviceUrl: first.url,
      token: async () => '',
      random: () => 0.5,
      times: { pause: 5 },
    });
    await calls.sendToConversation('c', hello);
    first.close();
    const failed = await calls.sendToConversation('c', hello).catch((fault: unknown) => fault);
    expect(failed).to.be.instanceOf(ChannelFault);
    expect(first.seen).to.have.lengthOf(1);
    close();
  });
});
