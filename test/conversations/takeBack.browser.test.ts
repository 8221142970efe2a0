import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { type Browser, launch } from '../browser.js';
import { cards, inBrowser, say, watch } from '../channels/webChat/visitor.js';
import { type House, openHouse } from './house.js';

const minute = 60_000;
const card = (page: Page, text: string | RegExp) => cards(page).filter({ hasText: text });

/** Every piece of text on the cards with data, and the sentence that screen readers get. */
const pieces = `(() => {
  const all = [...document.querySelectorAll('.webchat__adaptive-card-renderer')];
  return all.filter((card) => /^(Last|Balance)/.test(card.innerText)).flatMap((card) => {
    const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode.data.trim());
    return found;
  });
})()`;

/** The document with all its attributes, and what its fields hold. */
const everything = 'document.documentElement.outerHTML';

/** Of pieces of text, those that tell something of somebody or of money. */
const ofRows = (text: string): boolean => /[$€£•·−]/.test(text);

inBrowser('cards with data in a browser', (program) => {
  let house: House;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  before(async () => {
    house = await openHouse();
    browser = await launch(program);
    page = browser.page;
    complaints = watch(page, house.url);
  });
  beforeEach(async () => {
    await page.goto(`${house.url}/?as=admin`);
    await card(page, 'Ask me about charges').waitFor();
    complaints.splice(0);
  });
  afterEach(() => expect(complaints).to.deep.equal([]));
  after(async () => {
    await browser.close();
    await house.close();
  });

  const letGoBy = async (time: number) => {
    house.time.now += time;
    await house.app.work();
  };
  /** What stands in the rows of the cards that are shown. */
  const rows = async () => {
    const found = z.array(z.string()).parse(await page.evaluate(pieces));
    return found.filter(ofRows);
  };
  /** Which of these stand anywhere in the document. */
  const left = async (of: readonly string[]) => {
    const html = z.string().parse(await page.evaluate(everything));
    return of.filter((text) => html.includes(text));
  };
  const ask = async () => {
    await say(page, 'the last 10 charges');
    await card(page, /^Last 10 charges/).waitFor();
    const shown = await rows();
    expect(shown.length).to.be.above(30);
    expect(await left(shown)).to.deep.equal(shown);
    return shown;
  };
  const gone = () => card(page, 'Charges stood here and were taken back.');

  it('are replaced where they stand when their time is over, and nothing of a row is left', async () => {
    const shown = await ask();
    const place = (await cards(page).count()) - 1;
    await letGoBy(9 * minute);
    expect(await card(page, /^Last 10 charges/).innerText()).to.contain('gone in 10 min');
    await letGoBy(2 * minute);
    await gone().waitFor();
    expect(await cards(page).count()).to.equal(place + 1);
    expect(await cards(page).nth(place).innerText()).to.contain('Charges stood here');
    expect(await left(shown)).to.deep.equal([]);
  });

  it('come again by Show again, asked anew, and go again', async () => {
    const shown = await ask();
    const said = await card(page, /^Last 10 charges/).innerText();
    await letGoBy(11 * minute);
    const asked = house.stripe.requests.length;
    await gone().getByRole('button', { name: 'Show again' }).click();
    const again = card(page, /^Last 10 charges/);
    await again.waitFor();
    expect(rowsIn(await again.innerText()))
      .to.deep.equal(rowsIn(said))
      .and.have.length(10);
    expect(house.stripe.requests.length).to.be.above(asked);
    await letGoBy(11 * minute);
    await gone().nth(1).waitFor();
    expect(await left(shown)).to.deep.equal([]);
  });

  it('go at once by Take back now, and only theirs', async () => {
    await ask();
    await say(page, 'what is our balance?');
    await card(page, /^Balance/).waitFor();
    const shown = await rows();
    await card(page, /^Last 10 charges/)
      .getByRole('button', { name: 'Take back now' })
      .click();
    await gone().waitFor();
    expect(await card(page, /^Last 10 charges/).count()).to.equal(0);
    expect(await card(page, /^Balance/).count()).to.equal(1);
    await letGoBy(11 * minute);
    await card(page, 'The balance stood here and was taken back.').waitFor();
    expect(await left(shown)).to.deep.equal([]);
  });

  it('leave the record of a coupon where it is', async () => {
    await say(page, 'create a 15% off coupon for first-time customers');
    await card(page, 'Create this coupon?').getByRole('button', { name: 'Create coupon' }).click();
    const record = card(page, 'Coupon created');
    await record.waitFor();
    const said = await record.innerText();
    await ask();
    await letGoBy(11 * minute);
    await gone().waitFor();
    expect(await record.innerText()).to.equal(said);
  });
});

const rowsIn = (text: string): string[] => text.match(/^(?:Succeeded|Partly refunded|Failed) · .*$/gm) ?? [];

inBrowser('a page whose conversation the bot no longer has', (program) => {
  it('takes its cards with data off, says that the conversation has ended, and goes on by its button', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-anew-'));
    const first = await openHouse({ variables: { DATA_DIR: folder } });
    const { page, close } = await launch(program);
    // Web Chat waits between 3 and 15 s before it connects anew.
    await page.addInitScript('Math.random = () => 0');
    await page.goto(`${first.url}/?as=admin`);
    await card(page, 'Ask me about charges').waitFor();
    await say(page, 'the last 10 charges');
    await card(page, /^Last 10 charges/).waitFor();
    await first.close();
    const { port } = new URL(first.url);
    const second = await openHouse({ variables: { PORT: port }, now: first.time.now });
    await page.getByText('This conversation has ended.').waitFor();
    await card(page, /^Last 10 charges/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByText('This conversation has ended.').waitFor({ state: 'hidden' });
    await card(page, 'Ask me about charges').waitFor();
    await say(page, 'what is our balance?');
    await card(page, /^Balance/).waitFor();
    await close();
    await second.close();
    rmSync(folder, { recursive: true });
  });
});
