import { expect } from 'chai';
import { StoreFault } from '../../src/errors.js';
import type { Database, Row, Value } from '../../src/store/database.js';
import { migrations } from '../../src/store/migrations.js';
import { inEachDatabase } from './databases.js';

inEachDatabase('the database', ({ open }) => {
  let database: Database;
  before(async () => {
    database = await open();
  });
  beforeEach(async () => void (await database.run('delete from channel_ability')));
  after(() => database.close());
  const codeOf = async (sql: string, values: Value[] = []) =>
    await database.run(sql, values).then(
      () => 'done',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : 'no code'),
    );

  const channels = async () =>
    (await database.run('select channel from channel_ability')).map(({ channel }) => channel).toSorted();

  const asked: [sql: string, values: Value[], rows: Row[]][] = [
    ['select $1 as a', ['it’s "so"; drop table trail'], [{ a: 'it’s "so"; drop table trail' }]],
    ['select $2 as a, $1 as b, $2 as c', ['x', 5], [{ a: 5, b: 'x', c: 5 }]],
    ['select $1 as a', [null], [{ a: null }]],
    ['select 1 as a where $1 is null or $1 = 5', [null], [{ a: 1 }]],
    ['select 1 as a where $1 is null or $1 = 5', [5], [{ a: 1 }]],
    ['select $1 as a, $10 as j', ['a', 2, 3, 4, 5, 6, 7, 8, 9, 'j'], [{ a: 'a', j: 'j' }]],
    ['select $1 as a', [Number.MAX_SAFE_INTEGER], [{ a: Number.MAX_SAFE_INTEGER }]],
    ['select $1 as a', [-1], [{ a: -1 }]],
    ['select $1 as a', [''], [{ a: '' }]],
    ['select $1 as a', ['😀 ‮ ñ \\ \n %'], [{ a: '😀 ‮ ñ \\ \n %' }]],
    ['select $1 as a', [1.5], [{ a: 1.5 }]],
    ["select '$1 isn''t' as a, $1 as b", ['x'], [{ a: "$1 isn't", b: 'x' }]],
    [
      'select count(*) as n, sum(number) as s, max(number) as m from migration where number <= 3',
      [],
      [{ n: 3, s: 6, m: 3 }],
    ],
    ['select exists (select 1) as yes, 1 = 2 as no', [], [{ yes: 1, no: 0 }]],
    ['select 1 as a where 1 = 0', [], []],
    ['  with one as (select 1 as a) select a from one', [], [{ a: 1 }]],
    ['insert into channel_ability (channel, takes_back) values ($1, 1)', ['one'], []],
    [
      'insert into channel_ability (channel, takes_back) values ($1, 1) returning channel',
      ['two'],
      [{ channel: 'two' }],
    ],
    ["update channel_ability set takes_back = 0 where channel = 'nobody' returning channel", [], []],
  ];
  for (const [sql, values, rows] of asked)
    it(`answers ${sql} for ${JSON.stringify(values)}`, async () => {
      expect(await database.run(sql, values)).to.deep.equal(rows);
    });

  it('rejects what it cannot do, and goes on', async () => {
    const add = "insert into channel_ability (channel, takes_back) values ('a', 1)";
    expect(await codeOf(add)).to.equal('done');
    expect(await codeOf('nonsense')).to.be.oneOf(['SQLITE_ERROR', '42601']);
    expect(await codeOf(add)).to.be.oneOf(['SQLITE_CONSTRAINT_PRIMARYKEY', '23505']);
    expect(await database.run('select count(*) as n from channel_ability')).to.deep.equal([{ n: 1 }]);
  });

  it('refuses a text with a NUL rather than give back its beginning', async () => {
    const fault = await database.run('select $1 as a', ['a\0b']).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(StoreFault);
  });

  it('does a statement whole or not at all', async () => {
    await codeOf("insert into channel_ability (channel, takes_back) values ('a', 1), ('b', null)");
    expect(await database.run('select * from channel_ability')).to.deep.equal([]);
  });

  it('lets one of many who would have the same rows have each', async () => {
    for (let at = 0; at < 20; at += 1)
      await database.run('insert into channel_ability (channel, takes_back) values ($1, 0)', [`c-${at}`]);
    const take = async () =>
      await database.run(
        `update channel_ability set takes_back = 1 where channel in (
           select channel from channel_ability where takes_back = 0 order by channel limit 3) returning channel`,
      );
    // More than once: the first time connections are still being made.
    for (let round = 0; round < 5; round += 1) {
      const taken = (await Promise.all(Array.from({ length: 10 }, take))).flat();
      expect(taken.map(({ channel }) => channel).toSorted()).to.deep.equal(await channels());
      await database.run('update channel_ability set takes_back = 0');
    }
  });

  it('loses no count of those who add at once', async () => {
    await database.run("insert into channel_ability (channel, takes_back) values ('a', 0)");
    const add = "update channel_ability set takes_back = takes_back + 1 where channel = 'a'";
    await Promise.all(Array.from({ length: 60 }, async () => await database.run(add)));
    expect(await database.run('select takes_back from channel_ability')).to.deep.equal([{ takes_back: 60 }]);
  });

  it('takes writes, and changes nothing to find out', async () => {
    const rows = async () => await database.run('select number from migration order by number');
    const before = await rows();
    expect(await Promise.all([database.writable(), database.writable()])).to.deep.equal([true, true]);
    expect(await rows()).to.deep.equal(before);
    expect(before).to.have.lengthOf(migrations.length);
  });

  it('takes none once it is closed', async () => {
    const other = await open();
    await other.close();
    expect(await other.writable()).to.equal(false);
  });
});
