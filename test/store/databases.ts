import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/store/database.js';

/** Where the tests may make schemas of their own, or `undefined`. */
export const postgresUrl = process.env.TEST_DATABASE_URL?.trim() || undefined;

/** What to tell when there is no PostgreSQL. */
export const noPostgres =
  'POSTGRESQL TESTS WERE LEFT OUT: TEST_DATABASE_URL names no database. ' +
  'Start one and set it to postgres://user:password@host/database; .ci/run does both.';

/** A schema of its own in the PostgreSQL of the tests. */
export interface Schema {
  /** Leads to the schema. */
  url: string;
  /** Runs SQL there by a connection of its own. */
  sql: (text: string) => Promise<Record<string, unknown>[]>;
  drop: () => Promise<void>;
}

/** Makes a schema that is empty. */
export async function makeSchema(server: string): Promise<Schema> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = inSchema(server, name);
  const sql = async (text: string) => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  };
  await sql(`create schema ${name}`);
  return { url, sql, drop: async () => void (await sql(`drop schema ${name} cascade`)) };
}

function inSchema(server: string, name: string): string {
  const url = new URL(server);
  url.searchParams.set('options', `-c search_path=${name}`);
  return url.href.replaceAll('+', '%20');
}

/** Where one test keeps everything. */
export interface Place {
  /** `undefined`: in memory. */
  databaseUrl: string | undefined;
  drop: () => Promise<void>;
}

/** One of the databases that Tillkeeper can be kept in. */
export interface Kind {
  name: 'SQLite' | 'PostgreSQL';
  /** An empty place, without a schema. */
  make: () => Promise<Place>;
  /** An empty database with the schema, ready; closed, it is gone. */
  open: () => Promise<Database>;
}

/** A suite for each kind of database there is here; it says loudly which one is left out. */
export function inEachDatabase(title: string, suite: (kind: Kind) => void): void {
  describe(`${title}, in SQLite`, () => suite(kindOf('SQLite', inMemory)));
  inPostgres(title, (server) =>
    suite(
      kindOf('PostgreSQL', async () => {
        const { url, drop } = await makeSchema(server);
        return { databaseUrl: url, drop };
      }),
    ),
  );
}

/** A suite that needs a PostgreSQL; where there is none, one test that says loudly that it was left out. */
export function inPostgres(title: string, suite: (server: string) => void): void {
  describe(`${title}, in PostgreSQL`, () => {
    const server = postgresUrl;
    if (server !== undefined) return suite(server);
    it(noPostgres, () => {
      tellOnce();
      expect(postgresUrl).to.equal(undefined);
    });
  });
}

const inMemory = async (): Promise<Place> => ({ databaseUrl: undefined, drop: async () => {} });

function kindOf(name: Kind['name'], make: Kind['make']): Kind {
  const open = async () => {
    const { databaseUrl = null, drop } = await make();
    const database = openDatabase({ dataDir: ':memory:', databaseUrl });
    await database.ready;
    const close = async () => {
      await database.close();
      await drop();
    };
    return { ...database, close };
  };
  return { name, make, open };
}

let told = false;
function tellOnce(): void {
  if (!told) console.warn(`\n${'!'.repeat(100)}\n${noPostgres}\n${'!'.repeat(100)}\n`);
  told = true;
}
