import { expect } from 'chai';
import { pressRaw, submitted, withApproval } from './approvalTalk.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { nonceOf, stripeSince } from './couponCards.js';
import { type House, openHouse } from './house.js';
import { type Card, names, only, type Talk } from './talk.js';

const conversation = { id: 'finance', isGroup: true, conversationType: 'groupChat' };

describe('an approval in the conversation that the settings name', () => {
  let house: House;
  let channel: Channel;
  let asker: Talk;
  let group: Talk;
  let card: Card;
  let since: ReturnType<typeof stripeSince>;

  const inGroup = (user: string): Talk => channel.talk(house, user, { conversation });

  beforeEach(async () => {
    house = await openHouse({
      settings: (demo) => ({
        ...withApproval(demo, { conversation: 'finance' }),
        conversations: ['finance'],
      }),
    });
    channel = await openChannel();
    const admin = inGroup('admin');
    await admin.send({ value: { tillkeeper: { act: 'conversation.bind', name: 'finance' } } });
    asker = channel.talk(house, 'marketing');
    group = inGroup('approver');
    since = stripeSince(house);
    await submitted(asker, 'create a 40% off coupon with code BIG40');
    card = only('couponApproval', await group.changes());
  });
  afterEach(async () => {
    await house.close();
    await channel.close();
  });

  it('is shown there once, with no more than everybody may read', () => {
    expect(card.text).to.contain('40 % off').and.contain('Someone with the role Marketing asks for it.');
  });

  it('is created by an Approve there, and the card becomes a record that names nobody', async () => {
    const [record] = await group.press(card, 'Approve');
    expect(record?.activity).to.equal(card.activity);
    expect(record?.text).to.match(
      /^Approved by someone \(Approver\) at \d+:\d\d [AP]M: the coupon was created\./,
    );
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    expect(names(await asker.changes())).to.deep.equal(['couponRecord']);
  });

  it('is refused there for members who may not, and for the asker, revealing nothing', async () => {
    for (const act of ['coupon.approve', 'coupon.reject']) {
      for (const who of ['support', 'compliance', 'guest', 'euApprover']) {
        const [notice, ...more] = await pressRaw(inGroup(who), act, nonceOf(card));
        expect([notice?.text, more], who).to.deep.equal([
          'You may not approve coupons here, so nothing was changed.',
          [],
        ]);
      }
      const [own] = await pressRaw(inGroup('marketing'), act, nonceOf(card));
      expect(own?.text).to.match(/^You asked for this coupon yourself/);
    }
    expect(since.coupons()).to.deep.equal([]);
  });

  it('is not approved from another group, where the card never was', async () => {
    const other = channel.talk(house, 'approver', { conversation: { ...conversation, id: 'another' } });
    const [notice] = await pressRaw(other, 'coupon.approve', nonceOf(card));
    expect(notice?.text).to.match(/^I do not know this card/);
    expect(since.coupons()).to.deep.equal([]);
  });

  it('leaves every other coupon button without effect there', async () => {
    const [notice] = await pressRaw(group, 'coupon.create', nonceOf(card));
    expect(notice?.text).to.match(/^This button belongs to a card of our personal chat/);
  });
});
