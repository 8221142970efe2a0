import { expect } from 'chai';
import { createSeal } from '../../src/sealed.js';
import type { Database } from '../../src/store/database.js';
import { createDirectLineTalks } from '../../src/store/directLineTalks.js';
import { inEachDatabase } from './databases.js';

const seal = createSeal(['a secret of these tests, long enough']);
const ada = { portal: 'intranet', user: { id: 'u-1001', name: 'Ada Lovelace' } };

inEachDatabase('the conversations of Direct Line', ({ open }) => {
  let database: Database;
  before(async () => {
    database = await open();
  });
  afterEach(async () => await database.run('delete from direct_line_talk'));
  after(async () => await database.close());

  const talksOf = (idle = 1000) => createDirectLineTalks(database, seal, { conversations: 10, idle });

  it('are found by any process that shares the database, and by none that has another secret', async () => {
    expect(await talksOf().open({ id: 'c', ...ada }, 5)).to.equal(true);
    expect(await talksOf().find('c', 10)).to.deep.equal({ id: 'c', openedAt: 5, ...ada });
    const stranger = createDirectLineTalks(database, createSeal(['another secret, as long as that one']));
    expect(await stranger.find('c', 10)).to.equal(null);
  });

  it('say nothing in clear of whose they are', async () => {
    await talksOf().open({ id: 'c', ...ada }, 5);
    const rest = JSON.stringify(await database.run('select * from direct_line_talk'));
    for (const word of ['intranet', 'u-1001', 'Ada', 'Lovelace']) expect(rest).not.to.contain(word);
  });

  it('do not pass as another one', async () => {
    await talksOf().open({ id: 'c', ...ada }, 5);
    await talksOf().open({ id: 'd', portal: 'demo', user: { id: 'guest', name: 'Guest' } }, 5);
    await database.run(
      `update direct_line_talk set sealed = (select sealed from direct_line_talk where id = 'c') where id = 'd'`,
    );
    expect(await talksOf().find('d', 10)).to.equal(null);
  });

  it('are written down as used by their page now and then, not with every call, and never by the bot', async () => {
    const talks = talksOf();
    await talks.open({ id: 'c', ...ada }, 0);
    const usedAt = async () => (await database.run('select used_at from direct_line_talk'))[0]?.used_at;
    await talks.find('c', 49, true);
    expect(await usedAt()).to.equal(0);
    await talks.find('c', 900);
    expect(await usedAt()).to.equal(0);
    await talks.find('c', 50, true);
    expect(await usedAt()).to.equal(50);
  });

  it('are deleted when their time is over, and not before', async () => {
    const talks = talksOf();
    await talks.open({ id: 'c', ...ada }, 0);
    await talks.prune(999);
    expect(await database.run('select id from direct_line_talk')).to.have.length(1);
    await talks.prune(1000);
    expect(await database.run('select id from direct_line_talk')).to.have.length(0);
  });
});
