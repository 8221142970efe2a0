import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import Sqlite from 'libsql';
import { z } from 'zod';
import { found, type Resting, restingIn } from './atRest.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { only, type Talk } from './talk.js';

const minute = 60_000;
const someone = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  billing_details: z.looseObject({ name: z.string().nullish(), email: z.string().nullish() }).optional(),
});

/** Sentences of people, and the runs of words in them that no table has of itself. */
const runsOf = (sentence: string): string[] => {
  const words = sentence.split(' ');
  return [sentence, ...words.map((_, at) => words.slice(at, at + 3).join(' '))].filter(
    (run) => run.length >= 10 && run.includes(' '),
  );
};

/** Amounts as the rows of a card show them. */
const amountsOn = (cards: readonly { text: string }[]): string[] =>
  cards.flatMap(({ text }) => text.match(/[$€£−][\d,.]+\d/g) ?? []);

describe('at rest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-at-rest-'));
  const said: string[] = [];
  const shown: string[] = [];
  const rest: Record<'meanwhile' | 'afterwards', Resting[]> = { meanwhile: [], afterwards: [] };
  let house: House;
  let channel: Channel;
  let coupons = 0;
  let customer: { name: string; email: string };
  let people: string[];
  let ids: string[];

  const ask = async (talk: Talk, sentence: string) => {
    said.push(sentence);
    const cards = await talk.say(sentence);
    shown.push(...amountsOn(cards));
    return cards;
  };

  /** A whole day's work of one person: rows, lookups, a coupon with everything, what follows, what is refused. */
  const work = async (talk: Talk) => {
    await ask(talk, 'show me the last 10 charges');
    await ask(talk, 'and only the failed ones please');
    await ask(talk, 'what is our balance today?');
    await ask(talk, 'list our newest customers');
    only('charges', await ask(talk, `charges of ${customer.email} since January`));
    await ask(talk, `find the customer ${customer.name}`);
    await ask(talk, 'find the customer Grace Hopper');
    await ask(talk, 'my card is 4242 4242 4242 4242, refund me now');
    await ask(talk, `refund the last charge of ${customer.email}`);
    const theirs = `called "Quiet Spring" with code HUSHHUSH for ${customer.email}`;
    const review = only('couponReview', await ask(talk, `create a 15% off coupon ${theirs}`));
    const form = only('couponForm', await talk.press(review, 'Adjust'));
    const code = `OPENLY${++coupons}`;
    await talk.press(form, 'Review', { percent_off: 20, name: 'Loud Summer', code });
    const [again] = talk.screen().filter(({ name }) => name === 'couponReview');
    only('couponRecord', await talk.press(again, 'Create coupon'));
    const second = await ask(talk, 'create a 25% off coupon called "Never Made"');
    await talk.press(only('couponReview', second), "Don't create");
    await ask(talk, 'create a 30% off coupon called "Still Open" with code STAYOPEN');
    await ask(talk, 'who asked for what this week?');
    await ask(talk, 'list coupons');
  };

  before(async function () {
    this.timeout(30_000);
    house = await openHouse({ variables: { DATA_DIR: folder } });
    channel = await openChannel();
    const data = house.stripe.data('acct_demo_main');
    const all = z.array(someone).parse([...(data?.customers ?? []), ...(data?.charges ?? [])]);
    people = [
      ...new Set(all.flatMap(({ name, email, billing_details: by }) => [name, email, by?.name, by?.email])),
    ].flatMap((each) => (each ? [each] : []));
    ids = all.map(({ id }) => id);
    const [buyer] = z
      .array(z.looseObject({ customer: z.string() }))
      .parse(data?.charges.filter(({ customer: of }) => of));
    customer = z
      .object({ name: z.string(), email: z.string() })
      .parse(all.find(({ id }) => id === buyer?.customer));
    for (const talk of [await talkOverDirectLine(house, 'admin'), channel.talk(house, 'admin')])
      await work(talk);
    const guest = await talkOverDirectLine(house, 'guest');
    await ask(guest, 'show me the last 10 charges of Linus');
    const group = channel.talk(house, 'admin', {
      conversation: { isGroup: true, conversationType: 'groupChat' },
    });
    await ask(group, 'how many charges failed since Monday');
    rest.meanwhile = restingIn(folder);
    house.time.now += 11 * minute;
    await house.app.work();
    await house.close();
    rest.afterwards = restingIn(folder);
  });
  after(async () => {
    await channel.close();
    rmSync(folder, { recursive: true });
  });

  for (const when of ['meanwhile', 'afterwards'] as const) {
    describe(when, () => {
      const seen = (words: readonly string[]) => found(words, rest[when]);

      it('is no sentence that was said', () => {
        const runs = [...new Set(said.flatMap(runsOf))];
        expect(runs.length).to.be.above(60);
        expect(seen(runs)).to.deep.equal([]);
      });

      it('is nobody’s name or address', () => {
        expect(people.length).to.be.above(20);
        const typed = ['example.com', 'Grace Hopper', 'Hopper', 'Linus'];
        expect(seen([...people, ...typed])).to.deep.equal([]);
      });

      it('is no amount of a row, and no id of a charge or a customer', () => {
        expect(new Set(shown).size).to.be.above(10);
        expect(ids.length).to.be.above(20);
        expect(seen([...new Set([...shown, ...ids])])).to.deep.equal([]);
      });

      it('is no number of a card, nor anything else of Stripe’s own words', () => {
        expect(
          seen(['4242 4242', '42424242', '"object"', 'billing_details', 'payment_method', 'visa']),
        ).to.deep.equal([]);
      });

      it('is no name of a coupon', () => {
        expect(seen(['Quiet Spring', 'Loud Summer', 'Never Made', 'Still Open'])).to.deep.equal([]);
      });

      it('is no code that was typed, but of coupons that were made', () => {
        expect(seen(['HUSHHUSH', 'STAYOPEN'])).to.deep.equal([]);
        const places = seen(['OPENLY']).map(({ place }) => place);
        expect(
          places.filter((place) => !/^(?:confirmation\.code|tillkeeper\.sqlite\S*)$/.test(place)),
        ).to.deep.equal([]);
        expect(places).to.include('confirmation.code');
      });
    });
  }

  it('would be found, in a table, encoded, in a file beside it', () => {
    const sqlite = new Sqlite(join(folder, 'tillkeeper.sqlite'));
    const sentence = 'show me the last 10 charges';
    const hidden = `x${Buffer.from(`{"text":"${sentence}"}`).toString('base64url')}`;
    for (const [key, body] of Object.entries({
      plain: `{"text":"Show me the \\u006cast 10 charges"}`,
      hidden,
    }))
      sqlite
        .prepare(`insert into bot_state (key, version, body, seen_at) values (?1, 1, ?2, 0)`)
        .run([key, body]);
    sqlite.close();
    const places = found([sentence], restingIn(folder)).map(({ place }) => place);
    expect(places.filter((place) => place === 'bot_state.body')).to.have.length(2);
    expect(places.some((place) => place.startsWith('tillkeeper.sqlite'))).to.equal(true);
  });
});
