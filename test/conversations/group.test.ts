import { expect } from 'chai';
import { type Channel, openChannel } from './connectorTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

describe('in a group chat or channel', () => {
  let house: House;
  let channel: Channel;
  let personal: Talk;

  before(async () => {
    house = await openHouse();
    channel = await openChannel();
    personal = channel.talk(house, 'admin', { conversation: { id: 'personal-admin' } });
  });

  after(async () => {
    await house.close();
    await channel.close();
  });

  const kinds: [string, { isGroup?: boolean; conversationType?: string }][] = [
    ['a group chat', { isGroup: true, conversationType: 'groupChat' }],
    ['a channel', { conversationType: 'channel' }],
    ['a group of the Emulator', { isGroup: true }],
  ];

  for (const [kind, conversation] of kinds) {
    describe(`(${kind})`, () => {
      it('answers in the personal chat, with a word about it in the group', async () => {
        const group = channel.talk(house, 'admin', { conversation });
        const said = await group.say('<at>Tillkeeper</at> show me the last 10 charges');
        expect(names(said)).to.deep.equal(['notice']);
        expect(said[0]?.text).to.contain('I have answered you in our personal chat');
        expect(names(await personal.changes())).to.deep.equal(['charges']);
      });

      it('goes on there: the card, its press, and what leans on the question', async () => {
        const group = channel.talk(house, 'admin', { conversation });
        await group.say('create a 12% off coupon');
        const review = only('couponReview', await personal.changes());
        const before = house.stripe.data('acct_demo_main')?.coupons.length ?? 0;
        expect(names(await personal.press(review, 'Create coupon'))).to.deep.equal(['couponRecord']);
        expect(house.stripe.data('acct_demo_main')?.coupons.length).to.equal(before + 1);
        await group.say('the last 10 charges');
        await personal.changes();
        await group.say('next 10');
        expect(only('charges', await personal.changes()).text).to.contain('of more than 20');
      });

      it('explains words and itself where it was asked', async () => {
        const group = channel.talk(house, 'admin', { conversation });
        expect(names(await group.say('what is a promotion code?'))).to.deep.equal(['explain']);
        expect(names(await group.say('help'))).to.deep.equal(['help']);
        expect(await personal.changes()).to.deep.equal([]);
      });

      it('does nothing on a press that came from another card', async () => {
        const review = only('couponReview', await personal.say('create a 12% off coupon'));
        const before = house.stripe.data('acct_demo_main')?.coupons.length;
        const group = channel.talk(house, 'admin', { conversation });
        await group.press(review, 'Create coupon');
        expect(house.stripe.data('acct_demo_main')?.coupons.length).to.equal(before);
        await personal.press(review, "Don't create");
        await personal.changes();
      });
    });
  }

  it('takes out what nobody should pass on before anything reads it, there as well', async () => {
    const group = channel.talk(house, 'admin', { conversation: { isGroup: true } });
    const said = await group.say('my card is 4242 4242 4242 4242, what is a chargeback?');
    expect(only('notice', said).text).to.contain('That looks like a card number.');
    expect(group.wire() + personal.wire()).to.not.contain('4242 4242 4242 4242');
  });

  it('does nothing on a coupon button that was never there', async () => {
    const group = channel.talk(house, 'admin', { conversation: { isGroup: true } });
    const said = await group.send({ value: { tillkeeper: { act: 'coupon.review', nonce: 'x' } } });
    expect(names(said)).to.deep.equal(['notice']);
    expect(said[0]?.text).to.not.contain('Main store');
    await personal.changes();
  });

  it('counts a message there like any other', async () => {
    const strict = await openHouse({
      settings: (demo) => ({ ...demo, limits: { ...demo.limits, messagesPerMinute: 3 } }),
    });
    const group = channel.talk(strict, 'admin', { conversation: { isGroup: true } });
    const said = [];
    for (let count = 0; count < 5; count += 1) said.push(...(await group.say('help')));
    expect(names(said)).to.deep.equal(['help', 'help', 'help', 'notice', 'notice']);
    expect(said[4]?.text).to.contain('too many messages for one minute');
    await strict.close();
  });

  it('shows nothing there either when no personal chat can be opened', async () => {
    const closed = await openChannel({ opens: false });
    const group = closed.talk(house, 'admin', { conversation: { isGroup: true } });
    const said = await group.say('show me the last 10 charges');
    expect(names(said)).to.deep.equal(['notice']);
    expect(said[0]?.text).to.contain('I could not open our personal chat');
    await closed.close();
  });
});
