import Sqlite from 'libsql';
import { migrate } from '../../src/store/migrate.js';
import { type Bare, bringsSchema } from './broughtSchema.js';

async function bareSqlite(): Promise<Bare> {
  const sqlite = new Sqlite(':memory:');
  const tables = "select name from sqlite_master where type = 'table' order by name";
  return {
    bring: async (steps) => migrate(sqlite, steps),
    tables: async () => sqlite.prepare(tables).pluck().all(),
    close: async () => void sqlite.close(),
  };
}

describe('the schema, in SQLite', () => bringsSchema(bareSqlite));
