import path from 'node:path';
import type { Seal } from '../sealed.js';
import type { TrailSettings } from '../settingsFile.js';
import type { Database } from '../store/database.js';
import { type Chain, createChain } from './chain.js';
import { linesInFile, linesInMemory } from './checkpointFile.js';
import { type Checkpoints, createCheckpoints } from './checkpoints.js';
import { createHolds, type Holds } from './holds.js';
import { createPeople, type People } from './people.js';
import { createRetention, type Retention } from './retention.js';
import { createTrail, type Trail } from './trail.js';

/** The trail with all that belongs to it, over one database. */
export interface OpenTrail {
  trail: Trail;
  chain: Chain;
  people: People;
  checkpoints: Checkpoints;
  holds: Holds;
  retention: Retention;
}

/** What the trail needs from outside. */
export interface OpenTrailNeeds {
  database: Database;
  /** Where the checkpoints go unless the settings name a file; `:memory:` for no folder. */
  dataDir: string;
  secrets: readonly [string, ...string[]];
  seal: Seal;
  /** The first settings; only how long rows are kept changes later. */
  settings: TrailSettings;
  clock: () => Date;
  random: () => string;
  onFault: (fault: unknown) => void;
}

/** Opens the trail. Nothing is read or written yet. */
export function openTrail(needs: OpenTrailNeeds): OpenTrail {
  const { database, clock, random, settings } = needs;
  const chain = createChain(database, random);
  const people = createPeople(needs);
  const place = placeOf(needs);
  const checkpoints = createCheckpoints({ ...needs, chain, place, every: settings.checkpointEvery });
  const holds = createHolds(database, clock);
  return {
    trail: createTrail({ ...needs, chain, people, checkpoints }),
    chain,
    people,
    checkpoints,
    holds,
    retention: createRetention({ database, chain, checkpoints, clock }),
  };
}

function placeOf({ dataDir, settings }: OpenTrailNeeds) {
  if (settings.checkpoints) return linesInFile(settings.checkpoints);
  return dataDir === ':memory:' ? linesInMemory() : linesInFile(path.join(dataDir, 'checkpoints.jsonl'));
}
