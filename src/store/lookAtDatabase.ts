import { existsSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'libsql';
import pg from 'pg';
import { z } from 'zod';
import { SettingsFault } from '../errors.js';
import { migrations } from './migrations.js';
import { postgresFault } from './postgresFaults.js';

/** What lies where the settings say the database is: nothing yet, or one with so many of this version's steps done. */
export type Look = { kind: 'none' } | { kind: 'there'; done: number; steps: number; writable: boolean };

/** Longest wait for PostgreSQL, in ms. */
const longest = 3000;

/** Looks at the database of the settings as it is: nothing is made there, and no step is done.
 * @throws SettingsFault when it cannot be opened */
export async function lookAtDatabase(settings: {
  dataDir: string;
  databaseUrl: string | null;
}): Promise<Look> {
  return settings.databaseUrl === null
    ? lookAtSqlite(settings.dataDir)
    : await lookAtPostgres(settings.databaseUrl);
}

const counted = z.object({ count: z.coerce.number() });
const found = z.tuple([z.object({ there: z.boolean(), closed: z.boolean() })]);

function lookAtSqlite(folder: string): Look {
  const file = path.join(folder, 'tillkeeper.sqlite');
  if (!existsSync(file)) return { kind: 'none' };
  try {
    const sqlite = new Sqlite(file);
    try {
      sqlite.exec('pragma busy_timeout = 1000');
      const made = sqlite.prepare("select name from sqlite_master where name = 'migration'").all();
      if (made.length === 0) return { kind: 'none' };
      const { count } = counted.parse(sqlite.prepare('select count(*) as count from migration').get());
      return { kind: 'there', done: count, steps: migrations.length, writable: takesWrites(sqlite) };
    } finally {
      sqlite.close();
    }
  } catch {
    throw new SettingsFault([
      'The database in DATA_DIR cannot be opened. Check that tillkeeper.sqlite is whole and who may read it.',
    ]);
  }
}

function takesWrites(sqlite: Sqlite.Database): boolean {
  try {
    sqlite.exec('begin immediate; rollback');
    return true;
  } catch {
    return false;
  }
}

async function lookAtPostgres(url: string): Promise<Look> {
  try {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: longest,
      query_timeout: longest,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      const about = await client.query(
        "select to_regclass('migration') is not null as there, current_setting('transaction_read_only') = 'on' as closed",
      );
      const [{ there, closed }] = found.parse(about.rows);
      if (!there) return { kind: 'none' };
      const { rows } = await client.query('select count(*) as count from migration');
      const { count } = counted.parse(rows[0]);
      return { kind: 'there', done: count, steps: migrations.length, writable: !closed };
    } finally {
      void client.end().catch(() => {});
    }
  } catch (error) {
    throw postgresFault(error);
  }
}
