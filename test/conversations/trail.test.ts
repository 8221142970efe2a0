import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { demoSettings } from '../../src/demo/settings.js';
import { type Database, openSqlite } from '../../src/store/database.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { only } from './talk.js';

const day = 86_400_000;
const scenario =
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days';

describe('the trail of a conversation', () => {
  let folder: string;
  let house: House;
  let trail: Database;
  const rows = async (columns: string) => await trail.run(`select ${columns} from trail order by seq`);
  const made = () => house.stripe.data('acct_demo_main')?.coupons.length;

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
    house = await openHouse({ variables: { DATA_DIR: folder } });
    trail = openSqlite(folder);
  });
  afterEach(async () => {
    await trail.close();
    await house.close();
    rmSync(folder, { recursive: true });
  });

  it('has each step of the scenario, by one pseudonym, with what was made', async () => {
    const talk = await talkOverDirectLine(house, 'admin');
    const review = only(
      'couponReview',
      (await talk.say(scenario)).filter(({ name }) => /Review/.test(name)),
    );
    await talk.press(review, 'Create coupon');
    expect(
      (await rows('event, decision, ability, outcome')).map((row) => Object.values(row).join(' ')),
    ).to.deep.equal([
      'asked  list_charges+create_coupon understood',
      'read allowed list_charges answered',
      'offered allowed create_coupon review',
      'submitted allowed coupon.create accepted',
      'created allowed coupon.create created',
      'pressed allowed coupon.create created',
    ]);
    const [, , , , created] = await rows('coupon, tenant, actor');
    expect(created).to.include({ tenant: 'demo' });
    expect(created?.coupon).to.match(/^till-[0-9a-f]{16}$/);
    expect(new Set((await rows('actor')).map(({ actor }) => actor)).size).to.equal(1);
  });

  it('that cannot be written lets nothing be shown and nothing be created', async () => {
    const talk = await talkOverDirectLine(house, 'admin');
    const review = only('couponReview', await talk.say('create a 12% off coupon'));
    const before = made();
    await trail.run("create trigger broken before insert on trail begin select raise(abort, 'full'); end");
    const told = [await talk.say('last 10 charges'), await talk.press(review, 'Create coupon')].flat();
    await trail.run('drop trigger broken');
    for (const { text } of told)
      expect(text).to.match(/^I cannot keep my record at the moment, so I show and create nothing\./);
    expect(made()).to.equal(before);
    await talk.press(review, 'Create coupon');
    expect(made()).to.equal(Number(before) + 1);
  });

  it('has other settings on record, and shows them to compliance in plain words', async () => {
    const env = { DATA_DIR: folder, TILLKEEPER_SECRET: 'a secret of these tests' };
    const demo = demoSettings(env, { stripe: house.stripe.url, openRouter: house.openRouter.url });
    await house.app.reload(demo);
    const talk = await talkOverDirectLine(house, 'compliance');
    const { text } = only('audit', await talk.say('show the audit trail'));
    expect(text).to.match(/Settings reloaded .* this bot itself done/);
  });

  it('is pruned by the settings while the bot runs, and signed', async () => {
    const talk = await talkOverDirectLine(house, 'analyst');
    await talk.say('list coupons');
    await house.app.work();
    house.time.now += 366 * day;
    await house.app.work();
    expect(await rows('event, actor, count')).to.deep.equal([
      { event: 'audit.pruned', actor: 'tillkeeper', count: 2 },
    ]);
    expect(await trail.run('select kind, seq from trail_checkpoint order by seq, kind')).to.deep.equal([
      { kind: 'begin', seq: 3 },
      { kind: 'head', seq: 3 },
    ]);
  });
});
