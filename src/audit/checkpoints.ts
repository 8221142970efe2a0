import type { Database, Row } from '../store/database.js';
import type { Chain } from './chain.js';
import { type Checkpoint, isOurs, type SignedCheckpoint, signed, signedCheckpoint } from './checkpoint.js';
import type { LinePlace } from './checkpointFile.js';

/** The signed checkpoints of the trail: in the database, and in a second place that whoever changes the database
 * would have to change as well. */
export interface Checkpoints {
  /** Signs this and keeps it in both places. */
  sign: (told: Omit<Checkpoint, 'at'>) => Promise<void>;
  /** Signs the newest row, unless it is signed; brings the second place up to what the database has. */
  signHead: () => Promise<void>;
  /** The same, but only when so many rows are unsigned that it is time. */
  signWhenDue: (seq: number) => Promise<void>;
  /** All that are kept, and what is none of ours. */
  read: () => Promise<KeptCheckpoints>;
  /** Drops those of rows before this one from the database. */
  drop: (before: number) => Promise<void>;
}

/** Checkpoints as they are found. */
export interface KeptCheckpoints {
  inDatabase: SignedCheckpoint[];
  inSecondPlace: SignedCheckpoint[];
  /** Places and lines whose signature is not ours. */
  forged: string[];
}

export interface CheckpointNeeds {
  database: Database;
  chain: Chain;
  /** The first signs, all verify. */
  secrets: readonly [string, ...string[]];
  place: LinePlace;
  clock: () => Date;
  /** Rows between two checkpoints. */
  every: number;
}

/** Checkpoints over the database and a second place. */
export function createCheckpoints(needs: CheckpointNeeds): Checkpoints {
  const { database, chain, secrets, place, clock, every } = needs;
  let last = 0;
  let filed: number | undefined;
  const sign = async (told: Omit<Checkpoint, 'at'>) => {
    const line = signed({ ...told, at: clock().getTime() }, secrets[0]);
    await place.add(JSON.stringify(line));
    await insert(database, line);
  };
  const signHead = async () => {
    const { seq, hash } = await chain.head();
    last = Math.max(seq, last);
    filed ??= newestHead((await inPlace(needs)).ours)?.seq ?? 0;
    const known = await newestInDatabase(database);
    if (seq > (known?.seq ?? 0)) await sign({ kind: 'head', seq, until: seq, hash, count: seq });
    else if (known && known.seq > filed) await place.add(JSON.stringify(known));
    filed = Math.max(seq, filed);
  };
  return {
    sign,
    signHead,
    signWhenDue: async (seq) => {
      if (seq - last >= every) await signHead();
    },
    read: async () => {
      const { ours, forged } = await inPlace(needs);
      const rows = (await database.run('select * from trail_checkpoint')).map(readRow);
      const inDatabase = rows.flatMap((row) => (row && isOurs(row, secrets) ? [row] : []));
      const strange = rows.length > inDatabase.length ? ['the database'] : [];
      return { inDatabase, inSecondPlace: ours, forged: [...forged, ...strange] };
    },
    drop: async (before) => {
      await database.run('delete from trail_checkpoint where until_seq < $1', [before]);
    },
  };
}

/** Of these, the one that signed the newest row. */
export function newestHead(some: readonly SignedCheckpoint[]): SignedCheckpoint | undefined {
  const heads = some.filter(({ kind }) => kind === 'head');
  return heads.reduce<SignedCheckpoint | undefined>(
    (best, each) => (best && best.seq >= each.seq ? best : each),
    undefined,
  );
}

async function insert({ run }: Database, line: SignedCheckpoint): Promise<void> {
  const { kind, seq, until, hash, count, at, mac } = line;
  await run(
    `insert into trail_checkpoint (kind, seq, until_seq, hash, count, at, mac) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing`,
    [kind, seq, until, hash, count, at, mac],
  );
}

async function newestInDatabase({ run }: Database): Promise<SignedCheckpoint | null> {
  const [found] = await run("select * from trail_checkpoint where kind = 'head' order by seq desc limit 1");
  return found ? readRow(found) : null;
}

/** A row that is none any more is like one that is gone. */
function readRow({ until_seq: until, ...row }: Row): SignedCheckpoint | null {
  return signedCheckpoint.safeParse({ ...row, until }).data ?? null;
}

/** A line that cannot be read was cut off by a crash, or says nothing: what counts is which ones are missing. */
async function inPlace({ place, secrets }: CheckpointNeeds) {
  const ours: SignedCheckpoint[] = [];
  const forged: string[] = [];
  for (const [at, line] of (await place.lines()).entries()) {
    const { data } = signedCheckpoint.safeParse(jsonOf(line));
    if (data && isOurs(data, secrets)) ours.push(data);
    else if (data) forged.push(`${place.name}, entry ${at + 1}`);
  }
  return { ours, forged };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
