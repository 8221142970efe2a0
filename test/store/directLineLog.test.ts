import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createSeal } from '../../src/sealed.js';
import { type Database, openSqlite } from '../../src/store/database.js';
import { createDirectLineLog, type DirectLineLog } from '../../src/store/directLineLog.js';
import { createDirectLineTalks } from '../../src/store/directLineTalks.js';
import { inEachDatabase } from './databases.js';

const seal = createSeal(['a secret of these tests, long enough']);
const ada = { portal: 'intranet', user: { id: 'u-1001', name: 'Ada' } };
const body = (text: string) => ({ type: 'message', text });

/** Two logs say many things at once while a reader asks again and again what is new. */
async function race([one, other]: readonly [DirectLineLog, DirectLineLog], conversation: string) {
  let under = true;
  const seen: number[] = [];
  const reader = async () => {
    for (let place = 0, last = false; !last; ) {
      last = !under;
      const found = await other.after(conversation, place);
      seen.push(...found.activities.map((each) => each.place));
      place = found.place;
    }
  };
  const writer = async (log: DirectLineLog, name: string) => {
    for (let n = 0; n < 25; n += 1)
      await log.say({ conversation, id: `${name} ${n}`, body: body(`${n}`), now: 1000 });
  };
  const reading = reader();
  await Promise.all([writer(one, 'a'), writer(one, 'b'), writer(other, 'c'), writer(other, 'd')]);
  under = false;
  await reading;
  return seen;
}

inEachDatabase('the log of Direct Line', ({ open }) => {
  let database: Database;
  before(async () => {
    database = await open();
  });
  after(async () => await database.close());
  let number = 0;
  const opened = async () => {
    number += 1;
    const id = `c-${number}`;
    await createDirectLineTalks(database, seal).open({ id, ...ada }, 0);
    return id;
  };
  const rows = async (conversation: string) =>
    await database.run(
      'select id, place, kind, sealed from direct_line_activity where conversation = $1 order by place',
      [conversation],
    );

  it('lets no place be seen before every smaller one, and none twice, whoever says it', async () => {
    const pair = [createDirectLineLog(database, seal), createDirectLineLog(database, seal)] as const;
    const seen = await race(pair, await opened());
    expect(seen).to.deep.equal(Array.from({ length: 100 }, (_, at) => at + 1));
  });

  it('gives times that rise with the places', async () => {
    const log = createDirectLineLog(database, seal);
    const conversation = await opened();
    const told = [];
    for (const [id, now] of Object.entries({ a: 500, b: 400, c: 400, d: 900 }))
      told.push(await log.say({ conversation, id, body: body(id), now }));
    expect(told).to.deep.equal([
      { place: 1, at: 500 },
      { place: 2, at: 501 },
      { place: 3, at: 502 },
      { place: 4, at: 900 },
    ]);
    expect(await log.say({ conversation, id: 'a', body: body('again'), now: 1000 })).to.deep.equal({
      place: 5,
      at: 500,
    });
    expect(await log.drop({ conversation, id: 'b', now: 1 })).to.deep.equal({ place: 6, at: 1001 });
  });

  it('deletes what is beyond its limit or was replaced, and never what stands at the end', async () => {
    const log = createDirectLineLog(database, seal, 3);
    const conversation = await opened();
    for (let n = 0; n < 200; n += 1)
      await log.say({ conversation, id: n % 2 ? 'same' : `${n}`, body: body(`${n}`), now: 1000 });
    const left = await rows(conversation);
    expect(left.length).to.be.below(70);
    expect(left.at(-1)).to.deep.include({ id: 'same', place: 200 });
    const { activities, place } = await log.after(conversation, 0);
    expect(activities.map(({ id }) => id)).to.deep.equal(['196', '198', 'same']);
    expect(place).to.equal(200);
  });

  it('tells the largest places of many conversations at once', async () => {
    const log = createDirectLineLog(database, seal);
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push(await opened());
    for (const [at, conversation] of ids.entries())
      for (let n = 0; n < at; n += 1) await log.say({ conversation, id: `${n}`, body: body('x'), now: 1000 });
    expect([...(await log.largest(ids))].sort()).to.deep.equal(ids.slice(1).map((id, at) => [id, at + 1]));
    const many = Array.from({ length: 2100 }, (_, at) => `nowhere ${at}`);
    expect(await log.largest([...many, ...ids.slice(4)])).to.deep.equal(new Map([[ids[4], 4]]));
    expect(await log.largest([])).to.deep.equal(new Map());
  });

  it('opens nothing that was moved to another place, or sealed by somebody else', async () => {
    const log = createDirectLineLog(database, seal);
    const conversation = await opened();
    for (const id of ['a', 'b']) await log.say({ conversation, id, body: body(id), now: 1000 });
    await database.run(
      `update direct_line_activity set sealed = (
         select sealed from direct_line_activity where conversation = $1 and id = 'a')
       where conversation = $1 and id = 'b'`,
      [conversation],
    );
    const { activities, place } = await log.after(conversation, 0);
    expect(activities.map(({ id }) => id)).to.deep.equal(['a']);
    expect(place).to.equal(2);
  });

  it('keeps nothing of conversations that are gone, nor words that a process that died did not overwrite', async () => {
    const log = createDirectLineLog(database, seal);
    const [gone, here] = [await opened(), await opened()];
    for (const conversation of [gone, here])
      for (const text of ['first', 'second'])
        await log.say({ conversation, id: 'a', body: body(text), now: 1000 });
    await database.run('delete from direct_line_talk where id = $1', [gone]);
    await database.run(
      `update direct_line_activity set sealed = 'left over' where conversation = $1 and place = 1`,
      [here],
    );
    await log.prune();
    expect(await rows(gone)).to.deep.equal([]);
    expect((await rows(here)).map(({ sealed }) => sealed === '')).to.deep.equal([true, false]);
  });
});

describe('the log of Direct Line, in one file of two processes', () => {
  it('lets no place be seen before every smaller one, and none twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-line-'));
    const [one, other] = [openSqlite(folder), openSqlite(folder)];
    await createDirectLineTalks(one, seal).open({ id: 'c', ...ada }, 0);
    const seen = await race([createDirectLineLog(one, seal), createDirectLineLog(other, seal)], 'c');
    await Promise.all([one.close(), other.close()]);
    rmSync(folder, { recursive: true });
    expect(seen).to.deep.equal(Array.from({ length: 100 }, (_, at) => at + 1));
  });
});
