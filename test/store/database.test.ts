import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import Sqlite from 'libsql';
import { SettingsFault, StoreFault } from '../../src/errors.js';
import { type Database, openSqlite, type Row, type Value } from '../../src/store/database.js';
import { migrations } from '../../src/store/migrations.js';
import { inTwoProcesses, sourceOf } from './twoProcesses.js';

describe('the database', () => {
  const top = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  const open: Database[] = [];
  const opened = (folder: string) => {
    const database = openSqlite(folder);
    open.push(database);
    return database;
  };
  let folder = top;
  let count = 0;
  beforeEach(() => {
    count += 1;
    folder = path.join(top, `data-${count}`);
  });
  after(() => {
    for (const each of open) each.close();
    rmSync(top, { recursive: true });
  });

  const asked: [sql: string, values: Value[], rows: Row[]][] = [
    ['select $1 as a', ['it’s "so"; drop table trail'], [{ a: 'it’s "so"; drop table trail' }]],
    ['select $2 as a, $1 as b, $2 as c', ['x', 5], [{ a: 5, b: 'x', c: 5 }]],
    ['select $1 as a', [null], [{ a: null }]],
    ['select $1 as a, $10 as j', ['a', 2, 3, 4, 5, 6, 7, 8, 9, 'j'], [{ a: 'a', j: 'j' }]],
    ['select $1 as a', [Number.MAX_SAFE_INTEGER], [{ a: Number.MAX_SAFE_INTEGER }]],
    ['select $1 as a', ['😀 ‮ ñ'], [{ a: '😀 ‮ ñ' }]],
    ['select $1 as a', [1.5], [{ a: 1.5 }]],
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
    it(`answers ${sql}`, async () => {
      expect(await opened(':memory:').run(sql, values)).to.deep.equal(rows);
    });

  it('rejects what it cannot do, and goes on', async () => {
    const database = opened(':memory:');
    const refused = async (sql: string) =>
      await database.run(sql).then(
        () => 'done',
        (error: unknown) => error instanceof Error && 'code' in error && error.code,
      );
    const add = "insert into channel_ability (channel, takes_back) values ('a', 1)";
    await database.run(add);
    expect([await refused('nonsense'), await refused(add)]).to.deep.equal([
      'SQLITE_ERROR',
      'SQLITE_CONSTRAINT_PRIMARYKEY',
    ]);
    expect(await database.run('select count(*) as n from channel_ability')).to.deep.equal([{ n: 1 }]);
  });

  it('refuses a text with a NUL rather than give back its beginning', async () => {
    const database = opened(':memory:');
    const fault = await database.run('select $1 as a', ['a\0b']).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(StoreFault);
  });

  it('does a statement whole or not at all', async () => {
    const database = opened(':memory:');
    const two = "insert into channel_ability (channel, takes_back) values ('a', 1), ('b', null)";
    expect(await database.run(two).catch(() => 'refused')).to.equal('refused');
    expect(await database.run('select * from channel_ability')).to.deep.equal([]);
  });

  it('keeps what was written for who opens it next, and for who has it open', async () => {
    const one = opened(folder);
    const other = opened(folder);
    await one.run("insert into channel_ability (channel, takes_back) values ('a', 1)");
    one.close();
    const third = opened(folder);
    for (const each of [other, third])
      expect(await each.run('select channel from channel_ability')).to.deep.equal([{ channel: 'a' }]);
  });

  it('waits for the disk at every write', async () => {
    const database = opened(folder);
    expect(await database.run('pragma synchronous')).to.deep.equal([{ synchronous: 2 }]);
    expect(await database.run('pragma journal_mode')).to.deep.equal([{ journal_mode: 'wal' }]);
  });

  it('says whether a write would be taken', async () => {
    const database = opened(folder);
    expect(await database.writable()).to.equal(true);
    await database.run('pragma busy_timeout = 0');
    const holder = new Sqlite(path.join(folder, 'tillkeeper.sqlite'));
    holder.exec('begin immediate');
    expect(await database.writable()).to.equal(false);
    holder.exec('rollback');
    holder.close();
    expect(await database.writable()).to.equal(true);
    database.close();
    expect(await database.writable()).to.equal(false);
  });

  it('brings the schema once, however often it is opened', async () => {
    const steps = async () => await opened(folder).run('select number from migration order by number');
    const first = await steps();
    expect(first).to.have.lengthOf(migrations.length);
    expect(await steps()).to.deep.equal(first);
  });

  it('is one for two processes that start together', async () => {
    const written = await inTwoProcesses(`
      import { openSqlite } from ${sourceOf('store/database.ts')};
      for (let at = 0; at < 10; at += 1) {
        const database = openSqlite(process.argv[1] + '/' + at);
        await database.run('insert into channel_ability (channel, takes_back) values ($1, 1)', [String(process.pid)]);
        console.log(JSON.stringify(await database.run('select count(*) as n from migration')));
        database.close();
      }
    `);
    const lines = Array.from({ length: 10 }, () => JSON.stringify([{ n: migrations.length }]));
    expect(written.map((text) => text.trim().split('\n'))).to.deep.equal([lines, lines]);
  }).timeout(30_000);

  it('of a newer version is refused and left as it is', async () => {
    const database = opened(folder);
    await database.run('insert into migration (number) values ($1)', [migrations.length + 1]);
    for (const _ of ['once', 'twice'])
      expect(() => openSqlite(folder)).to.throw(
        SettingsFault,
        'DATA_DIR holds the database of a newer Tillkeeper. Start that version, or name another folder in .env.',
      );
    expect(await database.run('select count(*) as n from migration')).to.deep.equal([
      { n: migrations.length + 1 },
    ]);
  });

  it('that is none is refused, and its folder named', () => {
    mkdirSync(folder);
    writeFileSync(
      path.join(folder, 'tillkeeper.sqlite'),
      'not a database, but long enough to be read as one'.repeat(9),
    );
    const file = path.join(folder, 'tillkeeper.sqlite');
    for (const place of [folder, file, path.join(file, 'deeper')])
      expect(() => openSqlite(place)).to.throw(
        SettingsFault,
        `DATA_DIR: no database can be opened in ${place}. Check that it is a folder this process may write to, or name another one in .env.`,
      );
  });
});
