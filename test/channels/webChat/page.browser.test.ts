import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { mountWebChat } from '../../../src/channels/webChat/routes.js';
import { type Browser, launch } from '../../browser.js';
import { type Line, startLine } from '../directLine/line.js';
import { echo, page as pageData, startPage } from './echoPage.js';
import { bubbles, cards, inBrowser, say, watch } from './visitor.js';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

const bubble = (page: Page, text: string | RegExp) => bubbles(page).filter({ hasText: text });

/** WCAG's contrast of an element's text. */
const contrast = async (place: Locator) => {
  const mark = 'data-measured';
  await place.evaluate((element, name) => element.setAttribute(name, ''), mark);
  const ratio = await place.page().evaluate(`measure.contrast(document.querySelector('[${mark}]'))`);
  await place.evaluate((element, name) => element.removeAttribute(name), mark);
  return Number(ratio);
};

inBrowser('The page in a browser', (program) => {
  let line: Line;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  const visit = async (path = '/') => {
    await page.goto(`${line.address}${path}`);
    await bubble(page, 'Hello').waitFor();
  };

  before(async () => {
    line = await startPage();
    browser = await launch(program);
    page = browser.page;
    complaints = watch(page, line.address);
    await page.addInitScript({ path: fileURLToPath(new URL('measure.js', import.meta.url)) });
  });
  beforeEach(() => complaints.splice(0));
  after(async () => {
    await browser.close();
    await line.close();
  });

  it('loads without a complaint and asks nobody else', async () => {
    await visit();
    await say(page, 'hello');
    await bubble(page, 'echo hello').waitFor();
    expect(complaints).to.deep.equal([]);
    expect(await page.title()).to.contain('demo');
  });

  it('opens as the person in its address', async () => {
    await visit('/?as=support');
    await bubble(page, 'Hello Support.').waitFor();
    expect(await page.getByRole('radio', { name: 'Support' }).isChecked()).to.equal(true);
  });

  it('opens as the first person for an address that names nobody', async () => {
    await visit('/?as=nobody');
    await bubble(page, 'Hello Admin.').waitFor();
    expect(new URL(page.url()).search).to.equal('?as=admin');
  });

  it('lets the keyboard choose a person, in a new conversation', async () => {
    await visit('/?as=admin');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).to.equal('Skip to the conversation');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await bubble(page, 'Hello Support.').waitFor();
    expect(await bubbles(page).count()).to.equal(1);
    expect(new URL(page.url()).search).to.equal('?as=support');
    expect(await page.getByRole('status').first().textContent()).to.equal('New conversation as Support.');
  });

  it('skips to the conversation', async () => {
    await visit();
    await page.getByRole('link', { name: 'Skip to the conversation' }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).to.equal('chat');
  });

  it('sends an example as it stands', async () => {
    await visit();
    await page.getByRole('button', { name: pageData.examples[2] ?? '' }).click();
    await bubble(page, `echo ${pageData.examples[2]}`).waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('sends what a card asks for, once its fields are right', async () => {
    await visit();
    await say(page, 'form');
    const card = cards(page).last();
    const create = card.getByRole('button', { name: 'Create coupon' });
    await create.click();
    await card.getByText('A name is needed.').waitFor();
    await card.getByPlaceholder('Winter welcome').fill('Spring');
    await create.click();
    await bubble(page, 'submitted create Spring').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('replaces a message in its place', async () => {
    await visit();
    await say(page, 'change');
    await bubble(page, 'the final word').waitFor();
    await say(page, 'and now');
    await bubble(page, 'echo and now').waitFor();
    expect(await bubbles(page).allInnerTexts()).to.deep.equal([
      'Hello Admin.',
      'change',
      'the final word',
      'and now',
      'echo and now',
    ]);
  });

  it('takes a message back', async () => {
    await visit();
    await say(page, 'unsay');
    await bubble(page, 'it was here').waitFor();
    await page.getByText('a secret').first().waitFor({ state: 'detached' });
    expect(await bubbles(page).allInnerTexts()).to.deep.equal(['Hello Admin.', 'unsay', 'it was here']);
    expect(complaints).to.deep.equal([]);
  });

  it('offers suggested answers', async () => {
    await visit();
    await say(page, 'suggest');
    await page.getByRole('toolbar').getByRole('button', { name: 'Coupons' }).click();
    await bubble(page, 'echo Coupons').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is readable in a ${colorScheme} scheme`, async () => {
      await page.emulateMedia({ colorScheme });
      await visit();
      await say(page, 'form');
      await cards(page).last().getByRole('button', { name: 'Adjust' }).waitFor();
      const background = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
      expect(background).to.equal(colorScheme === 'dark' ? 'rgb(19, 21, 24)' : 'rgb(243, 242, 238)');
      const places = [
        '.badge strong',
        '.hint',
        '.person:has(:checked) span',
        '.examples button',
        '.webchat__bubble--from-user p',
        '.webchat__activity-status',
        ...['Succeeded', 'Partly refunded', 'Failed', 'Uncaptured'].map(
          (text) => `.ac-textBlock:has-text("${text}")`,
        ),
        '.ac-textBlock:has-text("Applies to")',
        '.ac-fact-title .ac-textBlock',
        '.ac-pushButton.style-positive',
        '.ac-pushButton.style-destructive',
        '.ac-pushButton:has-text("Adjust")',
        'select.ac-input',
      ];
      for (const place of places) {
        expect(await contrast(page.locator(place).last()), place).to.be.at.least(4.5);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });
  }

  it('fits a phone of 320 pixels without scrolling sideways, its lists folded into menus', async () => {
    await page.setViewportSize({ width: 320, height: 568 });
    await visit('/?as=admin');
    await say(page, 'form');
    await cards(page).last().waitFor();
    const sideways = () => page.evaluate('measure.sideways()');
    expect(await sideways()).to.deep.equal([]);
    expect(await page.getByRole('radio').first().isVisible()).to.equal(false);
    await page.locator('.people summary').click();
    expect(await sideways()).to.deep.equal([]);
    await page.getByText('Marketing').click();
    await bubble(page, 'Hello Marketing.').waitFor();
    expect(await page.getByRole('radio').first().isVisible()).to.equal(false);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('offers to start again when the conversation has gone', async () => {
    await visit();
    await page.route('**/v3/directline/tokens/generate', (route) => route.abort());
    await page.getByRole('radio', { name: 'Analyst' }).check();
    await page.getByText('The bot is not answering.').waitFor();
    await page.unroute('**/v3/directline/tokens/generate');
    await page.getByRole('button', { name: 'Start again' }).click();
    await bubble(page, 'Hello Analyst.').waitFor();
    expect(await page.getByRole('button', { name: 'Start again' }).isVisible()).to.equal(false);
  });

  it('says how to get Web Chat where it was not fetched', async () => {
    await page.route('**/webchat.js', (route) => route.fulfill({ status: 404 }));
    await page.goto(line.address);
    await page.getByText('npm run setup').waitFor();
    await page.unroute('**/webchat.js');
    expect(await page.getByRole('button', { name: 'Start again' }).isVisible()).to.equal(true);
  });
});

inBrowser('Web Chat on a portal page', (program) => {
  let line: Line;
  let portal: Server;
  let browser: Browser;
  /** What README tells portals to allow, and no more. */
  const policyOf = (bot: string) => {
    const [told = ''] = /^script-src https:[^`]+/m.exec(readme) ?? [];
    const here = told
      .replaceAll('wss://bot.example.com', bot.replace('http', 'ws'))
      .replaceAll('https://bot.example.com', bot);
    return `default-src 'none'; ${here.replaceAll('\n', ' ')}`;
  };
  const address = (server: Server) => {
    const where: AddressInfo | string | null = server.address();
    return `http://localhost:${typeof where === 'object' ? where?.port : ''}`;
  };

  before(async () => {
    portal = createServer(async (request, response) => {
      if (request.url === '/token') {
        const { body } = await line.call('/tokens/generate', {
          token: 'portal-secret',
          body: { user: { id: 'u-1001', name: 'Ada' } },
        });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(body));
        return;
      }
      response.setHeader('content-type', 'text/html');
      response.setHeader('content-security-policy', policyOf(line.address));
      response.end(
        `<!doctype html><link rel="icon" href="data:,"><script src="${line.address}/embed.js" data-token-url="${
          request.url === '/broken' ? '/nowhere.json' : '/token'
        }" data-target="#help"></script><div id="help"></div>`,
      );
    });
    portal.listen(0);
    await once(portal, 'listening');
    const portals = [{ id: 'intranet', secret: 'portal-secret', origins: [address(portal)], people: null }];
    line = await startLine(echo, { portals }, (server) => mountWebChat(server, { page: null }));
    browser = await launch(program);
  });
  after(async () => {
    await browser.close();
    await line.close();
    portal.close();
    await once(portal, 'close');
  });

  it('talks as the person the portal vouches for', async () => {
    const { page } = browser;
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(address(portal));
    await bubble(page, 'Hello Ada.').waitFor();
    await say(page, 'unsay');
    await bubble(page, 'a secret').waitFor({ state: 'detached' });
    await say(page, 'from the portal');
    await bubble(page, 'echo from the portal').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('says so when it cannot be opened', async () => {
    const { page } = browser;
    await page.goto(`${address(portal)}/broken`);
    await page.getByText('The chat could not be opened.').waitFor();
    expect(await page.locator('#help').getAttribute('role')).to.equal('status');
  });
});
