import { expect } from 'chai';
import type { Database } from '../../src/store/database.js';
import { createExpiries, type Expiries } from '../../src/store/expiries.js';
import { inEachDatabase } from './databases.js';

const minute = 60_000;

inEachDatabase('the cards to be taken back', ({ open }) => {
  let database: Database;
  let expiries: Expiries;
  const add = async (id: string, more: { due?: number; conversation?: string; forgetAt?: number } = {}) =>
    await expiries.add({
      id,
      conversation: 'talk',
      activity: `activity-${id}`,
      kind: 'charges',
      due: 1000,
      question: `sealed-${id}`,
      forgetAt: 5000,
      ...more,
    });
  const claimed = async (now: number, limit = 10) =>
    (await expiries.claim(now, limit)).map(({ id }) => id).toSorted();
  beforeEach(async () => {
    database = await open();
    expiries = createExpiries(database);
  });
  afterEach(() => database.close());

  it('come up when they are due, with where they stand and their kind', async () => {
    await add('a');
    expect(await expiries.claim(999, 10)).to.deep.equal([]);
    expect(await expiries.claim(1000, 10)).to.deep.equal([
      { id: 'a', conversation: 'talk', activity: 'activity-a', kind: 'charges' },
    ]);
  });

  it('come up once, though two ask at once', async () => {
    for (const id of ['a', 'b', 'c']) await add(id);
    const other = createExpiries(database);
    const both = await Promise.all([expiries.claim(1000, 2), other.claim(1000, 2)]);
    expect(both.map((found) => found.length)).to.deep.equal([2, 1]);
    expect(new Set(both.flat().map(({ id }) => id)).size).to.equal(3);
  });

  it('come up first that were due first', async () => {
    await add('late', { due: 900 });
    await add('early', { due: 100 });
    expect(await claimed(1000, 1)).to.deep.equal(['early']);
  });

  it('come up again after a minute where nobody ended them, twelve times', async () => {
    await add('a');
    const found: string[][] = [];
    for (let time = 0; time < 14; time += 1) {
      found.push(await claimed(1000 + time * minute));
      expect(await claimed(1000 + time * minute + minute - 1)).to.deep.equal([]);
    }
    expect(found.filter((ids) => ids.length > 0)).to.have.lengthOf(12);
    expect(await database.run('select id from expiry')).to.have.lengthOf(1);
    await expiries.forget(1000 + 14 * minute);
    expect(await database.run('select id from expiry')).to.deep.equal([]);
  });

  it('never come up again once they are ended', async () => {
    await add('a');
    await claimed(1000);
    await expiries.end('a');
    expect(await claimed(1000 + minute)).to.deep.equal([]);
  });

  it('can be hurried, one or all of a conversation, from that conversation only', async () => {
    for (const id of ['a', 'b']) await add(id, { due: 9000 });
    await add('c', { due: 9000, conversation: 'other' });
    await expiries.hurry({ id: 'a', conversation: 'other', now: 10 });
    expect(await claimed(10)).to.deep.equal([]);
    await expiries.hurry({ id: 'a', conversation: 'talk', now: 10 });
    expect(await claimed(10)).to.deep.equal(['a']);
    await expiries.hurryAll('talk', 20);
    expect(await claimed(20)).to.deep.equal(['b']);
  });

  it('leave their question until its time, whether they are ended or not', async () => {
    await add('a');
    await expiries.end('a');
    expect(await expiries.question('a', 4999)).to.equal('sealed-a');
    expect([await expiries.question('a', 5000), await expiries.question('b', 1)]).to.deep.equal([null, null]);
  });

  it('leave nothing of a question that is forgotten', async () => {
    await add('a', { forgetAt: 100 });
    await add('b');
    await add('c', { conversation: 'other' });
    await expiries.forget(100);
    expect(await database.run('select id from question order by id')).to.deep.equal([
      { id: 'b' },
      { id: 'c' },
    ]);
    await expiries.forget(100, 'talk');
    expect(await database.run('select id from question')).to.deep.equal([{ id: 'c' }]);
  });
});
