import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPostgres, makeSchema, type Schema } from '../../store/databases.js';

/** Where several processes find the same database. */
export interface SharedPlace {
  dataDir: string;
  databaseUrl: string | null;
}

/** A suite for each kind of database that processes can share: a file, and a PostgreSQL where there is one. */
export function inEachFile(title: string, suite: (place: () => SharedPlace) => void): void {
  describe(`${title}, over one file`, () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tillkeeper-line-'));
    suite(() => ({ dataDir, databaseUrl: null }));
    after(() => rmSync(dataDir, { recursive: true }));
  });
  inPostgres(title, (server) => {
    let schema: Schema;
    before(async () => {
      schema = await makeSchema(server);
    });
    suite(() => ({ dataDir: ':memory:', databaseUrl: schema.url }));
    after(async () => await schema.drop());
  });
}
