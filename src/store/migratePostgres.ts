import type { ClientBase } from 'pg';
import { stepForPostgres } from './dialect.js';
import { stepsAfter } from './migrate.js';
import { migrations } from './migrations.js';

/** Longest that another replica's migration is waited for, in ms. */
const longestWait = 60_000;

/** Brings a PostgreSQL database to this version's schema, all steps or none. Of replicas that start together one does
 * it, the others wait.
 * @throws SettingsFault when a newer version has been at it */
export async function migratePostgres(
  client: Pick<ClientBase, 'query'>,
  steps: readonly string[] = migrations,
): Promise<void> {
  // Not repeatable read: who waited for the lock has to see what was done meanwhile.
  await client.query('begin isolation level read committed');
  try {
    await client.query(`set local statement_timeout = ${longestWait}`);
    await client.query(`select pg_advisory_xact_lock(hashtext('tillkeeper ' || current_schema()))`);
    await client.query('create table if not exists migration (number bigint primary key)');
    const { rowCount } = await client.query('select number from migration');
    for (const { number, sql } of stepsAfter(rowCount ?? 0, steps, 'DATABASE_URL leads to')) {
      await client.query(stepForPostgres(sql));
      await client.query('insert into migration (number) values ($1)', [number]);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
