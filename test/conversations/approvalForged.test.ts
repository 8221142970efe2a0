import { expect } from 'chai';
import type { Settings } from '../../src/settings.js';
import { asked, pressRaw, submitted, withApproval } from './approvalTalk.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { nonceOf, reviewOf, stripeSince, told } from './couponCards.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { type Card, only, type Talk } from './talk.js';

describe('a forged approval', () => {
  let house: House;
  let channel: Channel;
  let settings: Settings;
  let asker: Talk;
  let approver: Talk;
  let waiting: Card;
  let card: Card;
  let since: ReturnType<typeof stripeSince>;

  beforeEach(async () => {
    house = await openHouse({
      settings: (demo) => {
        settings = withApproval(demo);
        return settings;
      },
    });
    channel = await openChannel();
    asker = await talkOverDirectLine(house, 'marketing');
    approver = await talkOverDirectLine(house, 'approver');
    since = stripeSince(house);
    waiting = await submitted(asker);
    card = await asked(approver);
  });

  /** Whatever was tried, the offer is as it was and its second person can approve it. */
  afterEach(async () => {
    expect(since.coupons()).to.deep.equal([]);
    await house.app.reload(settings);
    expect((await approver.press(card, 'Approve'))[0]?.text).to.contain('the coupon was created');
    expect(since.coupons()).to.have.length(1);
    await house.close();
    await channel.close();
  });

  for (const act of ['coupon.approve', 'coupon.reject']) {
    const unknown: [string, () => string][] = [
      ['nobody issued', () => 'AAAAAAAAAAAAAAAAAAAAAA'],
      ['is empty', () => ''],
      ['is the asker’s', () => nonceOf(waiting)],
    ];
    for (const [what, nonce] of unknown)
      it(`with ${act} under a nonce that ${what} does nothing`, async () => {
        expect(await told(pressRaw(approver, act, nonce()))).to.match(
          /^I do not know this card, so nothing was/,
        );
      });

    it(`with ${act} by the asker is refused`, async () => {
      expect(await told(pressRaw(asker, act, nonceOf(card)))).to.match(
        /^You asked for this coupon yourself, so another person has to decide\. Nothing was changed/,
      );
    });

    it(`with ${act} by someone without the role is refused, and tells nothing of it`, async () => {
      for (const who of ['analyst', 'support', 'guest', 'compliance']) {
        const stranger = await talkOverDirectLine(house, who);
        await told(pressRaw(stranger, act, nonceOf(card)));
        expect(stranger.wire(), who).to.not.match(/40 %/);
      }
    });

    it(`with ${act} by an approver of another account is refused, and tells nothing of it`, async () => {
      const other = await talkOverDirectLine(house, 'euApprover');
      await other.say('help');
      await told(pressRaw(other, act, nonceOf(card)));
      expect(other.wire()).to.not.match(/40 %|couponApproval/);
    });

    it(`with ${act} from a chat where the card never was is refused`, async () => {
      const elsewhere = channel.talk(house, 'approver2');
      const [first] = await pressRaw(elsewhere, act, nonceOf(card));
      expect(first?.text).to.match(/^I do not know this card, so nothing was created/);
    });

    it(`with ${act} after the role was taken away is refused`, async () => {
      const roles = structuredClone(settings.roles);
      if (roles.approver) roles.approver.may = ['coupons.read'];
      await house.app.reload({ ...settings, roles });
      expect(await told(pressRaw(approver, act, nonceOf(card)))).to.contain('may not approve coupons');
    });

    it(`with ${act} after the account was taken away is refused`, async () => {
      const people = settings.people.map((person) =>
        'user' in person && person.user === 'approver' ? { ...person, accounts: ['eu'] } : person,
      );
      await house.app.reload({ ...settings, people });
      const [refused] = await pressRaw(approver, act, nonceOf(card));
      expect([refused?.name, refused?.text]).to.satisfy(
        ([name, text]: [string, string]) =>
          name === 'accounts' && text.includes('may not approve coupons in this'),
      );
    });
  }

  it('with terms of its own in the value changes nothing of the terms', async () => {
    const small = since;
    const review = await reviewOf(asker, 'create a 41% off coupon');
    await asker.press(review, 'Ask for approval');
    const other = only('couponApproval', await approver.changes());
    await house.app.reload({ ...settings, coupons: { ...settings.coupons, enabled: false } });
    const forged = { percent_off: 1, terms: { percentOff: 1 }, account: 'eu', max_redemptions: 9 };
    await told(pressRaw(approver, 'coupon.approve', nonceOf(other), forged));
    expect(small.coupons()).to.deep.equal([]);
  });

  it('under the approval’s nonce with the asker’s acts does nothing', async () => {
    for (const act of ['coupon.create', 'coupon.adjust', 'coupon.decline', 'coupon.withdraw'])
      for (const by of [asker, approver]) await told(pressRaw(by, act, nonceOf(card)));
  });

  it('of a withdrawal by another person does nothing', async () => {
    const admin = await talkOverDirectLine(house, 'admin');
    expect(await told(pressRaw(admin, 'coupon.withdraw', nonceOf(waiting)))).to.contain(
      'Only the person who asked can press this',
    );
  });

  it('is refused on record', async () => {
    await told(pressRaw(asker, 'coupon.approve', nonceOf(card)));
    const compliance = await talkOverDirectLine(house, 'compliance');
    expect(only('audit', await compliance.say('show the audit log')).text).to.match(/own approval/i);
  });
});

describe('an approver who asks for a coupon', () => {
  it('does not get the card, cannot approve it, and another approver can', async () => {
    const house = await openHouse({ settings: withApproval });
    const admin = await talkOverDirectLine(house, 'admin');
    const approver = await talkOverDirectLine(house, 'approver');
    const since = stripeSince(house);
    await submitted(admin);
    expect((await admin.say('help')).map(({ name }) => name)).to.deep.equal(['help']);
    const card = await asked(approver);
    const again = await talkOverDirectLine(house, 'admin');
    for (const own of [admin, again])
      expect(await told(pressRaw(own, 'coupon.approve', nonceOf(card)))).to.match(
        /yourself|do not know this card/,
      );
    expect(since.coupons()).to.deep.equal([]);
    await approver.press(card, 'Approve');
    expect(since.coupons()).to.have.length(1);
    await house.close();
  });
});
