import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { findBrowser, launch, noBrowser } from '../test/browser.js';
import { type Demo, startDemo } from './demo.js';

// The pictures of the README: the scenario in the demo's page, before and after Create coupon is pressed.
const sentence =
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days';
const largest = 400 * 1024;

const picture = (name: string) => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));

const atTheEnd = `new Promise((resolve) => {
  const look = () => {
    const { scrollTop, clientHeight, scrollHeight } = document.querySelector('.webchat__basic-transcript__scrollable');
    if (scrollTop + clientHeight > scrollHeight - 2) resolve();
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Nothing has the focus, and Web Chat has scrolled down to the last card, which it does step by step. */
const settle = async (page: Page) => {
  await page.evaluate('document.activeElement?.blur()');
  await page.mouse.move(0, 0);
  await page.evaluate(atTheEnd);
};

const takePictures = async (page: Page, { url }: Demo) => {
  await page.goto(`${url}/?as=admin`);
  await page.locator('.ac-textBlock', { hasText: 'Ask me about charges' }).waitFor();
  await page.locator('.webchat__send-box-text-box__input').fill(sentence);
  await page.keyboard.press('Enter');
  const create = page.locator('.ac-pushButton', { hasText: 'Create coupon' });
  await create.waitFor();
  await settle(page);
  await page.screenshot({ path: picture('scenario.png') });
  await create.click();
  await page.locator('.ac-textBlock', { hasText: 'Coupon created' }).waitFor();
  await page.setViewportSize({ width: 980, height: 560 });
  await settle(page);
  await page.screenshot({ path: picture('record.png') });
};

const run = async (program: string): Promise<string[]> => {
  const demo = await startDemo();
  if (!demo) return ['No picture was taken: the demo did not start. See above.'];
  const browser = await launch(program, { width: 980, height: 1340 });
  try {
    await takePictures(browser.page, demo);
  } finally {
    await browser.close();
    await demo.stop();
  }
  const sizes = await Promise.all(['scenario.png', 'record.png'].map((name) => stat(picture(name))));
  return sizes.every(({ size }) => size < largest)
    ? []
    : ['A picture has more than 400 KB. Make the window in scripts/screenshot.ts smaller.'];
};

const program = findBrowser();
const faults = program ? await run(program) : [noBrowser.replace(/^[A-Z ]+:/, 'No picture was taken:')];
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
} else {
  console.log('docs/scenario.png and docs/record.png are taken.');
}
