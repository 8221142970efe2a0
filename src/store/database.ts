import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'libsql';
import { z } from 'zod';
import { SettingsFault, StoreFault } from '../errors.js';
import { migrate } from './migrate.js';

export type Value = string | number | null;
const rows = z.array(z.record(z.string(), z.unknown()));
export type Row = z.infer<typeof rows>[number];

/** One SQL, `$1` parameters. Rejects with the driver's error; who calls turns it into ours. */
export interface Database {
  /** Gives the rows of a `select` or `returning`, else an empty list. A statement is done whole or not at all.
   * @throws StoreFault for a text with a NUL in it: the driver would give it back cut off there */
  run: (sql: string, values?: readonly Value[]) => Promise<Row[]>;
  /** Whether a write would be taken now; asked by /readyz. */
  writable: () => Promise<boolean>;
  close: () => void;
}

/** Opens (and makes) `tillkeeper.sqlite` in a folder, or a database in memory for `:memory:`. WAL, synchronous FULL.
 * @throws SettingsFault when the folder cannot be used or holds the database of a newer version */
export function openSqlite(folder: string): Database {
  const sqlite = opened(folder);
  const statements = new Map<string, Sqlite.Statement>();
  const prepared = (sql: string) => {
    const kept = statements.get(sql) ?? sqlite.prepare(sql.replace(/\$(\d+)/g, '?$1'));
    statements.set(sql, kept);
    return kept;
  };
  return {
    run: async (sql, values = []) => {
      if (values.some((value) => String(value).includes('\0')))
        throw new StoreFault('a text with a NUL in it cannot be kept');
      const statement = prepared(sql);
      // As a list: a single null by itself would be taken for named parameters.
      if (statement.reader) return rows.parse(statement.all([...values]));
      statement.run([...values]);
      return [];
    },
    writable: async () => {
      try {
        sqlite.exec('begin immediate; rollback');
        return true;
      } catch {
        return false;
      }
    },
    close: () => sqlite.close(),
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
      const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
      if (!busy || waited >= longestWait) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

function opened(folder: string): Sqlite.Database {
  try {
    if (folder !== ':memory:') mkdirSync(folder, { recursive: true, mode: 0o700 });
    const sqlite = new Sqlite(folder === ':memory:' ? folder : path.join(folder, 'tillkeeper.sqlite'));
    sqlite.exec('pragma busy_timeout = 3000');
    untilFree(() => sqlite.exec('pragma journal_mode = wal'));
    sqlite.exec('pragma synchronous = full');
    migrate(sqlite);
    return sqlite;
  } catch (error) {
    if (error instanceof SettingsFault) throw error;
    throw new SettingsFault([
      `DATA_DIR: no database can be opened in ${folder}. Check that it is a folder this process may write to, or name another one in .env.`,
    ]);
  }
}
