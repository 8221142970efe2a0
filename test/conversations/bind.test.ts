import { expect } from 'chai';
import type { Settings } from '../../src/settings.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import { names, only } from './talk.js';

describe('a conversation that is given a name of the settings', () => {
  let house: House;
  let channel: Channel;
  let given: Settings;

  before(async () => {
    house = await openHouse({
      settings: (demo) => {
        given = { ...demo, conversations: ['finance-team'] };
        return given;
      },
    });
    channel = await openChannel();
  });
  after(async () => {
    await house.close();
    await channel.close();
  });

  const conversation = { isGroup: true, conversationType: 'groupChat' };
  const button = 'Make this “finance-team”';

  it('is bound by who may, in the group itself', async () => {
    const group = channel.talk(house, 'admin', { conversation });
    const help = only('help', await group.say('help'));
    const said = await group.press(help, button);
    expect(only('notice', said).text).to.contain('From now on this conversation is “finance-team”');
  });

  it('is not offered to who may not', async () => {
    const group = channel.talk(house, 'analyst', { conversation });
    const help = only('help', await group.say('help'));
    expect(help.text).not.to.contain('finance-team');
    expect(help.buttons.map(({ title }) => title)).not.to.include(button);
  });

  it('is refused to who presses without leave, who had none or lost it', async () => {
    const data = { tillkeeper: { act: 'conversation.bind', name: 'finance-team' } };
    const group = channel.talk(house, 'analyst', { conversation });
    const said = await group.send({ value: data });
    expect(said.map(({ text }) => text)).to.deep.equal([
      'You may not choose what a conversation is for, so nothing was changed. Keeper may.',
    ]);
    const alone = channel.talk(house, 'analyst');
    const [notice] = await alone.send({ value: data });
    expect(notice?.text).to.match(
      /^Your role, Analyst, may not choose what a conversation is for\. Keeper may\./,
    );
  });

  it('is not bound to a name that the settings do not know', async () => {
    const group = channel.talk(house, 'admin', { conversation });
    const said = await group.send({ value: { tillkeeper: { act: 'conversation.bind', name: 'other' } } });
    expect(only('notice', said).text).to.equal(
      'No conversation of that name stands in the settings, so nothing was changed. Whoever runs this bot can add it there.',
    );
    await house.app.reload({ ...given, conversations: [] });
    expect(names(await group.say('help'))).to.deep.equal(['help']);
  });
});
