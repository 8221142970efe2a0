import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { type Browser, launch } from '../browser.js';
import { bubbles, cards, inBrowser, say, watch } from '../channels/webChat/visitor.js';
import { type House, openHouse } from './house.js';

const scenario =
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days';

const posted = z.looseObject({
  type: z.string(),
  from: z.looseObject({ id: z.string() }),
  value: z.looseObject({ tillkeeper: z.looseObject({ act: z.string() }) }),
});

/** A press as the page sent it, to be sent once more. */
interface Press {
  url: string;
  authorization: string;
  activity: z.infer<typeof posted>;
}

/** The presses that a page sends, as they go. */
const pressesOf = (page: Page): Press[] => {
  const presses: Press[] = [];
  page.on('request', (request) => {
    const read = posted.safeParse(request.method() === 'POST' ? request.postDataJSON() : null);
    const { authorization = '' } = request.headers();
    if (read.success) presses.push({ url: request.url(), authorization, activity: read.data });
  });
  return presses;
};

inBrowser('the scenario in a browser', (program) => {
  let house: House;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let presses: Press[];

  before(async () => {
    house = await openHouse();
    browser = await launch(program);
    page = browser.page;
    complaints = watch(page, house.url);
    presses = pressesOf(page);
  });
  beforeEach(() => {
    complaints.splice(0);
    presses.splice(0);
  });
  afterEach(() => expect(complaints).to.deep.equal([]));
  after(async () => {
    await browser.close();
    await house.close();
  });

  const visit = async (person: string) => {
    await page.goto(`${house.url}/?as=${person}`);
    await card('Ask me about charges').waitFor();
  };
  const card = (text: string | RegExp) => cards(page).filter({ hasText: text });
  const coupons = () => house.stripe.data('acct_demo_main')?.coupons.length ?? 0;

  /** The last day that is 30 days from today where the browser is, as the card writes it. */
  const lastDay = async () => {
    const zone = z.string().parse(await page.evaluate('Intl.DateTimeFormat().resolvedOptions().timeZone'));
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(house.time.now);
    const end = new Date(Date.parse(`${day}T00:00:00Z`) + 30 * 86_400_000);
    return end.toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'medium' });
  };

  it('shows ten charges and the terms, creates once, and a second press creates nothing', async () => {
    await visit('admin');
    const before = coupons();
    await say(page, scenario);
    const review = card('Create this coupon?');
    const terms = await review.innerText();
    const charges = await card(/^Last 10 charges/).innerText();
    expect(charges.match(/^(Succeeded|Partly refunded|Failed) · /gm)).to.have.length(10);
    expect(terms).to.match(/15\s?% off/);
    expect(terms)
      .to.contain('first-time customers')
      .and.contain(await lastDay());
    expect(coupons()).to.equal(before);

    const shown = await bubbles(page).count();
    await review.getByRole('button', { name: 'Create coupon' }).click();
    const record = card('Coupon created');
    const [code = ''] = /\b[A-Z0-9]{8}\b/.exec(await record.innerText()) ?? [];
    expect(code).to.have.length(8);
    expect(await bubbles(page).count()).to.equal(shown);
    expect(await review.count()).to.equal(0);
    expect(await cards(page).last().innerText()).to.equal(await record.innerText());
    expect(coupons()).to.equal(before + 1);

    await say(page, 'list coupons');
    const listed = await card(/^Coupons/).innerText();
    expect(listed.split(code)).to.have.length(2);

    await pressAgain();
    await card('Already created').waitFor();
    expect(coupons()).to.equal(before + 1);
  });

  /** The button is gone with its card: what it sent is sent once more. */
  const pressAgain = async () => {
    const [press] = presses;
    expect(presses.map(({ activity }) => activity.value.tillkeeper.act)).to.deep.equal(['coupon.create']);
    const { url = '', authorization = '', activity } = press ?? {};
    const { type, from, value } = activity ?? {};
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ type, from, value }),
    });
    expect(response.status).to.be.below(300);
    await house.app.idle();
  };

  it('shows the analyst the charges and refuses the coupon in a sentence', async () => {
    await visit('analyst');
    const before = coupons();
    await say(page, scenario);
    await card('Your role, Analyst, may not create coupons. Marketing may.').waitFor();
    expect(await card(/^Last 10 charges/).count()).to.equal(1);
    expect(await page.getByRole('button', { name: 'Create coupon' }).count()).to.equal(0);
    expect(coupons()).to.equal(before);
  });

  it('takes the form with most of it left empty', async () => {
    await visit('admin');
    await say(page, 'create a 15% off coupon');
    await card('Create this coupon?').getByRole('button', { name: 'Adjust' }).click();
    const form = card(/^New coupon/);
    await form.getByLabel('Percent off').fill('20');
    await form.getByRole('button', { name: 'Review' }).click();
    await card('Create this coupon?')
      .filter({ hasText: /20\s?% off/ })
      .waitFor();
    expect(await form.count()).to.equal(0);
  });

  it('needs no mouse: person, sentence and Create coupon', async () => {
    await visit('admin');
    const before = coupons();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('Tab', 'Tab', 'Tab', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await page.getByText('New conversation as Mira, marketing.').waitFor();
    await card('Ask me about charges').waitFor();
    await tabTo('Message input box');
    await page.keyboard.type('create a 15% off coupon for first-time customers, expiring in 30 days');
    await press('Enter');
    await card('Create this coupon?').waitFor();
    await press('Shift+Tab', 'Shift+Tab', 'Enter');
    expect(await focused()).to.equal('Create coupon');
    await press('Enter');
    await card('Coupon created').waitFor();
    expect(coupons()).to.equal(before + 1);
  });

  const focused = () => page.evaluate("document.activeElement.getAttribute('aria-label')");
  const tabTo = async (label: string) => {
    for (let pressed = 0; pressed < 30 && (await focused()) !== label; pressed += 1)
      await page.keyboard.press('Tab');
    expect(await focused()).to.equal(label);
  };
});
