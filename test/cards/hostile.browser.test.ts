import { type Attachment, CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { toAttachment } from '../../cards/index.js';
import { mountWebChat } from '../../src/channels/webChat/routes.js';
import { inert } from '../../src/masking/escape.js';
import { type Browser, launch } from '../browser.js';
import { type Line, startLine } from '../channels/directLine/line.js';
import { page as demo } from '../channels/webChat/echoPage.js';
import { cards, inBrowser, say, watch } from '../channels/webChat/visitor.js';
import { hostileTexts } from '../masking/hostileTexts.js';
import { sampleViews } from './sampleViews.js';

/** What markdown or HTML makes of a text. Our cards have none of it in their own words. */
const formatted =
  'a, img, picture, video, audio, iframe, object, embed, script, style, link, b, strong, em, i, u, s, del, h1, h2, h3, h4, h5, h6, ul, ol, li, code, pre, blockquote, table, hr, mark, at, [href], [src], [srcset], [onerror], [onclick], [style*="url("]';

/** Every card with this text in every field of it that a person or a merchant may write. */
const attachmentsWith = (text: string): Attachment[] =>
  Object.values(sampleViews({ text, email: text }, { detail: 'detailed' })).map(toAttachment);

/** The same texts as they are, in a TextBlock: what the renderer makes of them unless somebody sees to it. */
const raw = (text: string): Attachment =>
  CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });

const byIndex = hostileTexts.map(attachmentsWith);

/** Sends what is asked for by its number: the cards of one hostile text, or all of them raw. */
const showAsked = async (context: TurnContext): Promise<void> => {
  const { type, text = '' } = context.activity;
  if (type !== 'message') {
    await context.sendActivity('Hello.');
    return;
  }
  const [from = 0, to = 0] = text.split('-').map(Number);
  const asked = text === 'raw' ? [hostileTexts.map(raw)] : byIndex.slice(from, to);
  for (const attachments of asked) await context.sendActivity(MessageFactory.list(attachments));
};

/** What stands on the cards: its marks, its words, and what its inputs hold. */
const seen = z.object({ marks: z.array(z.string()), words: z.string() });
const look = `(() => {
  const all = [...document.querySelectorAll('.webchat__adaptive-card-renderer')];
  const marks = all.flatMap((card) => [...card.querySelectorAll(${JSON.stringify(formatted)})]);
  return { marks: marks.map((mark) => mark.outerHTML.slice(0, 200)), words: all.map((card) => card.textContent).join('\\n') };
})()`;

inBrowser('hostile texts in a browser', (program) => {
  let line: Line;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  before(async () => {
    const portals = [{ id: 'demo', secret: null, origins: [], people: demo.people.map(({ id }) => id) }];
    line = await startLine(showAsked, { portals }, (server) => mountWebChat(server, { page: demo }));
    browser = await launch(program);
    page = browser.page;
    await page.route(/evil|example\.com/, (route) => route.abort());
    complaints = watch(page, line.address);
  });
  after(async () => {
    await browser.close();
    await line.close();
  });

  const show = async (what: string, count: number) => {
    await page.goto(line.address);
    await page.getByText('Hello.').first().waitFor();
    complaints.splice(0);
    await say(page, what);
    await cards(page)
      .nth(count - 1)
      .waitFor({ state: 'attached' });
    return seen.parse(await page.evaluate(look));
  };

  const batch = 11;
  for (let from = 0; from < hostileTexts.length; from += batch) {
    const texts = hostileTexts.slice(from, from + batch);
    it(`do nothing in any field of any card (${texts.length} texts)`, async () => {
      const of = byIndex.slice(from, from + batch);
      const { marks, words } = await show(`${from}-${from + batch}`, of.flat().length);
      expect(marks).to.deep.equal([]);
      expect(words).to.not.match(/2\/14\/2017|Feb\w* 14|14 Feb/);
      for (const text of texts) {
        expect(words).to.contain(inert(text));
        expect(words).to.contain(`Hello${inert(text, 40) && `, ${inert(text, 40)}`}`);
      }
      expect(complaints).to.deep.equal([]);
    });
  }

  it('would do something there: links, pictures, lists, dates, requests', async () => {
    const { marks, words } = await show('raw', hostileTexts.length);
    for (const tag of ['a', 'img', 'ul', 'ol', 'blockquote'])
      expect(
        marks.some((mark) => mark.startsWith(`<${tag}`)),
        tag,
      ).to.equal(true);
    expect(words).to.match(/2\/14\/2017|Feb\w* 14|14 Feb/);
    expect(complaints.join(' ')).to.contain('https://evil.example/pixel.png');
  });
});
