import { readFileSync, writeFileSync } from 'node:fs';
import { contentColumns, digestOf, saidSql } from '../../src/audit/content.js';
import { beginning, hashOf } from '../../src/audit/link.js';
import type { Database } from '../../src/store/database.js';

/** What somebody who can write to the database, or to the checkpoint file, but has no secret, can lay hands on. */
export interface Hands {
  database: Database;
  /** The checkpoint file of this trail, and of another one that was written with the same secret. */
  file: string;
  strange: string;
}

/** A kind of tampering, at a row. */
export interface Tampering {
  what: string;
  at: (hands: Hands, seq: number) => Promise<void>;
}

const numbers = ['at', 'count', 'tokens', 'latency', 'since_at', 'until_at'];
const links = ['prev', 'digest', 'hash'];

/** Changes one column of one row to something else of the same form. */
async function edit({ database }: Hands, seq: number, column: string): Promise<void> {
  const change = numbers.includes(column)
    ? `coalesce(${column}, 0) + 1`
    : links.includes(column)
      ? `'0' || substr(${column}, 1, 62) || 'x'`
      : `coalesce(${column}, '') || 'x'`;
  await database.run(`update trail set ${column} = ${change} where seq = $1`, [seq]);
}

/** Makes the rows from here on follow each other again. */
async function rehash(
  { database: { run } }: Hands,
  from: number,
  to = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  const [before] = await run('select hash from trail where seq < $1 order by seq desc limit 1', [from]);
  let prev = String(before?.hash ?? beginning.hash);
  const rows = await run(
    `select seq, ${saidSql} as said from trail where seq >= $1 and seq <= $2 order by seq`,
    [from, to],
  );
  for (const row of rows) {
    const digest = digestOf(String(row.said));
    const hash = hashOf(Number(row.seq), prev, digest);
    await run('update trail set prev = $1, digest = $2, hash = $3 where seq = $4', [
      prev,
      digest,
      hash,
      Number(row.seq),
    ]);
    prev = hash;
  }
}

/** Moves the numbers of all rows behind this one. */
async function shift({ database: { run } }: Hands, behind: number, by: 1 | -1): Promise<void> {
  await run('update trail set seq = -(seq + $1) where seq > $2', [by, behind]);
  await run('update trail set seq = -seq where seq < 0');
}

async function copy({ database: { run } }: Hands, from: number, to: number): Promise<void> {
  const rest = [...contentColumns, ...links].join(', ');
  await run(`insert into trail (seq, ${rest}) select $2, ${rest} from trail where seq = $1`, [from, to]);
}

function keepLines({ file }: Hands, count: number): void {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  writeFileSync(
    file,
    lines
      .slice(0, count)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

const editable = [...contentColumns, ...links];

/** Every kind; each is to be found at every row that is signed. */
export const tamperings: readonly Tampering[] = [
  {
    what: 'a column edited, each in its turn',
    at: async (hands, seq) => await edit(hands, seq, editable[seq % editable.length] ?? 'event'),
  },
  {
    what: 'a row edited and its own hash made anew',
    at: async (hands, seq) => {
      await edit(hands, seq, 'actor');
      await rehash(hands, seq, seq);
    },
  },
  {
    what: 'a row edited and all after it rewritten',
    at: async (hands, seq) => {
      await edit(hands, seq, 'outcome');
      await rehash(hands, seq);
    },
  },
  {
    what: 'the whole trail rewritten',
    at: async (hands, seq) => {
      await edit(hands, seq, 'at');
      await rehash(hands, 1);
    },
  },
  {
    what: 'a row deleted',
    at: async ({ database }, seq) => {
      await database.run('delete from trail where seq = $1', [seq]);
    },
  },
  {
    what: 'a row deleted, those after it numbered and rewritten',
    at: async (hands, seq) => {
      await hands.database.run('delete from trail where seq = $1', [seq]);
      await shift(hands, seq, -1);
      await rehash(hands, seq);
    },
  },
  {
    what: 'two rows in each other’s place',
    at: async ({ database: { run } }, seq) => {
      await run('update trail set seq = -seq where seq in ($1, $2)', [seq, seq + 1]);
      await run('update trail set seq = $2 where seq = -$1', [seq, seq + 1]);
      await run('update trail set seq = $1 where seq = -$2', [seq, seq + 1]);
    },
  },
  {
    what: 'a row put in',
    at: async (hands, seq) => {
      await shift(hands, seq - 1, 1);
      await copy(hands, seq + 1, seq);
      await edit(hands, seq, 'ability');
    },
  },
  {
    what: 'a row put in, those after it rewritten',
    at: async (hands, seq) => {
      await shift(hands, seq - 1, 1);
      await copy(hands, seq + 1, seq);
      await edit(hands, seq, 'ability');
      await rehash(hands, seq);
    },
  },
  {
    what: 'the beginning cut off',
    at: async ({ database }, seq) => {
      await database.run('delete from trail where seq <= $1', [seq]);
    },
  },
  {
    what: 'the beginning cut off, and a beginning made up',
    at: async ({ database, file }, seq) => {
      const [row] = await database.run('select prev from trail where seq = $1', [seq + 1]);
      await database.run('delete from trail where seq <= $1', [seq]);
      const made = { kind: 'begin', seq: seq + 1, until: seq + 1, hash: row?.prev, count: seq, at: 0 };
      const line = JSON.stringify({ ...made, mac: 'ab'.repeat(32) });
      writeFileSync(file, `${readFileSync(file, 'utf8')}\n${line}\n`);
    },
  },
  {
    what: 'the end cut off',
    at: async ({ database }, seq) => {
      await database.run('delete from trail where seq >= $1', [seq]);
    },
  },
  {
    what: 'the end cut off, with its checkpoints in the database',
    at: async ({ database }, seq) => {
      await database.run('delete from trail where seq >= $1', [seq]);
      await database.run('delete from trail_checkpoint where seq >= $1', [seq]);
    },
  },
  {
    what: 'a row emptied',
    at: async ({ database }, seq) => {
      const nulls = contentColumns.map((name) => `${name} = null`).join(', ');
      await database.run(`update trail set ${nulls} where seq = $1`, [seq]);
    },
  },
  {
    what: 'a checkpoint in the database that tells of another row',
    at: async ({ database }, seq) => {
      const signed = Math.ceil(seq / 20) * 20;
      await database.run('update trail_checkpoint set seq = $1, until_seq = $1 where seq = $2', [
        signed + 1,
        signed,
      ]);
    },
  },
  {
    what: 'lines of the checkpoint file removed from its end',
    at: async (hands, seq) => keepLines(hands, Math.floor((seq - 1) / 20)),
  },
  {
    what: 'another trail’s checkpoint file put in place',
    at: async (hands, seq) => {
      writeFileSync(hands.file, readFileSync(hands.strange));
      keepLines(hands, 1 + (seq % 5));
    },
  },
  {
    what: 'every checkpoint removed and the trail rewritten',
    at: async (hands, seq) => {
      await hands.database.run('delete from trail_checkpoint');
      keepLines(hands, 0);
      await edit(hands, seq, 'role');
      await rehash(hands, 1);
    },
  },
];
