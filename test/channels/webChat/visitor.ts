import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { findBrowser, noBrowser } from '../../browser.js';

/** The bubbles of a conversation, the visitor's own among them. */
export const bubbles = (page: Page) => page.locator('.webchat__bubble__content');

/** The cards of a conversation, in order. */
export const cards = (page: Page) => page.locator('.webchat__adaptive-card-renderer');

const sendBox = (page: Page) => page.locator('.webchat__send-box-text-box__input');

/** Types a message and sends it. */
export const say = async (page: Page, text: string) => {
  await sendBox(page).fill(text);
  await sendBox(page).press('Enter');
};

/** What a page complains of, and whom it asks besides us. */
export const watch = (page: Page, address: string) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url().replace(/^blob:/, '');
    if (!url.startsWith(`${address}/`) && !url.startsWith('data:')) complaints.push(url);
  });
  page.on('websocket', (socket) => {
    if (!socket.url().startsWith(address.replace('http', 'ws'))) complaints.push(socket.url());
  });
  return complaints;
};

/** A suite that needs a browser; where there is none, one test that says loudly that it was left out. */
export const inBrowser = (title: string, suite: (program: string) => void) => {
  const program = findBrowser();
  describe(title, function () {
    this.timeout(60_000);
    if (program !== null) return suite(program);
    it(noBrowser, () => {
      console.warn(`\n${'!'.repeat(100)}\n${noBrowser}\n${'!'.repeat(100)}\n`);
      expect(findBrowser()).to.equal(null);
    });
  });
};
