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
    for (const { number, sql } of stepsAfter(done, steps, 'DATA_DIR holds')) {
      sqlite.exec(sql);
      sqlite.prepare('insert into migration (number) values (?)').run(number);
    }
    sqlite.exec('commit');
  } catch (error) {
    sqlite.exec('rollback');
    throw error;
  }
}

/** The steps that are still to be done. `holder` begins the fault's sentence: "DATA_DIR holds".
 * @throws SettingsFault when more are done than this version knows */
export function stepsAfter(done: number, steps: readonly string[], holder: string) {
  if (done > steps.length)
    throw new SettingsFault([
      `${holder} the database of a newer Tillkeeper. Start that version, or name another ${holder.startsWith('DATA_DIR') ? 'folder' : 'database'} in .env.`,
    ]);
  return steps.map((sql, at) => ({ number: at + 1, sql })).slice(done);
}
