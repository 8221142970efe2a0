import type { TurnContext } from 'botbuilder';
import { MessageFactory } from 'botbuilder';
import { expect } from 'chai';
import type { WireActivity } from '../../../src/channels/directLine/frame.js';
import { openDatabase } from '../../../src/store/database.js';
import { inEachFile } from './files.js';
import { eventually, type Line, listen, openTalk, startLine, texts } from './line.js';

const said = (text: string, more: object = {}) => ({ type: 'message', text, ...more });

/** Changes what it said, and takes back what it said. */
const bot = async (context: TurnContext) => {
  const { type, text } = context.activity;
  if (type !== 'message') return;
  const draft = await context.sendActivity(`draft of ${text}`);
  const secret = await context.sendActivity(`secret of ${text}`);
  await context.updateActivity({ ...MessageFactory.text(`answer to ${text}`), id: draft?.id });
  await context.deleteActivity(secret?.id ?? '');
};

inEachFile('Two replicas of Direct Line', (place) => {
  let one: Line;
  let other: Line;
  let close = async () => {};
  before(async () => {
    const databases = [openDatabase(place()), openDatabase(place())] as const;
    await Promise.all(databases.map(async ({ ready }) => await ready));
    one = await startLine(bot, { database: databases[0], pollEvery: 50 });
    other = await startLine(bot, { database: databases[1], pollEvery: 50 });
    close = async () => {
      await Promise.all([one.close(), other.close()]);
      await Promise.all(databases.map(async (database) => await database.close()));
    };
  });
  after(async () => await close());

  /** The same person's calls, at the other replica. */
  const at = (line: Line, { id, token }: { id: string; token: string }) => ({
    post: async (activity: object) =>
      await line.call(`/conversations/${id}/activities`, { token, body: activity }),
    poll: async (watermark: string) =>
      (await line.call(`/conversations/${id}/activities?watermark=${watermark}`, { token })).body,
    rejoin: async (watermark: string) =>
      String((await line.call(`/conversations/${id}?watermark=${watermark}`, { token })).body.streamUrl),
  });

  it('tell a page at one what the bot says at the other, its changes and deletions too', async () => {
    const talk = await openTalk(one);
    const { socket, until } = await listen(talk.streamUrl);
    await talk.post(said('here'));
    await until((all) => texts(all).includes('answer to here'));
    await at(other, talk).post(said('there'));
    const whole = ['here', 'answer to here', 'there', 'answer to there'];
    const told = await until((all) => String(onScreen(all)) === String(whole));
    socket.close();
    expect(onScreen(told)).to.deep.equal(whole);
    expect(told.filter(({ type }) => type === 'messageDelete').length).to.be.at.least(1);
  });

  it('lose and repeat nothing when a page goes from one to the other', async () => {
    const talk = await openTalk(one);
    const first = await listen(talk.streamUrl);
    await talk.post(said('a'));
    await first.until((all) => String(onScreen(all)) === 'a,answer to a');
    first.socket.terminate();
    await at(one, talk).post(said('b'));
    const second = await listen(await at(other, talk).rejoin(first.watermark()));
    await at(other, talk).post(said('c'));
    await second.until((all) => texts(all).includes('answer to c'));
    second.socket.close();
    const all = [...first.told, ...second.told].map((activity) => JSON.stringify(activity));
    expect(all).to.deep.equal([...new Set(all)]);
    const answers = texts([...first.told, ...second.told]).filter((text) => /^answer/.test(String(text)));
    expect(answers).to.deep.equal(['answer to a', 'answer to b', 'answer to c']);
  });

  it('run a message that is sent to both once, in the order they were sent', async () => {
    const talk = await openTalk(one);
    const message = said('once', { channelData: { clientActivityID: 'same' } });
    const answers = await Promise.all([talk.post(message), at(other, talk).post(message)]);
    await at(other, talk).post(said('then'));
    await talk.post(said('last'));
    const shown = async () =>
      texts((await talk.poll()).activities).filter((text) => /^answer/.test(String(text)));
    await eventually(async () => (await shown()).length === 3);
    expect(new Set(answers.map(({ body }) => body.id)).size).to.equal(1);
    expect(await shown()).to.deep.equal(['answer to once', 'answer to then', 'answer to last']);
  });

  it('take a message over that one accepted and never ran', async () => {
    let release = () => {};
    const hangs = new Promise<void>((resolve) => {
      release = resolve;
    });
    const database = openDatabase(place());
    const lost = await startLine(async () => await hangs, { database });
    const talk = await openTalk(one);
    await eventually(() => one.inbox.waiting({ ...doorOf, conversation: talk.id }) === 0);
    await at(lost, talk).post(said('hello'));
    await eventually(async () => (await talk.poll()).activities.length === 1);
    for (const line of [one, other]) line.time.now += 30_000;
    await other.inbox.recover();
    await eventually(async () => texts((await talk.poll()).activities).includes('answer to hello'));
    expect(texts((await talk.poll()).activities)).to.deep.equal(['hello', 'answer to hello']);
    release();
    await lost.close();
    await database.close();
  });

  it('answer 404 at both to a token whose conversation has lapsed', async () => {
    const talk = await openTalk(one);
    const { socket } = await listen(talk.streamUrl);
    socket.terminate();
    const status = async (line: Line) =>
      (await line.call(`/conversations/${talk.id}/activities`, { token: talk.token })).status;
    expect([await status(one), await status(other)]).to.deep.equal([200, 200]);
    await other.lapse();
    expect([await status(one), await status(other)]).to.deep.equal([404, 404]);
  });
});

/** The texts that stand on a page after all it was told. */
const onScreen = (told: readonly WireActivity[]) => {
  const screen = new Map<string, unknown>();
  for (const { id, type, text, value } of told)
    if (type === 'messageDelete') screen.delete(String(Object(value).activityId));
    else if (type === 'message') screen.set(id, text);
  return [...screen.values()];
};

const doorOf = { door: 'directLine', channel: 'directline' };
