import { expect } from 'chai';
import type { Settings } from '../src/settings.js';
import { talkOverDirectLine } from './conversations/directLineTalk.js';
import { type House, openHouse } from './conversations/house.js';
import { names, only } from './conversations/talk.js';

describe('other settings while the bot runs', () => {
  let house: House;
  let given: Settings;

  before(async () => {
    house = await openHouse({
      settings: (demo) => {
        given = demo;
        return demo;
      },
    });
  });
  after(async () => house.close());

  const without = (user: string): Settings => ({
    ...given,
    people: given.people.filter((person) => !('user' in person && person.user === user)),
  });

  it('hold from the next turn on', async () => {
    const talk = await talkOverDirectLine(house, 'analyst');
    expect(names(await talk.say('what is our balance?'))).to.deep.equal(['balance']);
    await house.app.reload(without('analyst'));
    expect(only('notice', await talk.say('what is our balance?')).text).to.match(/may/);
    await house.app.reload(given);
    expect(names(await talk.say('what is our balance?'))).to.deep.equal(['balance']);
  });

  it('are looked at again when a card is submitted', async () => {
    const talk = await talkOverDirectLine(house, 'marketing');
    const before = house.stripe.data('acct_demo_main')?.coupons.length ?? 0;
    const review = only('couponReview', await talk.say('create a 15% off coupon expiring in 30 days'));
    await house.app.reload(without('marketing'));
    expect(only('notice', await talk.press(review, 'Create coupon')).text).to.match(/may/);
    expect(house.stripe.data('acct_demo_main')?.coupons.length).to.equal(before);
    await house.app.reload({ ...given, coupons: { ...given.coupons, enabled: false } });
    expect(only('notice', await talk.press(review, 'Create coupon')).text).to.match(/switched off/);
    await house.app.reload(given);
    expect(names(await talk.press(review, 'Create coupon'))).to.include('couponRecord');
  });

  it('drop no turn that is under way', async () => {
    const talk = await talkOverDirectLine(house, 'admin');
    house.stripe.queueFault({ kind: 'delay', milliseconds: 400 });
    const asked = talk.say('what is our balance?');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await house.app.reload(given);
    expect(names(await asked)).to.deep.equal(['balance']);
  });

  it('let a portal that is taken away bring nobody any more', async () => {
    const generate = async () =>
      (
        await fetch(`${house.url}/v3/directline/tokens/generate`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ user: { id: 'admin' } }),
        })
      ).status;
    await house.app.reload({ ...given, portals: [] });
    expect(await generate()).to.equal(401);
    await house.app.reload(given);
    expect(await generate()).to.equal(200);
  });
});
