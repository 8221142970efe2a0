import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { startOpenRouter } from '../../../src/demo/openRouter.js';
import { demoStripeAccounts } from '../../../src/demo/stripe/data.js';
import { startStripe } from '../../../src/demo/stripe/server.js';
import { readPlan } from '../../../src/recognition/builtIn/recognise.js';
import { type Browser, launch } from '../../browser.js';
import { type Replica, startReplica } from '../../conversations/replica.js';
import { bubbles, cards, inBrowser, say } from './visitor.js';

inBrowser('A page whose bot is killed and started again', (program) => {
  const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-killed-'));
  let browser: Browser;
  let replica: Replica;
  let close: () => Promise<unknown>;
  let start: (port: string) => Promise<Replica>;

  before(async () => {
    const stripe = await startStripe({ accounts: demoStripeAccounts(Date.now), clock: Date.now });
    const openRouter = await startOpenRouter((sentence) => readPlan(sentence).plan);
    close = async () => await Promise.all([stripe.close(), openRouter.close()]);
    start = async (port) =>
      await startReplica({
        variables: {
          DATA_DIR: folder,
          PORT: port,
          TILLKEEPER_SECRET: 'a secret of these tests, long enough',
        },
        at: { stripe: stripe.url, openRouter: openRouter.url },
      });
    replica = await start('0');
    browser = await launch(program);
  });
  after(async () => {
    await browser.close();
    await replica.close();
    await close();
    rmSync(folder, { recursive: true });
  });

  const card = (page: Page, text: string | RegExp) => cards(page).filter({ hasText: text });

  it('goes on by itself: what it showed stands there once, and the next question is answered', async () => {
    const { page } = browser;
    await page.clock.install();
    await page.goto(`${replica.url}/?as=admin`);
    await card(page, 'Ask me about charges').waitFor();
    await say(page, 'show me the last 10 charges');
    await card(page, /^Last 10 charges/).waitFor();
    const shown = await bubbles(page).allInnerTexts();
    const rejoined = page.waitForEvent('websocket', { timeout: 30_000 });

    const { port } = new URL(replica.url);
    await replica.kill();
    replica = await start(port);
    // The page asks for its stream again after three to fifteen seconds.
    await page.clock.fastForward(16_000);
    await rejoined;
    await say(page, 'what is our balance?');
    await card(page, /^Balance/).waitFor();

    const now = await bubbles(page).allInnerTexts();
    expect(now.slice(0, shown.length)).to.deep.equal(shown);
    expect(now[shown.length]).to.equal('what is our balance?');
    expect(await card(page, /^Last 10 charges/).count()).to.equal(1);
    expect(await page.getByRole('button', { name: 'Start again' }).isVisible()).to.equal(false);
  });
});
