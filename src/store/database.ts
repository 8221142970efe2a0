import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'libsql';
import { z } from 'zod';
import { migrations } from './migrations.js';

export type Value = string | number | null;
const rows = z.array(z.record(z.string(), z.unknown()));
export type Row = z.infer<typeof rows>[number];

/** One SQL, `$1` parameters. Rejects with the driver's error; who calls turns it into ours. */
export interface Database {
  run: (sql: string, values?: readonly Value[]) => Promise<Row[]>;
  /** Whether a write would be taken now; asked by /readyz. */
  writable: () => Promise<boolean>;
  close: () => void;
}

/** Opens (and makes) `tillkeeper.sqlite` in a folder, or a database in memory for `:memory:`. WAL, synchronous FULL. */
export function openSqlite(folder: string): Database {
  if (folder !== ':memory:') mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sqlite = new Sqlite(folder === ':memory:' ? folder : path.join(folder, 'tillkeeper.sqlite'));
  sqlite.exec('pragma journal_mode = wal');
  sqlite.exec('pragma synchronous = full');
  sqlite.exec('pragma busy_timeout = 3000');
  migrate(sqlite);
  const statements = new Map<string, Sqlite.Statement>();
  const prepared = (sql: string) => {
    const kept = statements.get(sql) ?? sqlite.prepare(sql.replace(/\$(\d+)/g, '?$1'));
    statements.set(sql, kept);
    return kept;
  };
  return {
    run: async (sql, values = []) => {
      const statement = prepared(sql);
      if (/^select|\breturning\b/i.test(sql)) return rows.parse(statement.all(...values));
      statement.run(...values);
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

function migrate(sqlite: Sqlite.Database): void {
  sqlite.exec('begin immediate');
  sqlite.exec('create table if not exists migration (number integer primary key)');
  const done = sqlite.prepare('select number from migration').all().length;
  for (const [at, sql] of migrations.entries()) {
    if (at < done) continue;
    sqlite.exec(sql);
    sqlite.prepare('insert into migration (number) values (?)').run(at + 1);
  }
  sqlite.exec('commit');
}
