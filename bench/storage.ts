import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqlite } from '../src/store/sqlite.js';

/** What one wait for the disk per pass of the event loop gives over one per statement, in writes per second. Both
 * alternate in one run, on one disk and in one file; only the ratio says anything. */
const rounds = 7;
const lasting = 300;
const add = "insert into one (b) values ('a line of the length that a row of the trail has, more or less')";

const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-bench-'));
const database = openSqlite(folder);
await database.run('create table one (a integer primary key, b text not null)');

let last: Promise<unknown> = Promise.resolve();
const ways = {
  together: async () => await database.run(add),
  /** Each waits until the one before is on disk. */
  each: async () => {
    const after = last.then(async () => await database.run(add));
    last = after;
    await after;
  },
};

async function writesPerSecond(write: () => Promise<unknown>, inFlight: number): Promise<number> {
  const began = performance.now();
  let written = 0;
  const writer = async () => {
    for (; performance.now() < began + lasting; written += 1) await write();
  };
  await Promise.all(Array.from({ length: inFlight }, writer));
  return (written / (performance.now() - began)) * 1000;
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

for (const inFlight of [1, 32]) {
  const found: { together: number; each: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    found.push({
      together: await writesPerSecond(ways.together, inFlight),
      each: await writesPerSecond(ways.each, inFlight),
    });
  const ratio = median(found.map((one) => one.together / one.each));
  const [together, each] = (['together', 'each'] as const).map((way) =>
    Math.round(median(found.map((one) => one[way]))),
  );
  console.log(
    `${String(inFlight).padStart(2)} in flight: together ${together}/s, each for itself ${each}/s, ratio ${ratio.toFixed(2)}`,
  );
}
await database.close();
rmSync(folder, { recursive: true });
