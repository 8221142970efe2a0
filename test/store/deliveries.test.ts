import { expect } from 'chai';
import { createSeal } from '../../src/sealed.js';
import type { Database } from '../../src/store/database.js';
import { createDeliveries, type Deliveries } from '../../src/store/deliveries.js';
import { inEachDatabase } from './databases.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const seal = createSeal(['a secret of these tests']);
const reply = { status: 200, body: { summary: 'canary' } };
const card = { asked: { task: 'canary' }, correlation: 'c0ffee', body: { accepted: true } };

inEachDatabase('the deliveries of triggers', ({ open }) => {
  let database: Database;
  let deliveries: Deliveries;
  const claim = async (id: string, now: number, request = 'request') =>
    await deliveries.claim({ id, request, now });
  const taken = async (now: number, id?: string) =>
    (await deliveries.take(now, 10, id)).map(({ id: its, tries }) => `${its}:${tries}`).toSorted();
  const owe = async (id: string, now: number) => {
    await claim(id, now);
    await deliveries.promise(id, card);
  };
  beforeEach(async () => {
    database = await open();
    deliveries = createDeliveries(database, seal);
  });
  afterEach(async () => await database.close());

  it('are one process’s to work on, though many claim at once', async () => {
    const all = await Promise.all(Array.from({ length: 10 }, async () => await claim('a', 1000)));
    expect(all.map(({ kind }) => kind).toSorted()).to.deep.equal([...Array(9).fill('busy'), 'fresh']);
  });

  it('are free again when the process ended, and when it gave up', async () => {
    await claim('a', 1000);
    expect((await claim('a', 20_999)).kind).to.equal('busy');
    expect((await claim('a', 21_000)).kind).to.equal('fresh');
    await deliveries.free('a');
    expect((await claim('a', 21_001)).kind).to.equal('fresh');
  });

  it('are known again with their answer, until it is dropped', async () => {
    await claim('a', 0);
    await deliveries.answered('a', reply);
    expect(await claim('a', 1)).to.deep.equal({ kind: 'done', status: 200, answer: reply.body });
    await deliveries.prune(10 * minute - 1);
    expect(await claim('a', 1)).to.deep.include({ answer: reply.body });
    await deliveries.prune(10 * minute);
    expect(await claim('a', 1)).to.deep.equal({ kind: 'done', status: 200, answer: null });
    await deliveries.prune(day - 1);
    expect((await claim('a', 1)).kind).to.equal('done');
    await deliveries.prune(day);
    expect((await claim('a', 1)).kind).to.equal('fresh');
  });

  it('are not mixed up with another request of the same id, whatever became of the first', async () => {
    await claim('a', 0);
    expect((await claim('a', 50_000, 'another')).kind).to.equal('other');
    await deliveries.answered('a', reply);
    expect((await claim('a', 50_000, 'another')).kind).to.equal('other');
  });

  it('keep nothing in clear of what was asked and answered', async () => {
    await owe('a', 0);
    await claim('b', 0);
    await deliveries.answered('b', reply);
    expect(JSON.stringify(await database.run('select * from delivery', []))).to.not.include('canary');
  });

  describe('with a card', () => {
    it('owe it from then on, to one process at a time', async () => {
      await owe('a', 0);
      expect(await claim('a', 1)).to.deep.equal({ kind: 'done', status: 202, answer: card.body });
      const both = await Promise.all([taken(1000), taken(1000)]);
      expect(both.flat()).to.deep.equal(['a:1']);
      expect(await taken(minute + 999)).to.deep.equal([]);
      expect(await taken(minute + 1000)).to.deep.equal(['a:2']);
    });

    it('tell what was asked', async () => {
      await owe('a', 5);
      expect(await deliveries.take(1000, 1)).to.deep.equal([
        { id: 'a', asked: card.asked, correlation: card.correlation, acceptedAt: 5, tries: 1 },
      ]);
    });

    it('owe the one that is named', async () => {
      await owe('a', 0);
      await owe('b', 0);
      expect(await taken(1000, 'b')).to.deep.equal(['b:1']);
    });

    it('do not owe it while it is sent, should the process end, nor when it is kept', async () => {
      await owe('a', 0);
      await owe('b', 0);
      await taken(0);
      expect(await deliveries.sending({ id: 'a', tries: 1 })).to.equal(true);
      await deliveries.kept('b');
      expect(await taken(day)).to.deep.equal([]);
    });

    it('are not sent by a process that was overtaken', async () => {
      await owe('a', 0);
      await taken(0);
      await taken(2 * minute);
      expect(await deliveries.sending({ id: 'a', tries: 1 })).to.equal(false);
      expect(await deliveries.sending({ id: 'a', tries: 2 })).to.equal(true);
      expect(await deliveries.sending({ id: 'a', tries: 2 })).to.equal(false);
    });

    it('owe it again later when it was surely not sent', async () => {
      await owe('a', 0);
      await taken(0);
      await deliveries.sending({ id: 'a', tries: 1 });
      await deliveries.later('a', 5000);
      expect(await taken(4999)).to.deep.equal([]);
      expect(await taken(5000)).to.deep.equal(['a:2']);
    });

    it('drop what was asked once it is kept', async () => {
      await owe('a', 0);
      await deliveries.kept('a');
      expect(await database.run('select sealed from delivery', [])).to.deep.equal([{ sealed: '' }]);
    });
  });
});
