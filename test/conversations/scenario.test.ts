import { expect } from 'chai';
import { canariesOf } from '../../src/demo/stripe/canaries.js';
import { inEachDatabase, type Place } from '../store/databases.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

const scenario =
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days';

inEachDatabase('the scenario', ({ make }) => {
  let place: Place;
  let house: House;
  let channel: Channel;

  before(async () => {
    place = await make();
    house = await openHouse(place);
    channel = await openChannel();
  });

  after(async () => {
    await house.close();
    await place.drop();
    await channel.close();
  });

  const doors: [string, (person: string) => Promise<Talk>][] = [
    ['the embedded Direct Line', async (person) => await talkOverDirectLine(house, person)],
    ['POST /api/messages, read off the wire', async (person) => channel.talk(house, person)],
  ];
  const coupons = () => house.stripe.data('acct_demo_main')?.coupons.length ?? 0;

  /** The last day that is 30 days from today in Berlin, as the card writes it for en-US. */
  const lastDay = () => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(house.time.now);
    const end = new Date(Date.parse(`${day}T00:00:00Z`) + 30 * 86_400_000);
    return end.toLocaleDateString('en-US', {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
    });
  };

  for (const [door, talkAs] of doors) {
    describe(`over ${door}`, () => {
      it('shows ten charges, then the terms, and creates once', async () => {
        const before = coupons();
        const talk = await talkAs('admin');
        const cards = await talk.say(scenario);
        expect(names(cards)).to.deep.equal(['charges', 'couponReview']);
        const [charges, review] = [only('charges', cards), only('couponReview', cards)];
        expect(charges.json.match(/•••• \d{4}/g)?.length ?? 0).to.be.within(5, 10);
        expect(review.text).to.match(/15\s?%/);
        expect(review.text).to.contain('first-time customers').and.contain(lastDay());
        expect(coupons()).to.equal(before);

        const created = await talk.press(review, 'Create coupon');
        expect(names(created)).to.deep.equal(['couponRecord']);
        expect(created[0]?.activity).to.equal(review.activity);
        expect(created[0]?.buttons).to.deep.equal([]);
        expect(coupons()).to.equal(before + 1);

        const again = await talk.press(review, 'Create coupon');
        expect(only('notice', again).text).to.contain('Already created');
        expect(coupons()).to.equal(before + 1);

        const code = /\b[A-Z0-9]{8}\b/.exec(created[0]?.text ?? '')?.[0] ?? 'no code on the record';
        const listed = only('coupons', await talk.say('list coupons'));
        expect(listed.text.split(code).length - 1).to.equal(1);
      });

      it('shows the analyst the charges and refuses the coupon before anything is read for it', async () => {
        const talk = await talkAs('analyst');
        const from = house.stripe.requests.length;
        const cards = await talk.say(scenario);
        expect(names(cards)).to.deep.equal(['charges', 'notice']);
        expect(cards[1]?.text).to.contain('Your role, Analyst, may not create coupons. Marketing may.');
        const paths = house.stripe.requests.slice(from).map(({ path }) => path.split('?')[0]);
        expect(new Set(paths)).to.deep.equal(new Set(['/v1/charges']));
      });

      it('shows the card again after another question, and text creates nothing', async () => {
        const before = coupons();
        const talk = await talkAs('admin');
        await talk.say('create a 10% off coupon');
        const cards = await talk.say('yes, create it');
        expect(cards.at(-1)?.name).to.equal('couponReview');
        expect(names(talk.screen()).filter((name) => name === 'couponReview')).to.have.length(1);
        expect(coupons()).to.equal(before);
      });

      it('shows nothing whole of what Stripe holds about people', async () => {
        const talk = await talkAs('admin');
        await talk.say(scenario);
        const data = house.stripe.data('acct_demo_main');
        const canaries = data ? canariesOf(data) : [];
        expect(canaries).to.have.length.above(100);
        expect(
          canaries.filter((each) => talk.wire().includes(JSON.stringify(each).slice(1, -1))),
        ).to.deep.equal([]);
      });
    });
  }
});
