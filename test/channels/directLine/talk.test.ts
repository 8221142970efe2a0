import { once } from 'node:events';
import type { Activity, ConversationReference } from 'botbuilder';
import { MessageFactory, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { DirectLineGone } from '../../../src/channels/directLine/adapter.js';
import { eventually, type Line, listen, openTalk, startLine, texts } from './line.js';

const said = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

describe('A talk over Direct Line', () => {
  let line: Line;
  let got: Partial<Activity>[] = [];
  let reference: Partial<ConversationReference> = {};
  let hold: Promise<void> = Promise.resolve();
  const botSays: Record<string, (context: TurnContext) => Promise<unknown>> = {
    async change(context) {
      const sent = await context.sendActivity('draft');
      await context.sendActivity('after');
      await context.updateActivity({ ...MessageFactory.text('final'), id: sent?.id });
    },
    async unsay(context) {
      const sent = await context.sendActivity('a secret');
      await context.deleteActivity(sent?.id ?? '');
      await context.deleteActivity(sent?.id ?? '');
      try {
        await context.updateActivity({ ...MessageFactory.text('back'), id: sent?.id });
      } catch (error) {
        await context.sendActivity(error instanceof DirectLineGone ? `gone: ${error.code}` : 'not gone');
      }
    },
    type: (context) =>
      context.sendActivities([{ type: 'typing' }, { type: 'trace' }, { type: 'message', text: 'typed' }]),
    fail: () => Promise.reject(new TypeError('the bot fell over')),
    hold: (context) => hold.then(() => context.sendActivity('held')),
  };

  before(async () => {
    line = await startLine(async (context) => {
      got.push(context.activity);
      reference = TurnContext.getConversationReference(context.activity);
      if (context.activity.type !== 'message') return;
      const text = String(context.activity.text);
      await (botSays[text]?.(context) ?? context.sendActivity(`echo ${text}`));
    });
  });
  beforeEach(() => {
    got = [];
    hold = Promise.resolve();
  });
  after(() => line.close());

  it('begins with the bot hearing once who is there', async () => {
    const talk = await openTalk(line);
    const again = await line.call('/conversations', { token: talk.token, body: {} });
    await talk.post(said('hello'));
    await eventually(() => got.length === 2);
    expect(again.status).to.equal(200);
    expect(again.body.conversationId).to.equal(talk.id);
    const [joined, hello] = got;
    expect(joined).to.deep.include({ type: 'conversationUpdate', channelId: 'directline', locale: 'de-DE' });
    expect(joined?.membersAdded?.map(({ id }) => id)).to.deep.equal(['tillkeeper', 'analyst']);
    expect(joined?.recipient).to.deep.include({ id: 'tillkeeper', name: 'Tillkeeper' });
    expect(hello).to.deep.include({ type: 'message', text: 'hello' });
  });

  it('is from whom the token names, whatever the page writes', async () => {
    const talk = await openTalk(line);
    const { socket, until } = await listen(talk.streamUrl);
    await talk.post(
      said('who am I', {
        id: 'chosen',
        from: { id: 'admin', name: 'Admin', role: 'bot', aadObjectId: 'x' },
        recipient: { id: 'admin' },
        conversation: { id: 'another', isGroup: true, tenantId: 't' },
        channelId: 'msteams',
        serviceUrl: 'https://evil.example',
        timestamp: '2001-01-01T00:00:00Z',
        deliveryMode: 'expectReplies',
        replyToId: 'x',
        entities: [{ type: 'mention' }],
        channelData: { tillkeeper: { portal: 'intranet' }, tenant: { id: 't' }, postBack: true },
      }),
    );
    const shown = await until((told) => told.length === 2);
    socket.close();
    const sent = got.find(({ type }) => type === 'message');
    for (const activity of [shown[0], sent]) {
      expect(activity?.from).to.deep.equal({ id: 'analyst', name: 'The analyst', role: 'user' });
      expect(activity?.conversation).to.deep.include({ id: talk.id, isGroup: false });
      expect(activity?.channelData).to.deep.equal({ postBack: true, tillkeeper: { portal: 'demo' } });
      expect(activity).to.include({ channelId: 'directline', serviceUrl: 'urn:tillkeeper:directline' });
      expect(activity).not.to.have.any.keys('entities', 'deliveryMode', 'replyToId');
      expect(activity?.id).not.to.equal('chosen');
    }
    expect(sent?.timestamp?.getFullYear()).to.equal(2026);
  });

  it('keeps what a card or a form says, and of files only what they are', async () => {
    const talk = await openTalk(line);
    const value = { tillkeeper: { act: 'ask', text: 'help' }, percent_off: '15' };
    await talk.post({
      type: 'message',
      value,
      locale: 'fr-CH',
      localTimezone: 'Europe/Zurich',
      channelData: { postBack: true },
    });
    await talk.post(
      said('look', {
        locale: 'not a locale',
        localTimezone: 'Mars/Olympus',
        attachments: [{ contentType: 'image/png', name: 'a.png', contentUrl: 'https://evil.example/a.png' }],
      }),
    );
    await talk.post({ type: 'event', name: 'noted', value: 7 });
    await eventually(() => got.length === 4);
    const [, form, file, event] = got;
    expect(form).to.deep.include({ value, locale: 'fr-CH', localTimezone: 'Europe/Zurich' });
    expect(form?.text).to.equal(undefined);
    expect(file?.attachments).to.deep.equal([{ contentType: 'image/png', name: 'a.png' }]);
    expect([file?.locale, file?.localTimezone]).to.deep.equal([undefined, undefined]);
    expect(event).to.deep.include({ type: 'event', name: 'noted', value: 7 });
  });

  it('shows a message on the page before the bot has it', async () => {
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const talk = await openTalk(line);
    const { socket, until } = await listen(talk.streamUrl);
    const { status, body } = await talk.post(said('hold', { channelData: { clientActivityID: 'c1' } }));
    expect(status).to.equal(200);
    const [echo] = await until((told) => told.length === 1);
    expect(echo).to.deep.include({ id: body.id, text: 'hold' });
    expect(echo?.channelData).to.deep.include({ clientActivityID: 'c1' });
    release();
    const [, answer] = await until((told) => told.length === 2);
    socket.close();
    expect(answer).to.deep.include({ text: 'held', replyToId: body.id });
    expect(answer?.from).to.deep.include({ id: 'tillkeeper', role: 'bot' });
    expect(answer?.recipient).to.deep.include({ id: 'analyst' });
  });

  it('answers in the order asked, one at a time, past a turn that fails', async () => {
    const talk = await openTalk(line);
    const failed = line.failures.length;
    const asked = ['one', 'two', 'fail', 'three', 'four'];
    for (const text of asked) await talk.post(said(text));
    await eventually(async () => texts((await talk.poll()).activities).includes('echo four'));
    const answers = texts((await talk.poll()).activities).filter((text) => String(text).startsWith('echo'));
    expect(answers).to.deep.equal(['echo one', 'echo two', 'echo three', 'echo four']);
    expect(line.failures.slice(failed)).to.deep.equal([{ error: 'TypeError' }]);
  });

  it('replaces a message in its place', async () => {
    const talk = await openTalk(line);
    const { socket, until } = await listen(talk.streamUrl);
    await talk.post(said('change'));
    const told = await until((all) => texts(all).includes('final'));
    socket.close();
    const [draft, final] = ['draft', 'final'].map((text) => told.find((activity) => activity.text === text));
    expect(final).to.include({ id: draft?.id, timestamp: draft?.timestamp, replyToId: draft?.replyToId });
    expect(texts((await talk.poll()).activities)).to.deep.equal(['change', 'after', 'final']);
  });

  it('takes a message back from the page and from memory', async () => {
    const talk = await openTalk(line);
    const { socket, until } = await listen(talk.streamUrl);
    await talk.post(said('unsay'));
    const told = await until((all) => texts(all).includes('gone: activity'));
    socket.close();
    const secret = told.find(({ text }) => text === 'a secret');
    const deletions = told.filter(({ type }) => type === 'messageDelete');
    expect(deletions.map(({ value }) => value)).to.deep.equal([{ activityId: secret?.id }]);
    expect(JSON.stringify(await talk.poll())).not.to.contain('a secret');
  });

  it('shows typing while it lasts and traces never', async () => {
    const talk = await openTalk(line);
    const { socket, until } = await listen(talk.streamUrl);
    await talk.post(said('type'));
    const told = await until((all) => texts(all).includes('typed'));
    socket.close();
    expect(told.map(({ type }) => type)).to.deep.equal(['message', 'typing', 'message']);
    expect((await talk.poll()).activities.map(({ type }) => type)).to.deep.equal(['message', 'message']);
  });

  it('runs a message that is sent twice once', async () => {
    const talk = await openTalk(line);
    const message = said('once', { channelData: { clientActivityID: 'same' } });
    const [first, second] = await Promise.all([talk.post(message), talk.post(message)]);
    const third = await talk.post(message);
    await talk.post(said('last'));
    await talk.post(said('last'));
    await eventually(async () => texts((await talk.poll()).activities).length === 6);
    expect([second.body.id, third.body.id]).to.deep.equal([first.body.id, first.body.id]);
    expect(got.map(({ text }) => text)).to.deep.equal([undefined, 'once', 'last', 'last']);
  });

  it('goes on from the watermark by polling', async () => {
    const talk = await openTalk(line);
    await talk.post(said('a'));
    await eventually(async () => (await talk.poll()).activities.length === 2);
    const { watermark } = await talk.poll();
    expect(await talk.poll(watermark)).to.deep.equal({ activities: [], watermark });
    await talk.post(said('b'));
    await eventually(async () => (await talk.poll(watermark)).activities.length === 2);
    expect(texts((await talk.poll(watermark)).activities)).to.deep.equal(['b', 'echo b']);
  });

  it('loses and repeats nothing when the stream breaks', async () => {
    const talk = await openTalk(line);
    const first = await listen(talk.streamUrl);
    await talk.post(said('a'));
    await first.until((all) => texts(all).includes('echo a'));
    first.socket.terminate();
    await talk.post(said('b'));
    await eventually(async () => texts((await talk.poll()).activities).includes('echo b'));
    const path = `/conversations/${talk.id}?watermark=${first.watermark()}`;
    const { status, body } = await line.call(path, { token: talk.token });
    const second = await listen(String(body.streamUrl));
    await talk.post(said('c'));
    await second.until((all) => texts(all).includes('echo c'));
    second.socket.close();
    expect(status).to.equal(200);
    expect(texts([...first.told, ...second.told])).to.deep.equal([
      'a',
      'echo a',
      'b',
      'echo b',
      'c',
      'echo c',
    ]);
  });

  it('reaches the page without being asked', async () => {
    const talk = await openTalk(line);
    const { socket, until } = await listen(talk.streamUrl);
    await talk.post(said('hi'));
    await until((all) => texts(all).includes('echo hi'));
    await line.adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity(`by the way, ${context.activity.channelData.tillkeeper.portal}`);
    });
    const told = await until((all) => texts(all).includes('by the way, demo'));
    socket.close();
    expect(texts(told)).to.deep.equal(['hi', 'echo hi', 'by the way, demo']);
  });

  it('tells the bot when nobody is there any more', async () => {
    const gone = {
      ...reference,
      conversation: { id: 'no such', name: '', isGroup: false, conversationType: '' },
    };
    const failure = await line.adapter
      .continueConversationAsync('', gone, async () => {})
      .catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(DirectLineGone);
  });

  const bodies: [string, { body?: unknown; raw?: string; headers?: Record<string, string> }][] = [
    ['nothing', { raw: '' }],
    ['a list', { body: [] }],
    ['a text', { body: 'hello' }],
    ['no type', { body: { text: 'hello' } }],
    ['a type of another kind', { body: { type: 'invoke', name: 'x' } }],
    ['a type that is no text', { body: { type: 7 } }],
    ['conversationUpdate', { body: { type: 'conversationUpdate', membersAdded: [] } }],
    ['a text that is a number', { body: { type: 'message', text: 7 } }],
    ['attachments that are no list', { body: { type: 'message', attachments: 'x' } }],
    ['fifty attachments', { body: { type: 'message', attachments: Array(50).fill({ contentType: 'x' }) } }],
    ['malformed JSON', { raw: '{"type":' }],
    ['JSON called text', { raw: '{"type":"message"}', headers: { 'content-type': 'text/plain' } }],
  ];
  for (const [what, { body, raw, headers = {} }] of bodies) {
    it(`refuses ${what} as an activity`, async () => {
      const talk = await openTalk(line);
      const call = {
        token: talk.token,
        method: 'POST',
        headers,
        ...(raw === undefined ? { body } : { raw }),
      };
      const answer = await line.call(`/conversations/${talk.id}/activities`, call);
      expect(answer.status).to.equal(400);
      const sentence = answer.body.error?.message ?? answer.body.message;
      expect(sentence).to.be.a('string').and.not.contain('Expected');
    });
  }

  it('takes an empty message, a long one and emoji to the bot', async () => {
    const talk = await openTalk(line);
    for (const text of ['', 'x'.repeat(10_001), '💳']) await talk.post(said(text));
    await eventually(async () => texts((await talk.poll()).activities).length === 6);
    expect(got.slice(1).map(({ text }) => text?.length)).to.deep.equal([0, 10_001, 2]);
  });

  it('ignores that a person is typing', async () => {
    const talk = await openTalk(line);
    const { status, body } = await talk.post({ type: 'typing' });
    await talk.post(said('done'));
    await eventually(() => got.some(({ text }) => text === 'done'));
    expect(status).to.equal(200);
    expect(body.id).to.be.a('string');
    expect(got.map(({ type }) => type)).to.deep.equal(['conversationUpdate', 'message']);
  });

  it('refuses files with a sentence', async () => {
    const talk = await openTalk(line);
    const { status, body } = await line.call(`/conversations/${talk.id}/upload?userId=analyst`, {
      token: talk.token,
      raw: '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n--b--\r\n',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
    expect(status).to.equal(415);
    expect(body.error).to.deep.equal({
      code: 'NoUploads',
      message: 'Files are not taken here. Write what you would like to know.',
    });
  });

  it('asks for patience when too many messages wait', async () => {
    let release = () => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const talk = await openTalk(line);
    await eventually(() => got.length === 1);
    const answers = [];
    for (let n = 0; n < 55; n += 1) answers.push(await talk.post(said('hold')));
    release();
    await eventually(async () => texts((await talk.poll()).activities).includes('held'));
    expect(answers.filter(({ status }) => status === 200)).to.have.length(50);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).to.have.length(5);
    expect(refused[0]?.headers.get('retry-after')).to.equal('5');
  });

  it('ends for a page that no longer answers, and goes on for one that does', async () => {
    const brisk = await startLine(async () => {}, { pingEvery: 20 });
    const [live, dead] = [await openTalk(brisk), await openTalk(brisk)];
    const answering = await listen(live.streamUrl);
    const silent = await listen(dead.streamUrl);
    silent.socket.pong = () => {};
    answering.socket.send('');
    await once(silent.socket, 'close');
    expect(answering.socket.readyState).to.equal(1);
    await brisk.close();
  });

  it('says goodbye when the bot stops, after the turns under way', async () => {
    const stopping = await startLine(async (context) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (context.activity.type === 'message') await context.sendActivity('last words');
    });
    const talk = await openTalk(stopping);
    const { socket, told } = await listen(talk.streamUrl);
    await talk.post(said('bye'));
    const closed = once(socket, 'close');
    await stopping.close();
    expect((await closed)[0]).to.equal(1001);
    expect(texts(told)).to.deep.equal(['bye', 'last words']);
  });
});
