import { expect } from 'chai';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only, type Talk } from './talk.js';

describe('a question that leans on the one before', () => {
  let house: House;
  let talk: Talk;

  before(async () => {
    house = await openHouse();
  });

  after(async () => {
    await house.close();
  });

  beforeEach(async () => {
    talk = await talkOverDirectLine(house, 'admin');
  });

  const charges = async (text: string) => only('charges', await talk.say(text));

  it('narrows the list before', async () => {
    const all = await charges('charges of the last 60 days');
    const failed = await charges('and the failed ones?');
    expect(failed.summary).to.not.equal(all.summary);
    expect(failed.text).to.contain('Failed').and.not.contain('Succeeded');
  });

  it('takes another period with the filters that stood', async () => {
    await charges('failed charges today');
    const widened = await charges('same for the last 50 days');
    expect(widened.text).to.contain('Failed').and.not.contain('Succeeded');
  });

  it('goes on with the next rows, and none twice', async () => {
    const first = await charges('show me the last 10 charges');
    const next = await charges('next 10');
    const again = await charges('show more');
    expect(new Set([first.text, next.text, again.text]).size).to.equal(3);
    expect(next.text).to.match(/20 of more than 20|11.20/);
  });

  it('says so when there is nothing more to show', async () => {
    await talk.say('list coupons created today');
    const [card] = await talk.say('show more');
    expect(card?.text).to.contain('That was all of them');
  });

  it('knows the rows it showed by their place', async () => {
    const data = house.stripe.data('acct_demo_main');
    const [, second] = [...(data?.charges ?? [])].sort((a, b) => Number(b.created) - Number(a.created));
    await charges('the last 10 charges');
    const from = house.stripe.requests.length;
    await charges('details on the second one');
    const paths = house.stripe.requests.slice(from).map(({ path }) => path);
    expect(paths.some((path) => path.includes(String(second?.id)))).to.equal(true);
  });

  it('knows whose the rows are, and keeps them in mind while it asks back', async () => {
    await charges('the last 10 charges');
    const customer = only('customers', await talk.say('show the customer of the first charge'));
    expect(customer.text).to.not.equal('');
    await charges('the last 10 charges');
    await talk.say('what is a chargeback?');
    const from = house.stripe.requests.length;
    await talk.say('details on the second one');
    expect(house.stripe.requests.slice(from).some(({ path }) => /charges\/ch_/.test(path))).to.equal(true);
  });

  it('asks back, and the answer completes the question', async () => {
    const asked = only('notice', await talk.say('show me the data'));
    expect(asked.text).to.contain('Which data do you mean?');
    const answered = await talk.press(asked, 'the last 10 charges');
    expect(names(answered)).to.deep.equal(['charges']);
  });

  it('changes the coupon that waits, and the old terms can no longer be created', async () => {
    const before = house.stripe.data('acct_demo_main')?.coupons.length ?? 0;
    const first = only('couponReview', await talk.say('create a 15% off coupon for new customers'));
    const second = only('couponReview', await talk.say('make it 20% instead'));
    expect(second.text)
      .to.match(/20\s?%/)
      .and.contain('first-time customers');
    expect(names(talk.screen()).filter((name) => name === 'couponReview')).to.have.length(1);
    const old = await talk.press(first, 'Create coupon');
    expect(old[0]?.text).to.contain('adjusted');
    expect(house.stripe.data('acct_demo_main')?.coupons.length).to.equal(before);
    await talk.press(second, 'Create coupon');
    expect(house.stripe.data('acct_demo_main')?.coupons.length).to.equal(before + 1);
  });

  it('forgets the question when its time is over', async () => {
    await charges('the last 10 charges');
    house.time.now += 11 * 60_000;
    const [card] = await talk.say('show more');
    expect(card?.name).to.equal('notice');
  });

  it('leans on nothing of another account, and nothing of another person', async () => {
    await charges('the last 10 charges');
    const other = await talkOverDirectLine(house, 'analyst');
    const [card] = await other.say('next 10');
    expect(card?.name).to.equal('notice');
    await talk.send({ value: { tillkeeper: { act: 'account.use', account: 'eu' } } });
    const [mine] = await talk.say('next 10');
    expect(mine?.name).to.equal('notice');
  });
});
