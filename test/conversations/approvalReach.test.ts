import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { asked, submitted, withApproval } from './approvalTalk.js';
import { type Channel, openChannel } from './connectorTalk.js';
import { reviewOf, stripeSince } from './couponCards.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { names, only } from './talk.js';

const minute = 60_000;

describe('a second person', () => {
  let house: House;
  let channel: Channel;

  beforeEach(async () => {
    house = await openHouse({ settings: withApproval });
    channel = await openChannel();
  });
  afterEach(async () => {
    await house.close();
    await channel.close();
  });

  it('whom nobody can reach yet is said so, and gets the card as soon as they open their chat', async () => {
    const asker = await talkOverDirectLine(house, 'marketing');
    const waiting = await submitted(asker);
    expect(waiting.text).to.contain('I cannot reach anyone with the role Approver yet.');
    const approver = channel.talk(house, 'approver');
    const opened = { type: 'conversationUpdate', membersAdded: [{ id: 'approver' }] };
    expect(names(await approver.send(opened))).to.deep.equal(['welcome', 'couponApproval']);
    expect(names(await approver.send(opened))).to.deep.equal(['welcome']);
  });

  it('who comes later over the Connector gets it with the first answer, and not a second time', async () => {
    const asker = channel.talk(house, 'marketing');
    await submitted(asker);
    const approver = channel.talk(house, 'approver');
    expect(names(await approver.say('help'))).to.deep.equal(['help', 'couponApproval']);
    expect(names(await approver.say('help'))).to.deep.equal(['help']);
    const since = stripeSince(house);
    const [card] = approver.screen().filter(({ name }) => name === 'couponApproval');
    expect((await approver.press(card, 'Approve'))[0]?.text).to.contain('Approved by you');
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    expect(names(await asker.changes())).to.deep.equal(['couponRecord']);
  });

  it('who only opened the page can be reached', async () => {
    const approver = await talkOverDirectLine(house, 'approver');
    const asker = await talkOverDirectLine(house, 'marketing');
    const waiting = await submitted(asker);
    expect(waiting.text).to.not.contain('cannot reach');
    expect(names(await approver.changes())).to.deep.equal(['couponApproval']);
  });

  it('approves in the account of the offer, whatever account they are in now', async () => {
    const since = stripeSince(house, 'acct_demo_eu');
    const main = stripeSince(house);
    const admin = channel.talk(house, 'admin');
    await admin.send({ value: { tillkeeper: { act: 'account.use', account: 'eu' } } });
    const review = await reviewOf(admin, 'create a 40% off coupon');
    await admin.press(review, 'Ask for approval');
    const approver = channel.talk(house, 'euApprover');
    const card = only('couponApproval', await approver.say('help'));
    expect(card.text).to.contain('EU store');
    await approver.press(card, 'Approve');
    expect([since.coupons().length, main.coupons().length]).to.deep.equal([1, 0]);
  });

  it('is told of what was decided, and who asked learns it later when the channel fails', async () => {
    const asker = channel.talk(house, 'marketing');
    const approver = await talkOverDirectLine(house, 'approver');
    const since = stripeSince(house);
    await submitted(asker);
    const card = await asked(approver);
    channel.fail(404, 40);
    await approver.press(card, 'Approve');
    expect(since.coupons()).to.have.length(1);
    channel.fail(404, 0);
    const answer = await asker.say('help');
    expect(names(answer)).to.include('couponRecord');
    expect(since.coupons()).to.have.length(1);
    house.time.now += 2 * minute;
    await house.app.work();
    expect(names(await asker.changes())).to.deep.equal([]);
  });

  it('can approve after a restart', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
    const open = async () => await openHouse({ settings: withApproval, variables: { DATA_DIR: folder } });
    const first = await open();
    const asker = channel.talk(first, 'marketing');
    const approver = channel.talk(first, 'approver');
    await approver.say('help');
    await submitted(asker);
    const card = await asked(approver);
    await first.close();
    const next = await open();
    const since = stripeSince(next);
    const again = channel.talk(next, 'approver', { conversation: { id: approver.conversation } });
    expect((await again.press(card, 'Approve'))[0]?.text).to.contain('Approved by you');
    expect(since.coupons().map(({ codes }) => codes)).to.deep.equal([1]);
    expect(names(await asker.changes())).to.deep.equal(['couponRecord']);
    await next.close();
    rmSync(folder, { recursive: true });
  });
});
