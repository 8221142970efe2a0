import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { forPostgres } from './dialect.js';
import { type Database, type Row, refuseNul, rows } from './driver.js';
import { migratePostgres } from './migratePostgres.js';
import { postgresFault } from './postgresFaults.js';
import { createWritable } from './writable.js';

/** How much of PostgreSQL one process takes. Times are in ms. */
export interface PostgresLimits {
  connections: number;
  /** Longest wait for a connection, new or free. */
  connect: number;
  /** Longest that a statement runs, tries after a conflict included. */
  statement: number;
}

const usual: PostgresLimits = { connections: 10, connect: 3000, statement: 5000 };

/** Opens a PostgreSQL database by its address, whose own parameters say whether TLS is spoken. Lost connections are
 * made anew by who asks next; a statement whose answer was lost is not asked again, for it may have been done. */
export function openPostgres(url: string, limits: PostgresLimits = usual): Database {
  const pool = openPool(url, limits);
  const ready = prepare(pool);
  ready.catch(() => {});
  const run: Database['run'] = async (sql, values = []) => {
    refuseNul(values);
    await ready;
    return await untilSettled(async () => await ask(pool, forPostgres(sql, values)), limits.statement);
  };
  return { run, ready, writable: createWritable(run), close: async () => await pool.end() };
}

function openPool(url: string, { connections, connect, statement }: PostgresLimits): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connect,
    // The server ends a statement by itself; this is for one that does not answer at all.
    query_timeout: statement + 500,
    keepAlive: true,
    types: { getTypeParser: parserOf },
    onConnect: async (client) => {
      await client.query(sessionOf(statement));
    },
  });
  // Without who hears of it, a connection that is lost while nobody uses it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Each statement sees one state of the database and is refused where another one changed a row of it meanwhile, so
 * that it means the same as in SQLite. What was answered is on disk, whatever the server's own setting. */
const sessionOf = (statement: number): string => `
  set statement_timeout = ${statement};
  set idle_in_transaction_session_timeout = ${2 * statement};
  set session characteristics as transaction isolation level repeatable read;
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';`;

async function prepare(pool: pg.Pool): Promise<void> {
  try {
    const client = await pool.connect();
    try {
      await migratePostgres(client);
    } finally {
      client.release(true);
    }
  } catch (error) {
    throw postgresFault(error);
  }
}

async function ask(pool: pg.Pool, statement: ReturnType<typeof forPostgres>): Promise<Row[]> {
  const client = await pool.connect();
  try {
    const found = await client.query(statement);
    client.release();
    return rows.parse(found.rows);
  } catch (error) {
    client.release(!isOfStatement(error));
    throw error;
  }
}

/** Nothing was done, because another one changed the same rows: a serialization failure or a deadlock. */
const conflicts: ReadonlySet<unknown> = new Set(['40001', '40P01']);

async function untilSettled(once: () => Promise<Row[]>, longest: number): Promise<Row[]> {
  const began = performance.now();
  for (let tries = 0; ; tries += 1) {
    try {
      return await once();
    } catch (error) {
      const conflict = error instanceof pg.DatabaseError && conflicts.has(error.code);
      if (!conflict || performance.now() - began > longest) throw error;
      if (tries > 2) await pause(Math.min(2 ** tries, 50));
    }
  }
}

/** Whether only the statement failed; else its connection is not used again. */
function isOfStatement(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}

const { builtins } = pg.types;
const numbers: ReadonlySet<number> = new Set([builtins.INT8, builtins.NUMERIC]);

/** As SQLite gives them: sums and milliseconds as numbers, what is true as 1. */
const parserOf: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') => {
  if (numbers.has(type)) return Number;
  if (type === builtins.BOOL) return (text: string) => (text === 't' ? 1 : 0);
  return pg.types.getTypeParser(type, format);
};
