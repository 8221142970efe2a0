import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import Sqlite from 'libsql';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/store/database.js';
import type { Kind } from '../store/databases.js';

/** A database that outlives the processes that use it, and how a test looks at it. */
export interface Ground {
  /** What tells a process where it is. */
  variables: Readonly<Record<string, string>>;
  run: Database['run'];
  /** Keeps everybody from writing until what comes back is called. */
  lock: () => Promise<() => Promise<void>>;
  drop: () => Promise<void>;
}

/** Makes an empty one, in a file or in PostgreSQL. */
export async function openGround(kind: Kind): Promise<Ground> {
  const { databaseUrl, drop } = await kind.make();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tillkeeper-ground-'));
  const database = openDatabase({ dataDir, databaseUrl: databaseUrl ?? null });
  await database.ready;
  return {
    variables: {
      TILLKEEPER_SECRET: 'a secret of these tests, long enough',
      ...(databaseUrl === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: databaseUrl }),
    },
    run: database.run,
    lock: async () => await (databaseUrl === undefined ? lockFile(dataDir) : lockTable(databaseUrl)),
    drop: async () => {
      await database.close();
      await drop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function lockFile(folder: string): Promise<() => Promise<void>> {
  const file = new Sqlite(path.join(folder, 'tillkeeper.sqlite'));
  file.exec('pragma busy_timeout = 3000');
  file.exec('begin immediate');
  return async () => {
    file.exec('rollback');
    file.close();
  };
}

async function lockTable(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('begin');
  await client.query('lock table inbox in exclusive mode');
  return async () => await client.end();
}

/** Waits until something has come about. */
export async function until(come: () => boolean): Promise<void> {
  while (!come()) await after(5);
}
