import { expect } from 'chai';
import { z } from 'zod';
import { type App, createApp } from '../../src/app.js';
import { startOpenRouter } from '../../src/demo/openRouter.js';
import { demoSettings } from '../../src/demo/settings.js';
import { canariesOf } from '../../src/demo/stripe/canaries.js';
import { demoStripeAccounts } from '../../src/demo/stripe/data.js';
import { type StandInStripe, startStripe } from '../../src/demo/stripe/server.js';
import { createLog } from '../../src/log.js';
import { readPlan } from '../../src/recognition/builtIn/recognise.js';

const scenario =
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days';
const attachment = z.object({ name: z.string(), content: z.unknown() });
const activity = z.object({
  type: z.string(),
  from: z.object({ id: z.string() }).optional(),
  attachments: z.array(attachment).optional(),
});
const batch = z.object({ activities: z.array(activity), watermark: z.string() });

interface Card {
  name: string;
  json: string;
}

describe('the scenario, over the embedded Direct Line', () => {
  let stripe: StandInStripe;
  let app: App;
  let base = '';
  let closeModel = async () => {};

  before(async () => {
    stripe = await startStripe({ accounts: demoStripeAccounts(Date.now), clock: Date.now });
    const model = await startOpenRouter((sentence) => readPlan(sentence).plan);
    closeModel = model.close;
    const variables = {
      DATA_DIR: ':memory:',
      PORT: '0',
      TILLKEEPER_SECRET: 'a secret of this test, long enough',
    };
    app = createApp(demoSettings(variables, { stripe: stripe.url, openRouter: model.url }), {
      log: createLog('silent'),
    });
    base = `http://127.0.0.1:${await app.listen()}/v3/directline`;
  });

  after(async () => {
    await app.close();
    await stripe.close();
    await closeModel();
  });

  async function post(path: string, token: string, body: object) {
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const response = await fetch(`${base}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return await response.json();
  }

  async function talkAs(id: string) {
    const opened = z.object({ token: z.string(), conversationId: z.string() });
    const { token } = opened.parse(await post('/tokens/generate', '', { user: { id } }));
    const { conversationId } = opened.parse(await post('/conversations', token, {}));
    const path = `/conversations/${conversationId}/activities`;
    let watermark = '';
    const answers = async (): Promise<Card[]> => {
      const response = await fetch(`${base}${path}?watermark=${watermark}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const read = batch.parse(await response.json());
      watermark = read.watermark;
      const ours = read.activities.filter(({ from }) => from !== undefined && from.id !== id);
      return ours.flatMap(({ attachments = [] }) =>
        attachments.map(({ name, content }) => ({ name, json: JSON.stringify(content) })),
      );
    };
    const say = async (message: object): Promise<Card[]> => {
      await post(path, token, { type: 'message', from: { id }, localTimezone: 'Europe/Berlin', ...message });
      await new Promise((settled) => setTimeout(settled, 1200));
      return await answers();
    };
    await new Promise((settled) => setTimeout(settled, 300));
    await answers();
    return say;
  }

  const nonceIn = (card: Card | undefined) => /"nonce":"([^"]+)"/.exec(card?.json ?? '')?.[1] ?? '';
  const press = (act: string, nonce: string) => ({ value: { tillkeeper: { act, nonce } } });

  it('shows the charges, then the review card, and creates once', async () => {
    const data = stripe.data('acct_demo_main');
    const before = data?.coupons.length ?? 0;
    const say = await talkAs('admin');
    const cards = await say({ text: scenario });
    expect(cards.map(({ name }) => name)).to.deep.equal(['tillkeeper.charges', 'tillkeeper.couponReview']);
    expect(cards[1]?.json)
      .to.match(/15\s?%/)
      .and.contain('first-time');
    expect(data?.coupons.length).to.equal(before);
    const nonce = nonceIn(cards[1]);
    const created = await say(press('coupon.create', nonce));
    expect(created.map(({ name }) => name)).to.deep.equal(['tillkeeper.couponRecord']);
    expect(data?.coupons.length).to.equal(before + 1);
    const second = await say(press('coupon.create', nonce));
    expect(second[0]?.json).to.contain('Already created');
    expect(data?.coupons.length).to.equal(before + 1);
    const leaked = data
      ? canariesOf(data).filter((each) => [...cards, ...created].some(({ json }) => json.includes(each)))
      : ['none'];
    expect(leaked).to.deep.equal([]);
  });

  it('shows the analyst the charges and refuses the coupon', async () => {
    const say = await talkAs('analyst');
    const cards = await say({ text: scenario });
    expect(cards.map(({ name }) => name)).to.deep.equal(['tillkeeper.charges', 'tillkeeper.notice']);
    expect(cards[1]?.json).to.contain('Marketing may');
  });

  it('shows the card again after another question, and text creates nothing', async () => {
    const count = stripe.data('acct_demo_main')?.coupons.length;
    const say = await talkAs('admin');
    await say({ text: 'create a 10% off coupon' });
    const cards = await say({ text: 'yes, create it' });
    expect(cards.at(-1)?.name).to.equal('tillkeeper.couponReview');
    expect(stripe.data('acct_demo_main')?.coupons.length).to.equal(count);
  });
});
