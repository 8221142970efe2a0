import { expect } from 'chai';
import type { Settings } from '../../src/settings.js';
import { asked, pressRaw, submitted, withApproval } from './approvalTalk.js';
import { faultsOf, inputsOf, onScreen, reviewOf, stripeSince, told } from './couponCards.js';
import { coupons, lookUp } from './couponPlay.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

const minute = 60_000;

describe('a coupon above the approval limit', () => {
  let house: House;
  let settings: Settings;
  let asker: Talk;
  let approver: Talk;
  let second: Talk;

  beforeEach(async () => {
    house = await openHouse({
      settings: (demo) => {
        settings = withApproval(demo);
        return settings;
      },
    });
    asker = await talkOverDirectLine(house, 'marketing');
    approver = await talkOverDirectLine(house, 'approver');
    second = await talkOverDirectLine(house, 'approver2');
  });
  afterEach(async () => house.close());

  const trailOf = async (): Promise<string> => {
    const compliance = await talkOverDirectLine(house, 'compliance');
    return only('audit', await compliance.say('show the audit log')).text;
  };

  it('says before Submit that a second person has to approve, by role', async () => {
    const review = await reviewOf(asker, 'create a 40% off coupon');
    expect(review.text).to.contain(
      'More than 30 % off needs a second person: someone else with the role Approver has to approve it.',
    );
    expect(review.buttons.map(({ title }) => title)).to.deep.equal([
      'Ask for approval',
      'Adjust',
      "Don't create",
    ]);
  });

  it('is created by one person where it is at the limit', async () => {
    for (const text of ['create a 30% off coupon', 'create a 50 dollar off coupon']) {
      const review = await reviewOf(asker, text);
      expect(names(await asker.press(review, 'Create coupon'))).to.deep.equal(['couponRecord']);
    }
    expect(await approver.changes()).to.deep.equal([]);
  });

  it('goes to those who may approve, and is created by the Approve of one of them', async () => {
    const since = stripeSince(house);
    const waiting = await submitted(asker);
    expect(waiting.text).to.contain('Waiting for approval').and.contain('role Approver has to approve it');
    expect(waiting.buttons.map(({ title }) => title)).to.deep.equal(['Withdraw']);
    expect(since.coupons()).to.deep.equal([]);
    const card = await asked(approver);
    expect(card.text).to.contain('40 % off').and.contain('Someone with the role Marketing asks for it.');
    expect(names(await second.changes())).to.deep.equal(['couponApproval']);
    const [mine] = await approver.press(card, 'Approve');
    expect(mine?.activity).to.equal(card.activity);
    expect(mine?.text).to.match(/^Approved by you at \d+:\d\d [AP]M: the coupon was created\./);
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    expect(house.stripe.data('acct_demo_main')?.coupons.at(-1)?.percent_off).to.equal(40);
    const record = only('couponRecord', await asker.changes());
    expect(record.activity).to.equal(waiting.activity);
    expect(record.text).to.contain('by you, approved by a second person (Approver)');
    const [theirs] = await second.changes();
    expect(theirs?.text).to.match(/^Approved by another person \(Approver\) at/);
    const [code] = since.codes();
    expect(record.text).to.contain(code?.code ?? 'no code');
    expect(approver.wire() + second.wire()).to.not.contain(code?.code ?? 'no code');
  });

  it('takes one for an amount as well, and for a currency that no limit names', async () => {
    for (const text of ['create a 60 dollar off coupon', 'create a 5 euro off coupon']) {
      const review = await reviewOf(asker, text);
      expect(review.buttons[0]?.title).to.equal('Ask for approval');
    }
  });

  it('names nobody on either card, and carries no terms in its buttons', async () => {
    await submitted(asker);
    const card = await asked(approver);
    expect(approver.wire() + asker.wire()).to.not.match(/Arun|Mira/);
    expect(JSON.stringify(card.buttons)).to.not.contain('40');
  });

  it('is created once when two approve at once, and both are told', async () => {
    const since = stripeSince(house);
    await submitted(asker);
    const [one, other] = [await asked(approver), await asked(second)];
    await Promise.all([approver.press(one, 'Approve'), second.press(other, 'Approve')]);
    await house.app.work();
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    expect(onScreen(asker, 'couponRecord').length + names(await asker.changes()).length).to.equal(1);
    await Promise.all([approver.changes(), second.changes()]);
    const said = [...approver.screen(), ...second.screen()].map(({ text }) => text);
    expect(said.filter((text) => text.startsWith('Approved by you'))).to.have.length(1);
    expect(
      said.filter((text) => /Approved by another person|Another person is approving/.test(text)).length,
    ).to.be.at.least(1);
  });

  const after: [what: string, press: string, by: 'approver' | 'asker', told: RegExp, other: RegExp][] = [
    [
      'Reject',
      'Reject',
      'approver',
      /^Rejected by a second person \(Approver\), so nothing was created\. Not created: 40 % off\./,
      /^Rejected by another person \(Approver\) at/,
    ],
    [
      'Withdraw',
      'Withdraw',
      'asker',
      /^You withdrew this, so nothing was created\. Not created: 40 % off\./,
      /^The person who asked withdrew this, so nothing was created\./,
    ],
  ];
  for (const [what, button, by, toAsker, toSecond] of after)
    it(`creates nothing after ${what}; everybody is told, and Adjust leads on`, async () => {
      const since = stripeSince(house);
      const waiting = await submitted(asker);
      const [card, theirs] = [await asked(approver), await asked(second)];
      const pressed = await (by === 'asker' ? asker.press(waiting, button) : approver.press(card, button));
      const ended = by === 'asker' ? pressed[0] : (await asker.changes())[0];
      expect(ended?.text).to.match(toAsker);
      expect(ended?.activity).to.equal(waiting.activity);
      expect((await second.changes())[0]?.text).to.match(toSecond);
      for (const press of ['coupon.approve', 'coupon.reject'])
        expect((await pressRaw(second, press, theirs))[0]?.text).to.match(toSecond);
      expect(await told(pressRaw(asker, 'coupon.create', waiting))).to.match(/so it was not created/);
      expect(since.coupons()).to.deep.equal([]);
      const form = only('couponForm', await asker.press(ended, 'Adjust'));
      expect(inputsOf(form).percent_off).to.equal(40);
    });

  it('lapses when nobody approves in time: once, everybody is told, and Show it again asks anew', async () => {
    const since = stripeSince(house);
    const waiting = await submitted(asker);
    const card = await asked(approver);
    house.time.now += 10 * minute - 1;
    await house.app.work();
    expect(await asker.changes()).to.deep.equal([]);
    house.time.now += 1;
    expect((await approver.press(card, 'Approve'))[0]?.text).to.contain(
      'The time to approve this is over, so nothing was created.',
    );
    await Promise.all([house.app.work(), house.app.work()]);
    const [lapsed, ...more] = await asker.changes();
    expect([lapsed?.activity, more]).to.deep.equal([waiting.activity, []]);
    expect(lapsed?.text).to.match(/^Nobody approved this in time, so nothing was created\./);
    expect((await approver.changes()).map(({ text }) => text).join()).to.contain(
      'Nobody approved this in time',
    );
    expect((await approver.press(card, 'Approve'))[0]?.text).to.contain('Nobody approved this in time');
    expect(since.coupons()).to.deep.equal([]);
    const fresh = only('couponReview', await asker.press(lapsed, 'Show it again'));
    await asker.press(fresh, 'Ask for approval');
    await approver.press(await asked(approver), 'Approve');
    expect(since.coupons()).to.have.length(1);
    expect(await trailOf()).to.match(/lapsed/i);
  });

  it('waits as long as the settings say', async () => {
    await house.app.reload(withApproval(settings, { lapseAfterMinutes: 25 }));
    await submitted(asker);
    const card = await asked(approver);
    house.time.now += 24 * minute;
    await house.app.work();
    expect((await approver.press(card, 'Approve'))[0]?.text).to.contain('the coupon was created');
  });

  it('cannot be approved, rejected or withdrawn by words', async () => {
    const since = stripeSince(house);
    const waiting = await submitted(asker);
    await asked(approver);
    for (const text of ['approved', 'yes', 'approve the coupon', 'reject it']) await approver.say(text);
    await asker.say('approved');
    expect(since.coupons()).to.deep.equal([]);
    expect((await asker.press(waiting, 'Withdraw'))[0]?.text).to.contain('You withdrew this');
  });

  it('is left as it is by what the asker presses on an old card', async () => {
    const since = stripeSince(house);
    const waiting = await submitted(asker);
    const card = await asked(approver);
    for (const act of ['coupon.create', 'coupon.adjust', 'coupon.decline', 'card.showAgain'])
      expect(await told(pressRaw(asker, act, waiting)), act).to.contain('This waits for a second person');
    expect(since.coupons()).to.deep.equal([]);
    expect((await approver.press(card, 'Approve'))[0]?.text).to.contain('the coupon was created');
  });

  it('does not keep the asker from asking other things, nor from another coupon', async () => {
    await submitted(asker);
    expect(names(await asker.say('list coupons'))).to.deep.equal(['coupons']);
    expect(names(await asker.press(await reviewOf(asker), 'Create coupon'))).to.deep.equal(['couponRecord']);
  });

  it('is stopped by the switch, also while it waits', async () => {
    const since = stripeSince(house);
    const review = await reviewOf(asker, 'create a 45% off coupon');
    await submitted(asker);
    const card = await asked(approver);
    await house.app.reload({ ...settings, coupons: { ...settings.coupons, enabled: false } });
    const text = 'Coupons are switched off here at the moment, so nothing was created.';
    expect(await told(approver.press(card, 'Approve'))).to.contain(text);
    expect(await told(asker.press(review, 'Ask for approval'))).to.contain(text);
    expect(since.coupons()).to.deep.equal([]);
    await house.app.reload(settings);
    expect((await approver.press(card, 'Approve'))[0]?.text).to.contain('the coupon was created');
  });

  it('is not created once the policy allows it no more, or who asked may not', async () => {
    const since = stripeSince(house);
    await submitted(asker);
    const card = await asked(approver);
    await house.app.reload({ ...settings, coupons: { ...settings.coupons, maxPercentOff: 35 } });
    expect(await told(approver.press(card, 'Approve'))).to.contain('Here a coupon takes 35 % off at most.');
    const roles = structuredClone(settings.roles);
    if (roles.marketing) roles.marketing.may = ['coupons.read'];
    await house.app.reload({ ...settings, roles });
    expect(await told(approver.press(card, 'Approve'))).to.contain(
      'The person who asked may not create this coupon any more',
    );
    expect(since.coupons()).to.deep.equal([]);
  });

  it('asks anew when the limit has changed since its card was drawn', async () => {
    const since = stripeSince(house);
    const small = await reviewOf(asker, 'create a 20% off coupon');
    const large = await reviewOf(asker, 'create a 40% off coupon');
    await house.app.reload(withApproval(settings, { abovePercentOff: 10 }));
    const [now] = await asker.press(small, 'Create coupon');
    expect(now?.buttons[0]?.title).to.equal('Ask for approval');
    await house.app.reload(withApproval(settings, { abovePercentOff: 60 }));
    const [later] = await asker.press(large, 'Ask for approval');
    expect(later?.buttons[0]?.title).to.equal('Create coupon');
    expect(since.coupons()).to.deep.equal([]);
  });

  it('has a form instead of a card where no role may approve', async () => {
    const roles = structuredClone(settings.roles);
    for (const role of Object.values(roles)) role.may = role.may.filter((may) => may !== 'coupons.approve');
    await house.app.reload({ ...settings, roles });
    const form = only('couponForm', await asker.say('create a 40% off coupon'));
    expect(faultsOf(form).join()).to.contain('no role may approve coupons yet');
    expect(inputsOf(form).percent_off).to.equal(40);
  });

  it('is told what became of it by Stripe’s no, and who asked can adjust it', async () => {
    const since = stripeSince(house);
    await submitted(asker);
    const card = await asked(approver);
    house.stripe.queueFault({ method: 'POST', path: '/v1/coupons', kind: 'refuse', status: 400 });
    expect((await approver.press(card, 'Approve'))[0]?.text).to.contain('Stripe did not accept it');
    const [failed] = await asker.changes();
    expect(failed?.text).to.match(/^Approved by a second person \(Approver\), but Stripe did not accept it/);
    expect(failed?.buttons.map(({ title }) => title)).to.deep.equal(['Adjust', 'Show it again']);
    expect(since.coupons()).to.deep.equal([]);
  });

  it('can be approved once more when Stripe’s answer was lost, and is made once', async () => {
    const since = stripeSince(house);
    await submitted(asker);
    const card = await asked(approver);
    house.stripe.queueFault({ ...coupons, kind: 'drop', stage: 'done', times: 2 });
    house.stripe.queueFault({ ...lookUp, kind: 'drop', times: 2 });
    expect(await told(approver.press(card, 'Approve'))).to.contain('I do not know whether the coupon exists');
    expect(names(await asker.changes())).to.deep.equal([]);
    expect((await approver.press(card, 'Approve'))[0]?.text).to.contain('the coupon was created');
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
  });

  it('is on record for both, with the same coupon, and the own approval too', async () => {
    const admin = await talkOverDirectLine(house, 'admin');
    await submitted(admin);
    await submitted(asker);
    const mine = only('couponApproval', await admin.changes());
    await admin.press(mine, 'Approve');
    const text = await trailOf();
    for (const word of [/submitted/i, /approved/i, /created/i]) expect(text).to.match(word);
  });

  it('says in the permissions what takes a second person, and who may be one', async () => {
    expect(only('permissions', await asker.say('what may I do?')).text).to.contain(
      'More than 30 % off or more than $50.00 off needs a second person: someone with the role Approver.',
    );
    const { text } = only('permissions', await approver.say('what may I do?'));
    expect(text).to.contain('Approve coupons');
    expect(text).to.contain('you may approve what others ask for, not what you ask for yourself');
  });
});
