import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import type { Database } from '../../src/store/database.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { asked, submitted, withApproval } from './approvalTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import type { Talk } from './talk.js';

const line = z.object({
  event: z.string(),
  actor: z.string(),
  about: z.string().nullable(),
  role: z.string(),
  coupon: z.string().nullable(),
});

describe('the trail of a coupon that needs a second person', () => {
  let folder: string;
  let house: House;
  let trail: Database;
  let asker: Talk;
  let approver: Talk;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
    house = await openHouse({ settings: withApproval, variables: { DATA_DIR: folder } });
    trail = openSqlite(folder);
    approver = await talkOverDirectLine(house, 'approver');
    asker = await talkOverDirectLine(house, 'marketing');
  });
  afterEach(async () => {
    await trail.close();
    await house.close();
    rmSync(folder, { recursive: true });
  });

  const lines = async () =>
    (await trail.run('select event, actor, about, role, coupon from trail order by seq')).map((row) =>
      line.parse(row),
    );
  /** The only line of an event, and that of the Submit before it. */
  const ended = async (event: string) => {
    const all = await lines();
    const [found, ...more] = all.filter((each) => each.event === event);
    const submit = all.find((each) => each.event === 'submitted');
    expect(more).to.deep.equal([]);
    if (!found || !submit) throw new Error(`no ${event}`);
    expect(found.coupon).to.match(/^till-[0-9a-f]{16}$/);
    expect(found.coupon).to.equal(submit.coupon);
    return { found, submit };
  };

  for (const event of ['approved', 'created'])
    it(`has ${event} by the approver, about who asked, with the coupon’s id`, async () => {
      await submitted(asker);
      await approver.press(await asked(approver), 'Approve');
      const { found, submit } = await ended(event);
      const mine = (await lines()).filter(({ role }) => role === 'approver');
      expect([found.role, found.about]).to.deep.equal(['approver', submit.actor]);
      expect(new Set(mine.map(({ actor }) => actor))).to.deep.equal(new Set([found.actor]));
      expect(found.actor).to.not.equal(submit.actor);
      expect(house.stripe.data('acct_demo_main')?.coupons.at(-1)?.id).to.equal(found.coupon);
    });

  it('has a Reject by the approver, about who asked', async () => {
    await submitted(asker);
    await approver.press(await asked(approver), 'Reject');
    const { found, submit } = await ended('rejected');
    expect([found.role, found.about]).to.deep.equal(['approver', submit.actor]);
  });

  const byAsker: [event: string, how: string, act: () => Promise<void>][] = [
    ['withdrawn', 'is taken back', async () => void (await asker.press(asker.screen().at(-1), 'Withdraw'))],
    [
      'withdrawn',
      'is forgotten with its conversation',
      async () => {
        await asker.send({ value: { tillkeeper: { act: 'conversation.forget' } } });
        expect(asker.screen().map(({ name }) => name)).to.not.include('couponReview');
        await house.app.work();
      },
    ],
    [
      'lapsed',
      'is left to lapse',
      async () => {
        house.time.now += 10 * 60_000;
        await house.app.work();
      },
    ],
  ];
  for (const [event, how, act] of byAsker)
    it(`has ${event} by who asked when it ${how}`, async () => {
      await submitted(asker);
      await act();
      const { found, submit } = await ended(event);
      expect([found.actor, found.about]).to.deep.equal([submit.actor, null]);
      expect((await approver.changes()).length).to.be.at.least(1);
    });

  it('has that a conversation was forgotten', async () => {
    await asker.send({ value: { tillkeeper: { act: 'conversation.forget' } } });
    expect(await trail.run('select event, ability, outcome from trail')).to.deep.equal([
      { event: 'pressed', ability: 'conversation.forget', outcome: 'done' },
    ]);
  });
});
