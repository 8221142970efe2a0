import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from 'chai';
import pg from 'pg';
import { SettingsFault } from '../../src/errors.js';
import type { Database } from '../../src/store/database.js';
import { migrations } from '../../src/store/migrations.js';
import { openPostgres } from '../../src/store/postgres.js';
import { inPostgres, makeSchema, type Schema } from './databases.js';
import { layWire, type Wire } from './wire.js';

const limits = { connections: 2, connect: 300, statement: 500 };
const add = 'insert into channel_ability (channel, takes_back) values ($1, 1)';
const outcomeOf = async (doing: Promise<unknown>) =>
  await doing.then(
    () => 'done',
    () => 'rejected',
  );

inPostgres('the database that replicas share', (server) => {
  let schema: Schema;
  let wire: Wire;
  let database: Database;
  beforeEach(async () => {
    schema = await makeSchema(server);
    wire = await layWire(schema.url);
    database = openPostgres(wire.url, limits);
    await database.ready;
  });
  afterEach(async () => {
    await wire.mend();
    await database.close();
    await wire.close();
    await schema.drop();
  });

  it('does what is asked before it is ready once it is', async () => {
    const other = openPostgres(schema.url, limits);
    expect(await other.run('select 1 as a')).to.deep.equal([{ a: 1 }]);
    await other.close();
  });

  it('has every step of the schema', async () => {
    expect(await database.run('select count(*) as n from migration')).to.deep.equal([
      { n: migrations.length },
    ]);
  });

  it('has what it answered on disk, whatever the server is set to', async () => {
    const options = `${new URL(schema.url).searchParams.get('options')} -c synchronous_commit=off`;
    const other = openPostgres(asked('options', options), limits);
    expect(await other.run('show synchronous_commit')).to.deep.equal([{ synchronous_commit: 'on' }]);
    expect(await other.run('show transaction_isolation')).to.deep.equal([
      { transaction_isolation: 'repeatable read' },
    ]);
    await other.close();
  });

  it('is lost while the wire is cut, and back by itself', async () => {
    await database.run(add, ['before']);
    await wire.cut();
    expect(await database.writable()).to.equal(false);
    expect(await outcomeOf(database.run(add, ['lost']))).to.equal('rejected');
    await wire.mend();
    expect(await database.writable()).to.equal(true);
    expect(await outcomeOf(database.run(add, ['after']))).to.equal('done');
  });

  it('is given up while nothing comes through, in its time, and back by itself', async () => {
    await Promise.all([database.run('select 1'), database.run('select 1')]);
    wire.stop();
    const began = performance.now();
    const outcomes = ['a', 'b', 'c', 'd'].map(async (each) => await outcomeOf(database.run(add, [each])));
    expect(await database.writable()).to.equal(false);
    expect(new Set(await Promise.all(outcomes))).to.deep.equal(new Set(['rejected']));
    expect(performance.now() - began).to.be.below(3 * (limits.connect + limits.statement + 500));
    await wire.mend();
    expect(await database.writable()).to.equal(true);
  });

  it('outlives the end of its connections, those at work and those that rest', async () => {
    const other = openPostgres(schema.url, { ...limits, statement: 10_000 });
    const [{ pid: mine } = {}] = await other.run('select pg_backend_pid() as pid');
    const asleep = outcomeOf(other.run('select pg_sleep(60), $1 as name', [String(mine)]));
    const [{ pid: resting } = {}] = await other.run('select pg_backend_pid() as pid');
    const active = `select 1 from pg_stat_activity where pid = ${Number(mine)} and state = 'active'`;
    while ((await schema.sql(active)).length === 0);
    expect(resting).to.not.equal(mine);
    await schema.sql(
      `select pg_terminate_backend(${Number(mine)}), pg_terminate_backend(${Number(resting)})`,
    );
    expect(await asleep).to.equal('rejected');
    while (!(await other.writable()));
    expect(await outcomeOf(other.run(add, ['after']))).to.equal('done');
    await other.close();
  });

  it('ends a statement that takes too long', async () => {
    const began = performance.now();
    expect(await outcomeOf(database.run('select pg_sleep(60)'))).to.equal('rejected');
    expect(performance.now() - began).to.be.within(limits.statement - 50, limits.statement + 1500);
    expect(await database.run('select 1 as a')).to.deep.equal([{ a: 1 }]);
  });

  it('with every connection held up says no in time, and takes writes once they are free', async () => {
    const holder = new pg.Client(schema.url);
    await holder.connect();
    await holder.query('begin; lock table channel_ability');
    const held = ['a', 'b'].map(async (each) => await outcomeOf(database.run(add, [each])));
    const began = performance.now();
    expect(await outcomeOf(database.run('select 1'))).to.equal('rejected');
    expect(performance.now() - began).to.be.within(limits.connect - 50, limits.connect + 1500);
    expect(await Promise.all(held)).to.deep.equal(['rejected', 'rejected']);
    await holder.query('rollback');
    await holder.end();
    expect(await outcomeOf(database.run(add, ['c']))).to.equal('done');
    expect(await database.run('select channel from channel_ability')).to.deep.equal([{ channel: 'c' }]);
  });

  const faultOf = async (url: string): Promise<unknown> => {
    const other = openPostgres(url, limits);
    const fault = await other.ready.catch((error: unknown) => error);
    expect(await outcomeOf(other.run('select 1'))).to.equal('rejected');
    expect(await other.writable()).to.equal(false);
    await other.close();
    return fault;
  };
  const changed = (parts: { port?: string; hostname?: string; pathname?: string; username?: string }) =>
    Object.assign(new URL(schema.url), parts).href;
  const asked = (name: string, value: string) => {
    const url = new URL(schema.url);
    url.searchParams.set(name, value);
    return url.href.replaceAll('+', '%20');
  };

  it('of a newer version is refused', async () => {
    await schema.sql(`insert into migration (number) values (${migrations.length + 1})`);
    expect(await faultOf(schema.url))
      .to.be.instanceOf(SettingsFault)
      .with.property(
        'message',
        'DATABASE_URL leads to the database of a newer Tillkeeper. Start that version, or name another database in .env.',
      );
  });

  const refused: [what: string, url: () => string, begins: RegExp][] = [
    ['a port where nobody listens', () => changed({ port: '1' }), /can be reached there/],
    ['a host that is none', () => changed({ hostname: 'canary.invalid' }), /can be reached there/],
    ['a database that is not there', () => changed({ pathname: '/canary' }), /not there\. Create it/],
    ['a user that is none', () => changed({ username: 'canary' }), /refuses its user/],
    [
      'a schema that is not there',
      () => asked('options', '-c search_path=canary'),
      /no schema to make tables in/,
    ],
    ['TLS where none is spoken', () => asked('sslmode', 'verify-full'), /sslmode/],
    ['what is no address', () => 'postgres://canary@127.0.0.1:canary/', /address that can be read/],
  ];
  for (const [what, url, begins] of refused)
    it(`refuses ${what} with a sentence, and repeats nothing of the address`, async () => {
      const fault = await faultOf(url());
      expect(fault).to.be.instanceOf(SettingsFault);
      expect(String(fault))
        .to.match(/^SettingsFault: DATABASE_URL/)
        .and.match(begins);
      expect(String(fault)).to.not.match(/canary|127\.0\.0\.1/);
    });

  it('refuses who takes connections and never answers, in its time', async () => {
    const mute = createServer(() => {});
    await once(mute.listen(0, '127.0.0.1'), 'listening');
    const at = mute.address();
    const began = performance.now();
    const fault = await faultOf(changed({ port: String(typeof at === 'object' ? at?.port : 0) }));
    expect(String(fault)).to.contain('can be reached there');
    expect(performance.now() - began).to.be.below(limits.connect + 1500);
    mute.close();
  });
});
