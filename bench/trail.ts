import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openTrail } from '../src/audit/openTrail.js';
import type { TrailRow } from '../src/audit/trailRow.js';
import { verifyTrail } from '../src/audit/verify.js';
import { createSeal } from '../src/sealed.js';
import { openSqlite } from '../src/store/database.js';

const row: Omit<TrailRow, 'at' | 'person'> = {
  event: 'read',
  tenant: '00000000-0000-0000-0000-000000000001',
  channel: 'msteams',
  role: 'analyst,support',
  account: 'main',
  ability: 'list_charges',
  outcome: 'answered',
  count: 10,
  recognisedBy: 'built-in',
  latency: 12,
  correlation: 'abc123',
};

/** How long the trail takes, in milliseconds: a row written to disk, and so many rows verified. */
export interface TrailTiming {
  eachAppend: number;
  verify: number;
  findings: number;
}

const start = 1_795_000_000_000;

function opened(dataDir: string) {
  const database = openSqlite(dataDir);
  const secrets: [string] = ['a secret of the bench, long enough'];
  let salt = 0;
  const kept = openTrail({
    database,
    dataDir,
    secrets,
    seal: createSeal(secrets),
    settings: { keepDays: 365, checkpointEvery: 100 },
    clock: () => new Date(start),
    random: () => {
      salt += 1;
      return `salt-${salt}`;
    },
    onFault: (fault) => {
      throw fault;
    },
  });
  const fill = async (rows: number) => {
    for (let at = 0; at < rows; at += 1)
      await kept.trail.append({ ...row, at: start + at * 1000, person: `person ${at % 50}` });
  };
  return { ...kept, database, fill };
}

/** Writes rows one after the other to a fresh folder; verifies so many in memory, where they are there sooner. */
export async function benchTrail({ written = 2000, verified = 100_000 } = {}): Promise<TrailTiming> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-bench-'));
  const onDisk = opened(folder);
  const began = performance.now();
  await onDisk.fill(written);
  const eachAppend = (performance.now() - began) / written;
  await onDisk.database.close();
  rmSync(folder, { recursive: true });

  const inMemory = opened(':memory:');
  await inMemory.fill(verified);
  const from = performance.now();
  const { findings } = await verifyTrail({ ...inMemory, every: 100 });
  const verify = performance.now() - from;
  await inMemory.database.close();
  return { eachAppend, verify, findings: findings.length };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { eachAppend, verify, findings } = await benchTrail();
  process.stdout.write(`a row written, on disk           ${eachAppend.toFixed(2)} ms\n`);
  process.stdout.write(
    `100,000 rows verified            ${(verify / 1000).toFixed(2)} s (promised: 3 s), ${findings} findings\n`,
  );
  if (verify > 3000 || findings > 0) process.exitCode = 1;
}
