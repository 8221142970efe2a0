import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'libsql';
import { SettingsFault } from '../errors.js';
import { forSqlite } from './dialect.js';
import { type Database, refuseNul, rows, type Statement } from './driver.js';
import { type Connection, createGroupCommit, isBusy } from './groupCommit.js';
import { migrate } from './migrate.js';
import { createWritable } from './writable.js';

/** How long a statement waits for another process that writes, in ms. */
const patience = 3000;

/** Opens (and makes) `tillkeeper.sqlite` in a folder, or a database in memory for `:memory:`. WAL, synchronous FULL:
 * what was run is on disk, and those of one pass of the event loop wait for it together.
 * @throws SettingsFault when the folder cannot be used or holds the database of a newer version */
export function openSqlite(folder: string): Database {
  const sqlite = opened(folder);
  const group = createGroupCommit(connectionOf(sqlite), patience);
  const run: Database['run'] = async (sql, values = []) => {
    refuseNul(values);
    return await group.run({ sql, values });
  };
  return {
    run,
    ready: Promise.resolve(),
    writable: createWritable(run),
    close: async () => {
      group.end();
      sqlite.close();
    },
  };
}

function connectionOf(sqlite: Sqlite.Database): Connection {
  const statements = new Map<string, Sqlite.Statement>();
  const prepared = (sql: string) => {
    const kept = statements.get(sql) ?? sqlite.prepare(forSqlite(sql));
    statements.set(sql, kept);
    return kept;
  };
  return {
    run: ({ sql, values }: Statement) => {
      const statement = prepared(sql);
      // As a list: a single null by itself would be taken for named parameters.
      if (statement.reader) return rows.parse(statement.all([...values]));
      statement.run([...values]);
      return [];
    },
    exec: (sql) => sqlite.exec(sql),
    inTransaction: () => sqlite.inTransaction,
  };
}

/** Longest that another process is waited for while both start, in ms. */
const longestWait = 5000;

/** Turning the log on does not heed busy_timeout: of two that start together, one is told to come again. */
function untilFree(act: () => void): void {
  for (let waited = 0; ; waited += 50) {
    try {
      act();
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= longestWait) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

function opened(folder: string): Sqlite.Database {
  try {
    if (folder !== ':memory:') mkdirSync(folder, { recursive: true, mode: 0o700 });
    const sqlite = new Sqlite(folder === ':memory:' ? folder : path.join(folder, 'tillkeeper.sqlite'));
    sqlite.exec(`pragma busy_timeout = ${longestWait}`);
    untilFree(() => sqlite.exec('pragma journal_mode = wal'));
    sqlite.exec('pragma synchronous = full');
    // What is deleted is overwritten: else it would lie in free pages until they are used again.
    sqlite.exec('pragma secure_delete = on');
    migrate(sqlite);
    // From here on who writes is waited for without holding up the event loop.
    sqlite.exec('pragma busy_timeout = 0');
    return sqlite;
  } catch (error) {
    if (error instanceof SettingsFault) throw error;
    throw new SettingsFault([
      `DATA_DIR: no database can be opened in ${folder}. Check that it is a folder this process may write to, or name another one in .env.`,
    ]);
  }
}
