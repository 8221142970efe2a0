import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { z } from 'zod';

/** A place where something rests, and all that can be read there: as it is, escaped as JSON, and behind base64; in
 * small letters. */
export interface Resting {
  place: string;
  readable: string;
}

const named = z.array(z.object({ name: z.string() }));
const rows = z.array(z.record(z.string(), z.unknown()));

/** Everything a folder of data holds: each file byte for byte, in both usual encodings, and each column of each table. */
export function restingIn(folder: string): Resting[] {
  return [...filesIn(folder), ...columnsIn(join(folder, 'tillkeeper.sqlite'))];
}

function filesIn(folder: string): Resting[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      return [
        resting(name, bytes.toString('utf8')),
        { place: `${name}, two bytes a letter`, readable: bytes.toString('utf16le').toLowerCase() },
      ];
    });
}

function columnsIn(file: string): Resting[] {
  const sqlite = new Sqlite(file);
  try {
    const tables = named.parse(sqlite.prepare(`select name from sqlite_master where type = 'table'`).all());
    return tables.flatMap(({ name }) =>
      rows
        .parse(sqlite.prepare(`select * from "${name}"`).all())
        .flatMap((row) =>
          Object.entries(row).map(([column, value]) => resting(`${name}.${column}`, String(value))),
        ),
    );
  } finally {
    sqlite.close();
  }
}

/** What of some words is found there, in capitals or not. */
export function found(words: readonly string[], all: readonly Resting[]): { word: string; place: string }[] {
  return all.flatMap(({ place, readable }) =>
    words.filter((word) => readable.includes(word.toLowerCase())).map((word) => ({ word, place })),
  );
}

const resting = (place: string, text: string): Resting => ({
  place,
  readable: [inClear(text), unescaped(inClear(text)), ...encoded(text)].join('\n').toLowerCase(),
});

/** No words stand together like that; what is sealed is that long, and has every short word in it by chance. */
const inClear = (text: string): string => text.replace(/[A-Za-z0-9_-]{64,}/g, ' ');

const unescaped = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A run may begin with letters of something else, so it is read from each of four places. */
function encoded(text: string): string[] {
  const runs = text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? [];
  return runs.flatMap((run) =>
    [0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64').toString('utf8')),
  );
}
