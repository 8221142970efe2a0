import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A second place that keeps lines, apart from the database. */
export interface LinePlace {
  /** Where it is, for who reads about it. */
  name: string;
  /** Resolves when the line is on disk. */
  add: (line: string) => Promise<void>;
  lines: () => Promise<string[]>;
}

/** A file that is only ever added to. */
export function linesInFile(file: string): LinePlace {
  return {
    name: file,
    add: async (line) => {
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const handle = await open(file, 'a', 0o600);
      try {
        // A line of its own even where the last one was cut off by a crash.
        await handle.appendFile(`\n${line}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    lines: async () => {
      try {
        return (await readFile(file, 'utf8')).split('\n').filter(Boolean);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
        throw error;
      }
    },
  };
}

/** Lines that last as long as the process, beside a database that does too. */
export function linesInMemory(): LinePlace {
  const kept: string[] = [];
  return {
    name: 'memory',
    add: async (line) => {
      kept.push(line);
    },
    lines: async () => [...kept],
  };
}
