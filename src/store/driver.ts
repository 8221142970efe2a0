import { z } from 'zod';
import { StoreFault } from '../errors.js';

/** What a parameter may be. */
export type Value = string | number | null;

/** Rows as a driver gives them, checked to be objects. */
export const rows = z.array(z.record(z.string(), z.unknown()));
export type Row = z.infer<typeof rows>[number];

/** One SQL, `$1` parameters, two drivers that give the same rows: numbers as numbers, what is true as 1. Rejects with
 * the driver's error; who calls turns it into ours. */
export interface Database {
  /** Gives the rows of a `select` or `returning`, else an empty list, once it is on disk. A statement is done whole or
   * not at all, and as if no other ran at the same time.
   * @throws StoreFault for a text with a NUL in it, which one driver would give back cut off there */
  run: (sql: string, values?: readonly Value[]) => Promise<Row[]>;
  /** Resolves once the schema is there; what is run before waits for it.
   * @throws SettingsFault when the database cannot be used */
  ready: Promise<void>;
  /** Whether a write is taken now; asked by /readyz. */
  writable: () => Promise<boolean>;
  close: () => Promise<void>;
}

/** One statement with its parameters. */
export interface Statement {
  sql: string;
  values: readonly Value[];
}

/** @throws StoreFault for a text with a NUL in it */
export function refuseNul(values: readonly Value[]): void {
  if (values.some((value) => String(value).includes('\0')))
    throw new StoreFault('a text with a NUL in it cannot be kept');
}
