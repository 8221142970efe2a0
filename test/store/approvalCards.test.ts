import { expect } from 'chai';
import { createSeal } from '../../src/sealed.js';
import { type ApprovalCards, createApprovalCards } from '../../src/store/approvalCards.js';
import { type Confirmations, createConfirmations } from '../../src/store/confirmations.js';
import type { Database } from '../../src/store/database.js';
import { offerIdOf } from '../../src/store/offerRow.js';
import { inEachDatabase } from './databases.js';

const now = 1_795_000_000_000;
const minute = 60_000;
const day = 24 * 60 * minute;
const offer = offerIdOf('n');
const place = { offer, conversation: 'c-2', person: 'p-2', audience: 'approver' } as const;
const own = { offer, conversation: 'c-1', person: 'p-1', audience: 'asker' } as const;

inEachDatabase('the cards of an approval', ({ open }) => {
  let database: Database;
  let cards: ApprovalCards;
  let confirmations: Confirmations;

  beforeEach(async () => {
    database = await open();
    cards = createApprovalCards(database);
    confirmations = createConfirmations(database, createSeal(['a secret of this test']));
    await confirmations.issue({
      nonce: 'n',
      caller: 'p-1',
      conversation: 'c-1',
      channel: 'test',
      account: 'main',
      role: 'marketing',
      terms: { percentOff: 40, duration: 'once', firstTimeOnly: false, zone: 'UTC' },
      second: { nonce: 'a', asker: 'key' },
      now,
      lapsesAt: now + minute,
    });
    const by = { caller: 'p-1', conversation: 'c-1', now, lapsesAt: now + minute };
    await confirmations.approvals.submit('n', by);
  });
  afterEach(async () => database.close());

  const end = async () =>
    await confirmations.approvals.end(offer, { state: 'declined', reason: 'rejected', now });

  it('are shown once in a place, by one of ten that want to', async () => {
    const taken = await Promise.all(Array.from({ length: 10 }, async () => await cards.take(place, now)));
    expect(taken.filter((id) => id !== null)).to.have.length(1);
    expect(await cards.take({ ...place, conversation: 'c-3' }, now)).to.be.a('string');
  });

  it('may be shown again when that failed, or was not finished within a minute', async () => {
    const id = await cards.take(place, now);
    expect(await cards.take(place, now + minute - 1)).to.equal(null);
    expect(await cards.take(place, now + minute)).to.equal(id);
    await cards.drop(id ?? '');
    expect(await cards.take(place, now)).to.equal(id);
    await cards.placed(id ?? '', 'activity');
    expect(await cards.take(place, now + 9 * minute)).to.equal(null);
    expect((await cards.find(offer, 'c-2'))?.activity).to.equal('activity');
  });

  it('are told nothing while the offer waits, then each once', async () => {
    for (const each of [place, own]) await cards.placed((await cards.take(each, now)) ?? '', 'activity');
    expect(await cards.claim(now, 10)).to.deep.equal([]);
    await end();
    const [one, other] = await Promise.all([cards.claim(now, 10), cards.claim(now, 10)]);
    expect([...one, ...other].map(({ conversation }) => conversation).toSorted()).to.deep.equal([
      'c-1',
      'c-2',
    ]);
    for (const { id } of [...one, ...other]) await cards.told(id);
    expect(await cards.claim(now + day, 10)).to.deep.equal([]);
  });

  it('come up again after a minute, or when their person is heard of once it had failed', async () => {
    await cards.placed((await cards.take(own, now)) ?? '', 'activity');
    await end();
    const listener = { conversation: 'c-9', person: 'p-1' };
    const [claimed] = await cards.claim(now, 10);
    expect(await cards.claim(now, 10, listener)).to.deep.equal([]);
    await cards.failed(claimed?.id ?? '', now);
    expect(await cards.claim(now, 10)).to.deep.equal([]);
    expect(await cards.claim(now, 10, { conversation: 'c-9', person: 'p-3' })).to.deep.equal([]);
    expect(await cards.claim(now, 10, listener)).to.have.length(1);
    expect(await cards.claim(now + minute, 10)).to.have.length(1);
  });

  it('go with their offer, a day after it was settled', async () => {
    await cards.take(place, now);
    await end();
    await confirmations.prune(now + day - 1);
    expect(await cards.find(offer, 'c-2')).to.not.equal(null);
    await confirmations.prune(now + day);
    expect([await confirmations.find('n'), await cards.find(offer, 'c-2')]).to.deep.equal([null, null]);
  });
});
