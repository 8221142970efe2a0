import { expect } from 'chai';
import { createChannelAbilities } from '../../src/store/channelAbilities.js';
import { openSqlite } from '../../src/store/database.js';

describe('what a channel lets the bot do', () => {
  it('is hoped for, then as it was learnt last, channel by channel', async () => {
    const database = openSqlite(':memory:');
    const channels = createChannelAbilities(database);
    expect(await channels.takesBack('msteams')).to.equal(true);
    await channels.learn('msteams', false);
    expect([await channels.takesBack('msteams'), await channels.takesBack('emulator')]).to.deep.equal([
      false,
      true,
    ]);
    await channels.learn('msteams', true);
    expect(await channels.takesBack('msteams')).to.equal(true);
    database.close();
  });
});
