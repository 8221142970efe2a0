import { setTimeout as after } from 'node:timers/promises';
import { expect } from 'chai';
import type { Fault } from '../../../src/demo/stripe/faults.js';
import type { Settings } from '../../../src/settings.js';
import { asked, submitted, withApproval } from '../../conversations/approvalTalk.js';
import { type Channel, openChannel } from '../../conversations/connectorTalk.js';
import { reviewOf, stripeSince, told } from '../../conversations/couponCards.js';
import { codes, coupons, lookUp } from '../../conversations/couponPlay.js';
import { type Ground, openGround } from '../../conversations/ground.js';
import { type House, openHouse } from '../../conversations/house.js';
import { type Card, names, type Talk } from '../../conversations/talk.js';
import { inEachDatabase } from '../../store/databases.js';

const minute = 60_000;
/** Nobody presses again for so long. */
const patience = 5 * minute;

inEachDatabase('a coupon of which nobody knows', (kind) => {
  let ground: Ground;
  let house: House;
  let channel: Channel;
  let talk: Talk;
  let settings: Settings;
  beforeEach(async () => {
    ground = await openGround(kind);
    [house, channel] = await Promise.all([
      openHouse({
        settings: (demo) => {
          settings = withApproval(demo);
          return settings;
        },
        variables: ground.variables,
      }),
      openChannel(),
    ]);
    talk = channel.talk(house, 'marketing');
  });
  afterEach(async () => {
    await Promise.all([house.close(), channel.close()]);
    await ground.drop();
  });

  const fail = (...faults: Fault[]) => {
    for (const fault of faults) house.stripe.queueFault(fault);
  };
  const nothingMade: Fault[] = [{ ...coupons, kind: 'refuse', status: 429 }];
  const answerLost: Fault[] = [
    { ...coupons, kind: 'html' },
    { ...lookUp, kind: 'html' },
  ];
  const codeLost: Fault[] = [
    { ...codes, kind: 'html' },
    { ...lookUp, kind: 'html' },
  ];
  const unsure = async (faults: Fault[], text?: string): Promise<Card> => {
    const review = await reviewOf(talk, text);
    fail(...faults);
    expect(await told(talk.press(review, 'Create coupon'))).to.match(/(I do not know|nothing is made twice)/);
    return review;
  };
  const later = async (time = patience) => {
    house.time.now += time + 1000;
    await house.app.work();
  };
  /** The app has a worker of its own, which may have been quicker and be at it still. */
  const shown = async (by = talk) => {
    for (let cards = await by.changes(); ; cards = await by.changes()) {
      if (cards.length > 0) return cards;
      await after(5);
    }
  };
  const outcomes = async () =>
    (await ground.run(`select event, outcome from trail where reason = 'recovered' order by seq`)).map(
      ({ event, outcome }) => `${event} ${outcome}`,
    );

  const lost: [string, Fault[]][] = [
    ['that is there without its code gets it', answerLost],
    ['that is there with its code', codeLost],
  ];
  for (const [what, faults] of lost)
    it(`${what}, and its card turns into the record by itself`, async () => {
      const since = stripeSince(house);
      const review = await unsure(faults);
      await later();
      const [card] = await shown();
      expect([card?.name, card?.activity]).to.deep.equal(['couponRecord', review.activity]);
      expect(since.coupons().map((one) => one.codes)).to.deep.equal([1]);
      expect(await outcomes()).to.deep.equal(['created created']);
      expect(await told(talk.press(review, 'Create coupon'))).to.match(/^Already created at /);
    });

  it('that is not there is not made: it is told, and can be shown again', async () => {
    const since = stripeSince(house);
    const review = await unsure(nothingMade);
    await later();
    const [card] = await shown();
    expect(card?.activity).to.equal(review.activity);
    expect(card?.text).to.contain('This was interrupted before it was made, so nothing was created.');
    expect(card?.text).to.contain('Not created: 15 % off.');
    expect([since.coupons(), await outcomes()]).to.deep.equal([[], ['failed interrupted']]);
    expect(await told(talk.press(review, 'Create coupon'))).to.contain('so nothing was created.');
    const [again] = await talk.press(card, 'Show it again');
    expect(names(await talk.press(again, 'Create coupon'))).to.deep.equal(['couponRecord']);
    expect(since.coupons()).to.have.lengthOf(1);
  });

  it('whose code is taken is told half, with a way on', async () => {
    const since = stripeSince(house);
    await unsure(answerLost, 'create a 15% off coupon with code SPRING15');
    const other = channel.talk(house, 'admin');
    await other.press(await reviewOf(other, 'create a 10% off coupon with code SPRING15'), 'Create coupon');
    await later();
    const [card] = await shown();
    expect(card?.text).to.contain('The coupon exists, its code does not. Choose another code.');
    expect(await outcomes()).to.deep.equal(['half_created half']);
    expect(names(await talk.press(card, 'Adjust'))).to.deep.equal(['couponForm']);
    expect(since.coupons().map((one) => one.codes)).to.deep.equal([0, 1]);
  });

  it('is left to who asked for some minutes, and asked about again while Stripe does not answer', async () => {
    const since = stripeSince(house);
    await unsure(answerLost);
    await later(patience - minute);
    expect([await talk.changes(), await outcomes()]).to.deep.equal([[], []]);
    fail({ ...lookUp, kind: 'html' });
    await later(minute);
    expect([await talk.changes(), await outcomes()]).to.deep.equal([[], []]);
    await later(2 * minute);
    expect(names(await shown())).to.deep.equal(['couponRecord']);
    expect(since.coupons().map((one) => one.codes)).to.deep.equal([1]);
  });

  it('of someone who may not create any more is not looked for: it is told, with its id', async () => {
    await unsure(answerLost);
    const asked = house.stripe.requests.length;
    await house.app.reload({
      ...settings,
      roles: { ...settings.roles, marketing: { may: ['coupons.read'] } },
    });
    await later();
    const [card] = await shown();
    expect(card?.text).to.match(/could not find out whether the coupon exists\. .*till-[0-9a-f]{16}/);
    expect(house.stripe.requests).to.have.lengthOf(asked);
    expect(await outcomes()).to.deep.equal(['failed unknown']);
  });

  it('is told with the next message when the channel takes nothing by itself', async () => {
    await unsure(answerLost);
    channel.fail(404, 40);
    await later();
    channel.fail(404, 0);
    expect(names(await talk.say('help'))).to.include('couponRecord');
    await later(2 * minute);
    expect(await talk.changes()).to.deep.equal([]);
  });

  it('is settled by one worker, however many look', async () => {
    const since = stripeSince(house);
    await unsure(answerLost);
    house.time.now += patience + 1000;
    await Promise.all(Array.from({ length: 5 }, async () => await house.app.work()));
    expect(await outcomes()).to.deep.equal(['created created']);
    expect(since.coupons().map((one) => one.codes)).to.deep.equal([1]);
    expect(names(await shown())).to.deep.equal(['couponRecord']);
  });

  it('and was approved by a second person, is told to both', async () => {
    const since = stripeSince(house);
    const approver = channel.talk(house, 'approver');
    await approver.say('help');
    await submitted(talk);
    const card = await asked(approver);
    fail(...answerLost);
    expect(await told(approver.press(card, 'Approve'))).to.contain('Press Approve again');
    await later();
    expect(names(await shown())).to.deep.equal(['couponRecord']);
    expect((await shown(approver))[0]?.text).to.contain('the coupon was created');
    expect(since.coupons().map((one) => one.codes)).to.deep.equal([1]);
  });
});
