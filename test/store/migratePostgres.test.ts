import { expect } from 'chai';
import pg from 'pg';
import { migratePostgres } from '../../src/store/migratePostgres.js';
import { type Bare, bringsSchema, first, second } from './broughtSchema.js';
import { inPostgres, makeSchema } from './databases.js';

const tablesThere = 'select tablename as name from pg_tables where schemaname = current_schema() order by 1';

async function barePostgres(server: string): Promise<Bare> {
  const schema = await makeSchema(server);
  const client = new pg.Client(schema.url);
  await client.connect();
  return {
    bring: async (steps) => await migratePostgres(client, steps),
    tables: async () => (await schema.sql(tablesThere)).map(({ name }) => name),
    close: async () => {
      await client.end();
      await schema.drop();
    },
  };
}

inPostgres('the schema', (server) => {
  bringsSchema(async () => await barePostgres(server));

  it('is made by one of eight who start at once, and there for all', async () => {
    const schema = await makeSchema(server);
    const clients = Array.from({ length: 8 }, () => new pg.Client(schema.url));
    await Promise.all(clients.map((client) => client.connect()));
    await Promise.all(clients.map((client) => migratePostgres(client, [first, second])));
    expect(await schema.sql('select number from migration order by 1')).to.have.lengthOf(2);
    await Promise.all(clients.map((client) => client.end()));
    await schema.drop();
  });
});
