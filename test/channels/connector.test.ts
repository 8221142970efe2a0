import { MessageFactory, type TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { type Channel, openChannel } from '../conversations/connectorTalk.js';
import { type Answer, type ConnectorDoor, consoleLines, openConnectorDoor } from './connectorDoor.js';

describe('POST /api/messages of a bot without an app id', () => {
  let channel: Channel;
  let door: ConnectorDoor;
  let count = 0;
  /** What a turn does, by the text of its message. */
  let turn: (context: TurnContext) => Promise<void> = async () => {};

  const activity = (more: object = {}) => {
    count += 1;
    return {
      type: 'message',
      id: `m-${count}`,
      channelId: 'emulator',
      serviceUrl: channel.url,
      from: { id: 'ada', role: 'user' },
      recipient: { id: 'bot', role: 'bot' },
      conversation: { id: 'c-1' },
      text: 'hello',
      ...more,
    };
  };
  const error = ({ text }: Answer) => JSON.parse(text).error;

  before(async () => {
    channel = await openChannel();
    door = await openConnectorDoor({ run: async (context) => await turn(context) });
  });
  beforeEach(() => {
    turn = async () => {};
    door.turns.splice(0);
    door.logged.splice(0);
    channel.sent.splice(0);
  });
  after(async () => {
    await door.close();
    await channel.close();
  });

  describe('answers this machine only', () => {
    const otherMachine =
      'This bot has no app id yet, so it answers callers on its own machine only. Set MicrosoftAppId.';
    const tricks: Record<string, string>[] = [
      { host: 'evil.example' },
      { host: 'localhost.evil.example:3978' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-forwarded-host': 'localhost' },
      { 'x-forwarded-proto': 'https' },
      { 'x-real-ip': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 proxy' },
    ];
    for (const headers of tricks) {
      it(`not one that sends ${JSON.stringify(headers)}`, async () => {
        const answer = await door.post(activity(), headers);
        expect(answer.status).to.equal(403);
        expect(error(answer)).to.deep.equal({ code: 'Refused', message: otherMachine });
        expect(door.turns).to.deep.equal([]);
      });
    }

    it('without looking at what another one sends', async () => {
      const answer = await door.post({ nothing: 'right' }, { 'x-forwarded-for': '10.0.0.7' });
      expect(error(answer).message).to.equal(otherMachine);
    });

    for (const serviceUrl of [
      'https://smba.trafficmanager.net/emea/',
      'http://169.254.169.254/',
      'http://127.0.0.1@evil.example/',
      'http://localhost.evil.example/',
      'file://localhost/etc/passwd',
      'nowhere',
    ]) {
      it(`and sends no answer to ${serviceUrl}`, async () => {
        const answer = await door.post(activity({ serviceUrl }));
        expect(answer.status).to.equal(403);
        expect(error(answer)).to.deep.equal({
          code: 'Refused',
          message: 'Without an app id, answers go to a serviceUrl on this machine only.',
        });
        expect(door.turns).to.deep.equal([]);
      });
    }

    it('with whatever token it sends', async () => {
      const answer = await door.post(activity(), { authorization: 'Bearer of the Emulator' });
      expect(answer).to.deep.equal({ status: 200, text: '' });
      expect(door.turns).to.have.length(1);
    });
  });

  describe('refuses', () => {
    const wrong: [field: string, body: () => unknown][] = [
      ['type', () => ({})],
      ['type', () => []],
      ['type', () => null],
      ['type', () => activity({ type: undefined })],
      ['type', () => activity({ type: '' })],
      ['type', () => activity({ type: ['message'] })],
      ['id', () => activity({ id: 7 })],
      ['channelId', () => activity({ channelId: undefined })],
      ['channelId', () => activity({ channelId: '' })],
      ['serviceUrl', () => activity({ serviceUrl: undefined })],
      ['serviceUrl', () => activity({ serviceUrl: {} })],
      ['from', () => activity({ from: undefined })],
      ['from.id', () => activity({ from: {} })],
      ['from.id', () => activity({ from: { id: 7 } })],
      ['conversation', () => activity({ conversation: null })],
      ['conversation.id', () => activity({ conversation: { id: '' } })],
      ['text', () => activity({ text: { $gt: '' } })],
      ['attachments', () => activity({ attachments: 'x' })],
      ['attachments.0', () => activity({ attachments: [null] })],
      ['attachments.0.contentType', () => activity({ attachments: [{ contentType: 7 }] })],
      ['membersAdded', () => activity({ type: 'conversationUpdate', membersAdded: 'ada' })],
      ['membersAdded.0.id', () => activity({ type: 'conversationUpdate', membersAdded: [{ id: {} }] })],
    ];
    for (const [at, [field, body]] of wrong.entries()) {
      it(`what has no right ${field} (${at + 1})`, async () => {
        const answer = await door.post(body());
        expect(answer.status).to.equal(400);
        expect(error(answer)).to.deep.equal({
          code: 'BadArgument',
          message: `That is no Bot Framework activity that can be read: ${field} is missing or of another kind.`,
        });
        expect(door.turns).to.deep.equal([]);
      });
    }
  });

  describe('leaves out what it cannot read of the rest, and answers', () => {
    const odd: [what: string, more: object][] = [
      ['a name that is a number', { from: { id: 'ada', name: 7, role: {}, aadObjectId: ['x'] } }],
      [
        'a conversation with odd extras',
        { conversation: { id: 'c-1', name: 7, isGroup: 'yes', tenantId: 7 } },
      ],
      ['a recipient that is nobody', { recipient: null }],
      ['no recipient', { recipient: undefined }],
      ['a locale that is a number', { locale: 7, localTimezone: {} }],
      ['times that are none', { timestamp: 'noon', localTimestamp: 7, expiration: {} }],
      ['a reply to an object', { replyToId: {} }],
      ['entities that are a text', { entities: 'mention' }],
      ['entities that are none', { entities: [null, 7, {}, { type: 'mention' }] }],
      ['channelData that is a text', { channelData: 'x' }],
      ['a text that is null', { text: null, attachments: null }],
      ['keys that other objects have', JSON.parse('{"__proto__": {"text": "x"}, "constructor": {"id": 1}}')],
    ];
    for (const [what, more] of odd) {
      it(what, async () => {
        turn = async (context) => void (await context.sendActivity('answered'));
        expect(await door.post(activity(more))).to.deep.equal({ status: 200, text: '' });
        expect(channel.sent.map(({ body }) => JSON.parse(body).text)).to.deep.equal(['answered']);
      });
    }

    it('but keeps a mention, times and what it does not know', async () => {
      const mention = { type: 'mention', text: '<at>bot</at>', mentioned: { id: 'bot' }, more: 1 };
      await door.post(
        activity({
          entities: [mention, { type: 'clientInfo', country: 'DE' }, null],
          timestamp: '2026-03-10T12:00:00Z',
          further: 7,
        }),
      );
      const [got] = door.turns;
      expect(got?.entities).to.deep.equal([mention, { type: 'clientInfo', country: 'DE' }]);
      expect(got?.timestamp?.toISOString()).to.equal('2026-03-10T12:00:00.000Z');
      expect(got).to.include({ further: 7 });
    });
  });

  describe('runs an activity once', () => {
    it('however often it is delivered, one after the other or at the same time', async () => {
      const sent = activity();
      const answers = await Promise.all([door.post(sent), door.post(sent), door.post(sent)]);
      answers.push(await door.post(sent));
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200]);
      expect(door.turns.map(({ id }) => id)).to.deep.equal([sent.id]);
    });

    it('even if its turn failed', async () => {
      turn = async () => {
        throw new TypeError('no');
      };
      const sent = activity();
      const statuses = [(await door.post(sent)).status, (await door.post(sent)).status];
      expect(statuses).to.deep.equal([200, 200]);
      expect(door.turns).to.have.length(1);
    });

    it('but the same id of another conversation or channel is another activity', async () => {
      await door.post(activity({ id: 'same' }));
      await door.post(activity({ id: 'same', conversation: { id: 'c-2' } }));
      await door.post(activity({ id: 'same', channelId: 'webchat' }));
      await door.post(activity({ id: 'b', channelId: 'x', conversation: { id: 'y a' } }));
      await door.post(activity({ id: 'a b', channelId: 'x', conversation: { id: 'y' } }));
      expect(door.turns).to.have.length(5);
    });

    it('and one without an id every time', async () => {
      for (const id of [undefined, null, '', undefined]) await door.post(activity({ id }));
      expect(door.turns).to.have.length(4);
    });
  });

  describe('runs the turns of a conversation', () => {
    it('in the order in which they came, one at a time, past one that fails', async () => {
      const log: string[] = [];
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      turn = async ({ activity: { text } }) => {
        log.push(`${text} begins`);
        await (text === 'first' ? held : new Promise(setImmediate));
        if (text === 'second') throw new TypeError('no');
        log.push(`${text} ends`);
      };
      const conversation = { id: 'in-order' };
      const answers: Answer[] = [];
      for (const text of ['first', 'second', 'third'])
        answers.push(await door.send(activity({ conversation, text })));
      await door.send(activity({ conversation: { id: 'another' }, text: 'another' }));
      while (!log.includes('another ends')) await new Promise(setImmediate);
      release();
      await door.inbox.idle();
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
      expect(log).to.deep.equal([
        'first begins',
        'another begins',
        'another ends',
        'first ends',
        'second begins',
        'third begins',
        'third ends',
      ]);
    });
  });

  describe('writes nothing internal', () => {
    it('to the caller or the console when a turn fails', async () => {
      turn = async () => {
        throw new RangeError('the key is sk_test_51HSecret');
      };
      let answer: Answer = { status: 0, text: '' };
      const lines = await consoleLines(async () => {
        answer = await door.post(activity());
      });
      expect(answer).to.deep.equal({ status: 200, text: '' });
      expect(lines).to.deep.equal([]);
      expect(door.logged.map((logged) => JSON.parse(logged))[0]).to.include({ error: 'RangeError' });
      expect(door.logged.join()).to.not.contain('51HSecret');
    });

    it('to the caller or the console when the SDK cannot write an answer', async () => {
      turn = async (context) => {
        const text: string = JSON.parse('{"sk_test_51HSecret": 1}');
        await context.sendActivity({ type: 'message', text });
      };
      let answer: Answer = { status: 0, text: '' };
      const lines = await consoleLines(async () => {
        answer = await door.post(activity());
      });
      expect([answer.status, lines]).to.deep.equal([200, []]);
      expect(answer.text + door.logged.join())
        .to.not.contain('51HSecret')
        .and.not.contain('serializing');
    });
  });

  /** botbuilder's own client would take all but its type away. Seen on the wire only. */
  it('sends an entity whole, as an AI label is one', async () => {
    turn = async (context) => {
      const label = {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        additionalType: ['AIGeneratedContent'],
      };
      await context.sendActivity({ ...MessageFactory.text('labelled'), entities: [label] });
    };
    await door.post(activity());
    const [sent] = channel.sent.map(({ body }) => JSON.parse(body));
    expect(sent.text).to.equal('labelled');
    expect(sent.entities).to.deep.equal([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        additionalType: ['AIGeneratedContent'],
      },
    ]);
  });
});
