import { expect } from 'chai';
import { abilityLapse, createChannelAbilities } from '../../src/store/channelAbilities.js';
import { inEachDatabase } from './databases.js';

inEachDatabase('what a channel lets the bot do', ({ open }) => {
  it('is hoped for, then as it was learnt last, channel by channel', async () => {
    const database = await open();
    const channels = createChannelAbilities(database, () => new Date(0));
    expect(await channels.takesBack('msteams')).to.equal(true);
    await channels.learn('msteams', false);
    expect([await channels.takesBack('msteams'), await channels.takesBack('emulator')]).to.deep.equal([
      false,
      true,
    ]);
    await channels.learn('msteams', true);
    expect(await channels.takesBack('msteams')).to.equal(true);
    await database.close();
  });

  it('is tried once more when it was learnt long ago', async () => {
    let now = 1_000_000_000_000;
    const database = await open();
    const channels = createChannelAbilities(database, () => new Date(now));
    await channels.learn('msteams', false);
    now += abilityLapse - 1;
    await channels.prune(now);
    expect(await channels.takesBack('msteams')).to.equal(false);
    await channels.prune(now + 1);
    expect(await channels.takesBack('msteams')).to.equal(true);
    expect(await database.run('select * from channel_ability')).to.deep.equal([]);
    await database.close();
  });
});
