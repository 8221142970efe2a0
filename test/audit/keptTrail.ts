import { createHash } from 'node:crypto';
import { type OpenTrail, openTrail } from '../../src/audit/openTrail.js';
import type { TrailRow } from '../../src/audit/trailRow.js';
import { createSeal } from '../../src/sealed.js';
import { type Database, openSqlite } from '../../src/store/database.js';

export const secret = 'the secret of these tests, long';

/** A usual row. */
export const row: TrailRow = {
  at: 1_795_000_000_000,
  event: 'read',
  person: '["portal","demo","analyst"]',
  tenant: 'demo',
  channel: 'msteams',
  role: 'analyst,support',
  account: 'main',
  ability: 'list_charges',
  outcome: 'answered',
  correlation: 'abc123',
};

/** A trail over a database of its own in memory, with its checkpoints in memory too. */
export interface KeptTrail extends OpenTrail {
  database: Database;
  /** Milliseconds since 1970; raise it to let time go by. */
  time: { now: number };
  faults: unknown[];
}

interface Options {
  database?: Database;
  secrets?: [string, ...string[]];
  dataDir?: string;
  checkpointEvery?: number;
}

/** Random texts that are the same in every run. */
export function countedRandom(from = ''): () => string {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${from}${count}`).digest('base64url').slice(0, 22);
  };
}

/** Opens one. */
export function keptTrail(options: Options = {}): KeptTrail {
  const { database = openSqlite(':memory:'), secrets = [secret], dataDir = ':memory:' } = options;
  const time = { now: row.at };
  const faults: unknown[] = [];
  const opened = openTrail({
    database,
    dataDir,
    secrets,
    seal: createSeal(secrets),
    settings: { keepDays: 365, checkpointEvery: options.checkpointEvery ?? 100 },
    clock: () => new Date(time.now),
    random: countedRandom(),
    onFault: (fault) => faults.push(fault),
  });
  return { ...opened, database, time, faults };
}
