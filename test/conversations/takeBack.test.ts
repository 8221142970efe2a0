import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Channel, openChannel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

const minutes = (count: number) => count * 60_000;

describe('cards with data', () => {
  let house: House;
  let channel: Channel;

  before(async () => {
    house = await openHouse();
    channel = await openChannel();
  });

  after(async () => {
    await house.close();
    await channel.close();
  });

  const doors: [string, (person: string) => Promise<Talk>][] = [
    ['the embedded Direct Line', async (person) => await talkOverDirectLine(house, person)],
    ['POST /api/messages', async (person) => channel.talk(house, person)],
  ];
  const letGoBy = async (time: number) => {
    house.time.now += time;
    await house.app.work();
  };

  for (const [door, talkAs] of doors) {
    describe(`over ${door}`, () => {
      it('say when they go, and are gone then, once', async () => {
        const talk = await talkAs('admin');
        const card = only('charges', await talk.say('the last 10 charges'));
        expect(card.text).to.contain('gone in 10 min');
        await letGoBy(minutes(9));
        expect(names(await talk.changes())).to.deep.equal([]);
        await letGoBy(minutes(2));
        const [gone, ...more] = await talk.changes();
        expect(more).to.deep.equal([]);
        expect([gone?.name, gone?.activity]).to.deep.equal(['takenBack', card.activity]);
        expect(gone?.text).to.contain('Charges stood here and were taken back.');
        await letGoBy(minutes(10));
        expect(await talk.changes()).to.deep.equal([]);
      });

      it('come again by their button, asked anew', async () => {
        const talk = await talkAs('admin');
        const first = only('charges', await talk.say('failed charges of the last 50 days'));
        await letGoBy(minutes(11));
        const [gone] = await talk.changes();
        const from = house.stripe.requests.length;
        const again = only('charges', await talk.press(gone, 'Show again'));
        expect(house.stripe.requests.length).to.be.above(from);
        expect(again.summary).to.equal(first.summary);
      });

      it('go at once when their button says so', async () => {
        const talk = await talkAs('admin');
        const card = only('balance', await talk.say('what is our balance?'));
        const [gone] = await talk.press(card, 'Take back now');
        expect([gone?.name, gone?.activity]).to.deep.equal(['takenBack', card.activity]);
        expect(names(talk.screen())).to.not.include('balance');
      });

      it('leave the record of a coupon where it is', async () => {
        const talk = await talkAs('admin');
        const review = only('couponReview', await talk.say('create a 15% off coupon'));
        await talk.press(review, 'Create coupon');
        await letGoBy(minutes(11));
        expect(names(talk.screen())).to.include('couponRecord');
      });

      it('cannot be taken back or shown again by somebody else', async () => {
        const talk = await talkAs('admin');
        const card = only('charges', await talk.say('the last 10 charges'));
        const other = await talkAs('guest');
        await other.press(card, 'Take back now');
        expect(await talk.changes()).to.deep.equal([]);
        await letGoBy(minutes(11));
        const [gone] = await talk.changes();
        const answer = await other.press(gone, 'Show again');
        expect(only('notice', answer).text).to.contain('not yours');
      });

      it('all go when the conversation is to be forgotten, and an open offer with them', async () => {
        const talk = await talkAs('admin');
        await talk.say('the last 10 charges and our balance');
        const review = only('couponReview', await talk.say('create a 15% off coupon'));
        const count = house.stripe.data('acct_demo_main')?.coupons.length;
        await talk.send({ value: { tillkeeper: { act: 'conversation.forget' } } });
        const left = names(talk.screen());
        expect(left).to.not.include('charges').and.not.include('balance').and.not.include('couponReview');
        await talk.press(review, 'Create coupon');
        expect(house.stripe.data('acct_demo_main')?.coupons.length).to.equal(count);
        expect(only('notice', await talk.say('next 10')).text).to.not.equal('');
      });
    });
  }

  it('stay where the channel takes nothing back: that is said once, and then on every card', async () => {
    const stubborn = await openChannel({ refuses: ['PUT', 'DELETE'] });
    const talk = stubborn.talk(house, 'admin');
    await talk.say('the last 10 charges');
    await talk.say('what is our balance?');
    await letGoBy(minutes(11));
    const said = await talk.changes();
    expect(names(said)).to.deep.equal(['notice']);
    expect(said[0]?.text).to.contain('cannot take cards back in this channel');
    const card = only('balance', await talk.say('what is our balance?'));
    expect(card.text).to.contain('stays here until you delete it');
    expect(card.buttons.map(({ title }) => title)).to.not.include('Take back now');
    await stubborn.close();
  });

  it('go after a restart in between, and once when two processes work the list off', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-take-back-'));
    const lasting = await openChannel();
    const first = await openHouse({ variables: { DATA_DIR: folder } });
    const talk = lasting.talk(first, 'admin');
    const card = only('charges', await talk.say('the last 10 charges'));
    await first.close();
    const others = await Promise.all([1, 2].map(() => openHouse({ variables: { DATA_DIR: folder } })));
    for (const { time } of others) time.now += minutes(11);
    await Promise.all(others.map(({ app }) => app.work()));
    const gone = await talk.changes();
    expect(gone.map(({ name, activity }) => [name, activity])).to.deep.equal([['takenBack', card.activity]]);
    await Promise.all([...others.map((one) => one.close()), lasting.close()]);
    rmSync(folder, { recursive: true });
  });

  it('are deleted where the channel only deletes', async () => {
    const deleting = await openChannel({ refuses: ['PUT'] });
    const talk = deleting.talk(house, 'admin');
    await talk.say('the last 10 charges');
    expect(names(talk.screen())).to.deep.equal(['charges']);
    await letGoBy(minutes(11));
    await talk.changes();
    expect(names(talk.screen())).to.deep.equal([]);
    await deleting.close();
  });

  it('are tried again later when the channel fails for the moment', async () => {
    const failing = await openChannel();
    const talk = failing.talk(house, 'admin');
    const card = only('charges', await talk.say('the last 10 charges'));
    failing.fail(503, 40);
    await letGoBy(minutes(11));
    expect(await talk.changes()).to.deep.equal([]);
    failing.fail(503, 0);
    await letGoBy(minutes(2));
    const [gone] = await talk.changes();
    expect([gone?.name, gone?.activity]).to.deep.equal(['takenBack', card.activity]);
    await failing.close();
  });
});
