import type Sqlite from 'libsql';
import { SettingsFault } from '../errors.js';
import { migrations } from './migrations.js';

/** Brings a database to this version's schema, all steps or none; once it is there, nothing happens.
 * @throws SettingsFault when a newer version has been at it: its rows may mean what this one cannot know */
export function migrate(sqlite: Sqlite.Database, steps: readonly string[] = migrations): void {
  sqlite.exec('begin immediate');
  try {
    sqlite.exec('create table if not exists migration (number integer primary key)');
    const done = sqlite.prepare('select number from migration').all().length;
    if (done > steps.length)
      throw new SettingsFault([
        'DATA_DIR holds the database of a newer Tillkeeper. Start that version, or name another folder in .env.',
      ]);
    for (const [at, sql] of steps.entries()) {
      if (at < done) continue;
      sqlite.exec(sql);
      sqlite.prepare('insert into migration (number) values (?)').run(at + 1);
    }
    sqlite.exec('commit');
  } catch (error) {
    sqlite.exec('rollback');
    throw error;
  }
}
