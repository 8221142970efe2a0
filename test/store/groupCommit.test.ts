import { expect } from 'chai';
import fc from 'fast-check';
import Sqlite from 'libsql';
import { StoreFault } from '../../src/errors.js';
import { type Row, rows } from '../../src/store/driver.js';
import { type Connection, createGroupCommit, type GroupCommit } from '../../src/store/groupCommit.js';

/** A real database in memory that tells which transactions were made. */
function openConnection() {
  const sqlite = new Sqlite(':memory:');
  sqlite.exec('create table one (a integer primary key, b text not null)');
  const made: string[] = [];
  const connection: Connection = {
    run: ({ sql, values }) => {
      const statement = sqlite.prepare(sql);
      if (statement.reader) return rows.parse(statement.all([...values]));
      statement.run([...values]);
      return [];
    },
    exec: (sql) => {
      made.push(sql);
      sqlite.exec(sql);
    },
    inTransaction: () => sqlite.inTransaction,
  };
  return { sqlite, connection, made };
}

const add = (a: number) => ({ sql: "insert into one (a, b) values (?, 'x')", values: [a] });
const all = { sql: 'select a from one order by a', values: [] };
const outcomeOf = async (doing: Promise<Row[]>) =>
  await doing.then(
    (rows) => rows.map(({ a }) => a),
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

describe('statements that arrive together', () => {
  let opened: ReturnType<typeof openConnection>;
  let group: GroupCommit;
  beforeEach(() => {
    opened = openConnection();
    group = createGroupCommit(opened.connection, 1000);
  });
  afterEach(() => opened.sqlite.close());
  const outcomes = async (statements: { sql: string; values: (string | number)[] }[]) =>
    await Promise.all(statements.map(async (each) => await outcomeOf(group.run(each))));

  it('are one transaction, each with its own rows, a read with what was written before it', async () => {
    const found = await outcomes([all, add(1), all, add(2), all]);
    expect(found).to.deep.equal([[], [], [1], [], [1, 2]]);
    expect(opened.made).to.deep.equal(['begin immediate', 'commit']);
  });

  it('are none where nothing is written, or one statement by itself', async () => {
    await outcomes([all, all]);
    await outcomes([add(1)]);
    expect(opened.made).to.deep.equal([]);
    expect(opened.sqlite.prepare('select a from one').all()).to.have.lengthOf(1);
  });

  it('fail alone', async () => {
    const twice = { sql: "insert into one (a, b) values (8, 'x'), (1, 'x') returning a", values: [] };
    const found = await outcomes([add(1), add(1), { sql: 'nonsense', values: [] }, twice, add(2), all]);
    const taken = 'SQLITE_CONSTRAINT_PRIMARYKEY';
    expect(found).to.deep.equal([[], taken, 'SQLITE_ERROR', taken, [], [1, 2]]);
    expect(opened.made).to.deep.equal(['begin immediate', 'commit']);
  });

  it('are each done once for itself where one undid them all', async () => {
    const undo = { sql: 'insert or rollback into one (a, b) values (1, null)', values: [] };
    expect(await outcomes([add(1), undo, add(2), all])).to.deep.equal([
      [],
      'SQLITE_CONSTRAINT_NOTNULL',
      [],
      [1, 2],
    ]);
    expect(opened.made).to.deep.equal(['begin immediate']);
    expect(await outcomes([add(3), add(4)])).to.deep.equal([[], []]);
  });

  it('are many, and still in their order', async () => {
    const found = await outcomes([...Array.from({ length: 1000 }, (_, at) => add(at)), all]);
    expect(found.at(-1)).to.deep.equal(Array.from({ length: 1000 }, (_, at) => at));
    expect(opened.made.length).to.be.within(2, 10);
  });

  it('are done or rejected when it ends', async () => {
    const asked = outcomes([add(1), add(1), all]);
    group.end();
    expect(await asked).to.deep.equal([[], 'SQLITE_CONSTRAINT_PRIMARYKEY', [1]]);
  });

  it('are rejected at the end where another one still writes', async () => {
    const busy = Object.assign(new StoreFault('busy'), { code: 'SQLITE_BUSY' });
    const held = createGroupCommit(
      {
        ...opened.connection,
        run: () => {
          throw busy;
        },
      },
      60_000,
    );
    const asked = outcomeOf(held.run(add(1)));
    held.end();
    expect(await asked)
      .to.be.instanceOf(StoreFault)
      .with.property('message', 'the database is closed');
  });

  it('have the outcomes that they have one after the other, whatever they are', async () => {
    const statement = fc.oneof(
      fc.integer({ min: 0, max: 5 }).map(add),
      fc
        .integer({ min: 0, max: 5 })
        .map((a) => ({ sql: 'delete from one where a = ? returning a', values: [a] })),
      fc.constant(all),
      fc.constant({ sql: 'insert into one (a, b) values (0, null)', values: [] }),
      fc.constant({ sql: 'insert or rollback into one (a, b) values (0, null)', values: [] }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { maxLength: 12 }), async (statements) => {
        const one = openConnection();
        const other = openConnection();
        const grouped = createGroupCommit(one.connection, 1000);
        const together = await Promise.all(statements.map((each) => outcomeOf(grouped.run(each))));
        const inTurn: unknown[] = [];
        for (const each of statements)
          inTurn.push(await outcomeOf((async () => other.connection.run(each))()));
        expect(together).to.deep.equal(inTurn);
        expect(one.sqlite.prepare('select * from one').all()).to.deep.equal(
          other.sqlite.prepare('select * from one').all(),
        );
        one.sqlite.close();
        other.sqlite.close();
      }),
      { numRuns: 200 },
    );
  });
});
