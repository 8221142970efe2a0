import { expect } from 'chai';
import { createConversations } from '../../../src/channels/directLine/conversations.js';
import { createDirectLineTalks } from '../../../src/store/directLineTalks.js';
import { inEachDatabase } from '../../store/databases.js';
import { openBook, seal } from './book.js';

const holder = (conversationId: string) => ({
  portal: 'demo',
  user: { id: 'analyst', name: 'Analyst' },
  conversationId,
  trustedOrigins: [],
});

inEachDatabase('Open conversations', ({ open }) => {
  let now = 0;
  let close = async () => {};
  const make = async () => {
    const database = await open();
    const book = openBook(database, { clock: () => new Date(now) });
    close = async () => {
      book.close();
      await database.close();
    };
    const talks = createDirectLineTalks(database, seal, { conversations: 2, idle: 1000 });
    return createConversations({ talks, transcripts: book, clock: () => new Date(now) });
  };
  beforeEach(() => {
    now = 0;
  });
  afterEach(async () => await close());

  it('are made once', async () => {
    const conversations = await make();
    const { conversation, fresh } = await conversations.open(holder('a'));
    const { transcript: _, ...opened } = conversation;
    expect(fresh).to.equal(true);
    const again = await conversations.open(holder('a'));
    expect(again.fresh).to.equal(false);
    expect(again.conversation).to.deep.include(opened);
    expect(await conversations.find('a')).to.deep.include(opened);
    expect(await conversations.find('b')).to.equal(null);
  });

  it('are made once however many ask at the same time', async () => {
    const conversations = await make();
    const all = await Promise.all(Array.from({ length: 5 }, () => conversations.open(holder('a'))));
    expect(all.filter(({ fresh }) => fresh)).to.have.length(1);
    expect(new Set(all.map(({ conversation }) => conversation.id))).to.deep.equal(new Set(['a']));
  });

  it('lapse when unused, and live on while used', async () => {
    const conversations = await make();
    await conversations.open(holder('a'));
    now = 900;
    expect(await conversations.find('a')).not.to.equal(null);
    now = 1800;
    expect(await conversations.find('a')).not.to.equal(null);
    now = 2800;
    expect(await conversations.find('a')).to.equal(null);
    expect((await conversations.open(holder('a'))).fresh).to.equal(true);
  });

  it('begin with nothing of the one that lapsed', async () => {
    const conversations = await make();
    const { transcript } = (await conversations.open(holder('a'))).conversation;
    await transcript.put({ id: 'old', type: 'message', text: 'of before' });
    now = 1000;
    const { conversation, fresh } = await conversations.open(holder('a'));
    expect(fresh).to.equal(true);
    expect(await conversation.transcript.since(null)).to.deep.equal({ activities: [], watermark: '0' });
  });

  it('give way, the longest unused first, when there are too many', async () => {
    const conversations = await make();
    await conversations.open(holder('a'));
    now = 100;
    await conversations.open(holder('b'));
    now = 200;
    await conversations.find('a');
    now = 300;
    await conversations.open(holder('c'));
    const ids = [];
    for (const id of ['a', 'b', 'c']) ids.push((await conversations.find(id))?.id);
    expect(ids).to.deep.equal(['a', undefined, 'c']);
  });
});
