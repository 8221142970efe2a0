import type { Database } from './driver.js';
import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';

export type { Database, Row, Value } from './driver.js';
export { openSqlite } from './sqlite.js';

/** Opens the database of the settings: PostgreSQL where they name one, else SQLite in the data folder.
 * @throws SettingsFault when the folder cannot be used; for PostgreSQL, `ready` tells */
export function openDatabase(settings: { dataDir: string; databaseUrl: string | null }): Database {
  return settings.databaseUrl === null ? openSqlite(settings.dataDir) : openPostgres(settings.databaseUrl);
}
