import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { found, restingIn } from '../../conversations/atRest.js';
import { type House, openHouse } from '../../conversations/house.js';
import { wireActivity } from '../../conversations/talk.js';

const opened = z.object({ token: z.string(), conversationId: z.string() });
const frame = z.object({ activities: z.array(wireActivity), watermark: z.string() });
const press = z.looseObject({ tillkeeper: z.looseObject({ act: z.string() }) });
const question = 'show me the last 10 charges and create a 15% off coupon called Quiet Spring';

/** A page that keeps its token while the bot behind it comes and goes. */
const createVisit = (token: string, conversation: string) => {
  const call = async (house: House, path: string, body?: object) =>
    await fetch(`${house.url}/v3/directline${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const activities = `/conversations/${conversation}/activities`;
  return {
    call,
    say: async (house: House, activity: object) => {
      const { status } = await call(house, activities, { type: 'message', ...activity });
      await house.app.idle();
      return status;
    },
    since: async (house: House, watermark: string) =>
      frame.parse(await (await call(house, `${activities}?watermark=${watermark}`)).json()),
    conversation,
  };
};

const open = async (house: House) => {
  const post = async (path: string, token: string, body: object) =>
    opened.parse(
      await (
        await fetch(`${house.url}/v3/directline${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
          body: JSON.stringify(body),
        })
      ).json(),
    );
  const { token } = await post('/tokens/generate', '', { user: { id: 'admin', name: 'Ada Lovelace' } });
  const { conversationId } = await post('/conversations', token, {});
  await house.app.idle();
  return createVisit(token, conversationId);
};

describe('A page of the embedded Direct Line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-restart-'));
  const start = async (now?: number) =>
    await openHouse({ variables: { DATA_DIR: folder }, ...(now === undefined ? {} : { now }) });
  after(() => rmSync(folder, { recursive: true }));

  it('goes on where it was after a restart, and nothing it shows rests in clear', async () => {
    const first = await start();
    const page = await open(first);
    await page.say(first, { text: question });
    const before = await page.since(first, '');
    const resting = restingIn(folder);
    await first.close();

    const second = await start(first.time.now + 1000);
    expect(await page.since(second, before.watermark)).to.deep.equal({
      activities: [],
      watermark: before.watermark,
    });
    expect(await page.since(second, '')).to.deep.equal(before);
    const again = await page.call(second, '/conversations', {});
    expect([again.status, opened.parse(await again.json()).conversationId]).to.deep.equal([
      200,
      page.conversation,
    ]);

    const text = JSON.stringify(before);
    const data = /\{[^{}]*"tillkeeper":\{"act":"coupon\.create"[^}]*\}[^}]*\}/.exec(text)?.[0] ?? '{}';
    expect(await page.say(second, { value: press.parse(JSON.parse(data)) })).to.equal(200);
    const { activities, watermark } = await page.since(second, before.watermark);
    const names = activities.flatMap(({ attachments = [] }) => attachments.map(({ name }) => name));
    expect(names).to.include('tillkeeper.couponRecord');
    const shown = new Set(before.activities.map(({ id }) => id));
    expect(activities.some(({ id, attachments }) => shown.has(id) && attachments)).to.equal(true);

    const charges = before.activities.find(({ attachments = [] }) =>
      attachments.some(({ name }) => name === 'tillkeeper.charges'),
    );
    second.time.now += 11 * 60_000;
    await second.app.work();
    const later = await page.since(second, watermark);
    expect(later.activities.map(({ id }) => id)).to.include(charges?.id ?? 'no charges');
    expect(JSON.stringify(await page.since(second, ''))).not.to.contain('Last 10 charges');
    await second.close();

    const words = ['the last 10', 'Quiet Spring', 'Last 10 charges', 'Ada Lovelace', 'create this coupon'];
    for (const word of ['the last 10', 'Quiet Spring', 'Last 10 charges', 'Create this coupon'])
      expect(text.toLowerCase()).to.contain(word.toLowerCase());
    expect(found(words, [...resting, ...restingIn(folder)])).to.deep.equal([]);
  });

  it('is told that its conversation is over when that has lapsed meanwhile', async () => {
    const first = await start();
    const page = await open(first);
    await first.close();
    const second = await start(first.time.now + 25 * 60_000);
    expect((await page.call(second, `/conversations/${page.conversation}`)).status).to.equal(200);
    await second.close();
    const database = restingIn(folder).filter(({ place }) => place === 'direct_line_talk.id');
    expect(database.some(({ readable }) => readable.includes(page.conversation.toLowerCase()))).to.equal(
      true,
    );
    const third = await start(first.time.now + 3 * 60 * 60_000);
    await third.app.work();
    third.time.now = first.time.now;
    expect((await page.call(third, `/conversations/${page.conversation}`)).status).to.equal(404);
    await third.close();
  });
});
