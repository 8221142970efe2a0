import { expect } from 'chai';
import { createSeal } from '../../src/sealed.js';
import { createBoundConversations } from '../../src/store/boundConversations.js';
import type { Database } from '../../src/store/database.js';
import { inEachDatabase } from './databases.js';

inEachDatabase('bound conversations', ({ open }) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  afterEach(() => database.close());

  const place = (id: string) => ({
    conversation: { id, tenantId: 'tenant-1' },
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    bot: { id: 'bot' },
  });

  it('lead to the place that was bound last, and to none before that', async () => {
    const bound = createBoundConversations(database, createSeal(['a secret of this test']));
    expect(await bound.find('finance')).to.equal(null);
    await bound.bind('finance', place('one'), 1);
    await bound.bind('finance', place('two'), 2);
    expect((await bound.find('finance'))?.conversation.id).to.equal('two');
    expect(await bound.find('other')).to.equal(null);
  });

  it('lie sealed, and one name does not open another', async () => {
    const bound = createBoundConversations(database, createSeal(['a secret of this test']));
    await bound.bind('finance', place('a-secret-place'), 1);
    const [row] = await database.run('select * from bound_conversation');
    expect(JSON.stringify(row)).not.to.contain('a-secret-place');
    await database.run(`update bound_conversation set name = 'other'`);
    expect(await bound.find('other')).to.equal(null);
  });
});
