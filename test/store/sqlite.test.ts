import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import Sqlite from 'libsql';
import { SettingsFault } from '../../src/errors.js';
import type { Database } from '../../src/store/database.js';
import { migrations } from '../../src/store/migrations.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { inTwoProcesses, sourceOf } from './twoProcesses.js';

const add = 'insert into channel_ability (channel, takes_back) values ($1, 1)';

describe('the SQLite file', () => {
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
  after(async () => {
    await Promise.all(open.map((each) => each.close()));
    rmSync(top, { recursive: true });
  });
  const codeOf = async (doing: Promise<unknown>) =>
    await doing.then(
      () => 'done',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : 'no code'),
    );
  const channels = async (database: Database) =>
    (await database.run('select channel from channel_ability order by channel')).map(
      ({ channel }) => channel,
    );

  it('keeps what was written for who opens it next, and for who has it open', async () => {
    const one = opened(folder);
    const other = opened(folder);
    await one.run(add, ['a']);
    await one.close();
    const third = opened(folder);
    for (const each of [other, third]) expect(await channels(each)).to.deep.equal(['a']);
  });

  it('waits for the disk at every write', async () => {
    const database = opened(folder);
    expect(await database.run('pragma synchronous')).to.deep.equal([{ synchronous: 2 }]);
    expect(await database.run('pragma journal_mode')).to.deep.equal([{ journal_mode: 'wal' }]);
  });

  it('has done what was asked before it was closed', async () => {
    const database = opened(folder);
    const asked = Promise.all(['a', 'b', 'c'].map(async (each) => await database.run(add, [each])));
    await database.close();
    await asked;
    expect(await channels(opened(folder))).to.deep.equal(['a', 'b', 'c']);
  });

  describe('that another process writes to', () => {
    let database: Database;
    let holder: Sqlite.Database;
    beforeEach(() => {
      database = opened(folder);
      holder = new Sqlite(path.join(folder, 'tillkeeper.sqlite'));
      holder.exec('begin immediate');
    });
    afterEach(() => holder.close());

    it('is waited for, while all else goes on', async () => {
      const written = database.run(add, ['a']);
      let ticks = 0;
      const ticking = setInterval(() => {
        ticks += 1;
        if (ticks === 10) holder.exec('rollback');
      }, 2);
      await written;
      clearInterval(ticking);
      expect(ticks).to.be.at.least(10);
      expect(await channels(database)).to.deep.equal(['a']);
    });

    it('is read meanwhile', async () => {
      expect(await channels(database)).to.deep.equal([]);
      holder.exec('rollback');
    });

    it('is not ready after a second, gives up after three, and is back at once', async () => {
      const began = performance.now();
      const [ready, ...codes] = await Promise.all([
        database.writable(),
        ...['a', 'b'].map(async (each) => await codeOf(database.run(add, [each]))),
      ]);
      expect([ready, ...codes]).to.deep.equal([false, 'SQLITE_BUSY', 'SQLITE_BUSY']);
      expect(performance.now() - began).to.be.within(2900, 8000);
      holder.exec('rollback');
      expect(await database.writable()).to.equal(true);
      expect(await codeOf(database.run(add, ['a']))).to.equal('done');
    });
  });

  it('that is full fails what needs room, alone, and goes on when there is room', async () => {
    const database = opened(folder);
    const [{ page_count: pages } = {}] = await database.run('pragma page_count');
    await database.run(`pragma max_page_count = ${Number(pages)}`);
    const codes = await Promise.all(
      ['a', 'x'.repeat(100_000), 'b'].map(async (each) => await codeOf(database.run(add, [each]))),
    );
    expect(codes).to.deep.equal(['done', 'SQLITE_FULL', 'done']);
    expect(await channels(database)).to.deep.equal(['a', 'b']);
    await database.run('pragma max_page_count = 100000');
    expect(await codeOf(database.run(add, ['x'.repeat(100_000)]))).to.equal('done');
  });

  it('brings the schema once, however often it is opened', async () => {
    const steps = async () => await opened(folder).run('select number from migration order by number');
    const first = await steps();
    expect(first).to.have.lengthOf(migrations.length);
    expect(await steps()).to.deep.equal(first);
  });

  it('is one for two processes that start together', async () => {
    const written = await inTwoProcesses(`
      import { openSqlite } from ${sourceOf('store/sqlite.ts')};
      for (let at = 0; at < 10; at += 1) {
        const database = openSqlite(process.argv[1] + '/' + at);
        await database.run('insert into channel_ability (channel, takes_back) values ($1, 1)', [String(process.pid)]);
        console.log(JSON.stringify(await database.run('select count(*) as n from migration')));
        await database.close();
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
