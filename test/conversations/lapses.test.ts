import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import Sqlite from 'libsql';
import { z } from 'zod';
import { tableLapses } from '../../scripts/privacy/lapses.js';
import { openChannel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import { only } from './talk.js';

const minute = 60_000;
const lapsing = tableLapses.flatMap(({ table, after }) => (after === null ? [] : [{ table, after }]));
const staying = tableLapses.filter(({ after }) => after === null).map(({ table }) => table);
const named = z.array(z.object({ name: z.string() }));
const counted = z.object({ n: z.number() });

/** Rows that no conversation here leaves behind. `$1` is now. */
const byHand: Readonly<Record<string, string>> = {
  approval_card: `insert into approval_card (id, offer, conversation, person, audience, told, failed, due_at, tries)
    select 'card', id, conversation, '', 'group', 1, 0, ?1, 1 from confirmation where state = 'open' limit 1`,
  inbox: `insert into inbox (id, lane, place, door, sealed, received_at, tries, answering, done_at)
    values ('accepted', 'talk', 1, 'door', '', ?1, 1, 1, ?1)`,
  delivery: `insert into delivery (id, request, state, status, sealed, answer, accepted_at, held_until, tries)
    values ('sent', 'request', 'done', 200, '', '', ?1, 0, 0)`,
  lane: `insert into lane (name, owner, held_until) values ('talk', 'a process that ended', ?1)`,
};

describe('what lies in the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-lapses-'));
  let house: House;
  let file: Sqlite.Database;
  let began: number;

  const tables = () => {
    const sql = `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`;
    return named.parse(file.prepare(sql).all()).map(({ name }) => name);
  };
  const count = (table: string) => counted.parse(file.prepare(`select count(*) as n from ${table}`).get()).n;
  /** Lets the clock stand so long after everything happened, and the worker do what is due. */
  const at = async (time: number) => {
    house.time.now = began + time;
    await house.app.work();
  };

  before(async () => {
    house = await openHouse({ variables: { DATA_DIR: folder } });
    began = house.time.now;
    const stubborn = await openChannel({ refuses: ['PUT', 'DELETE'] });
    const told = stubborn.talk(house, 'admin');
    await told.press(only('balance', await told.say('what is our balance?')), 'Take back now');
    await stubborn.close();
    const talk = await talkOverDirectLine(house, 'admin');
    await talk.say('the last 10 charges and create a 15% off coupon');
    const [review] = talk.screen().filter(({ name }) => name === 'couponReview');
    await talk.press(review, 'Create coupon');
    await talk.say('create a 20% off coupon');
    file = new Sqlite(join(folder, 'tillkeeper.sqlite'));
    file.exec('pragma busy_timeout = 3000');
    for (const sql of Object.values(byHand)) file.prepare(sql).run([began]);
  });
  after(async () => {
    file.close();
    await house.close();
    rmSync(folder, { recursive: true });
  });

  it('has a lapse in every table, or a reason to stay, which the privacy page tells', () => {
    expect(tables()).to.deep.equal(tableLapses.map(({ table }) => table).sort());
  });

  it('is there in every table that lapses', () => {
    expect(lapsing.filter(({ table }) => count(table) === 0)).to.deep.equal([]);
  });

  const times = [...new Set(lapsing.map(({ after }) => after))].toSorted((one, other) => one - other);
  for (const time of times) {
    const together = lapsing.flatMap(({ table, after }) => (after === time ? [table] : []));
    it(`is gone from ${together.join(', ')} when its time is over, and not much before`, async () => {
      await at(time - minute);
      expect(together.filter((table) => count(table) === 0)).to.deep.equal([]);
      await at(time + minute);
      expect(together.filter((table) => count(table) > 0)).to.deep.equal([]);
    });
  }

  it('is the trail and what belongs to it, at last, and nothing else', async () => {
    await at(400 * 24 * 60 * minute);
    const left = tables().filter((table) => count(table) > 0);
    expect(left.filter((table) => !staying.includes(table))).to.deep.equal([]);
    expect(left).to.include('migration');
  });
});
