import { expect } from 'chai';
import { createChain } from '../../src/audit/chain.js';
import { beginning } from '../../src/audit/link.js';
import { StoreFault } from '../../src/errors.js';
import { type Database, openSqlite } from '../../src/store/database.js';
import { countedRandom } from './keptTrail.js';

describe('the chain', () => {
  let database: Database;
  beforeEach(() => {
    database = openSqlite(':memory:');
  });
  afterEach(() => database.close());

  it('begins with row 1 and goes on behind the newest', async () => {
    const chain = createChain(database, countedRandom());
    expect(await chain.head()).to.deep.equal(beginning);
    const first = await chain.append({ event: 'read' });
    const second = await chain.append({ event: 'read' });
    expect([first.seq, second.seq]).to.deep.equal([1, 2]);
    expect(await chain.head()).to.deep.equal(second);
    const rows = await database.run('select prev from trail order by seq');
    expect(rows).to.deep.equal([{ prev: beginning.hash }, { prev: first.hash }]);
  });

  it('tries again behind the row of who was quicker', async () => {
    const other = createChain(database, countedRandom('other'));
    let quicker = 3;
    const slow: Database = {
      ...database,
      run: async (sql, values) => {
        if (sql.startsWith('insert into trail') && quicker > 0) {
          quicker -= 1;
          await other.append({ event: 'asked' });
        }
        return await database.run(sql, values);
      },
    };
    expect((await createChain(slow, countedRandom()).append({ event: 'read' })).seq).to.equal(4);
  });

  it('goes on after a row that could not be written', async () => {
    const chain = createChain(database, countedRandom());
    await chain.append({ event: 'read' });
    await database.run("create trigger broken before insert on trail begin select raise(abort, 'no'); end");
    const broken = [1, 2].map(async () => await chain.append({ event: 'read' }).catch(() => 'broken'));
    expect(await Promise.all(broken)).to.deep.equal(['broken', 'broken']);
    await database.run('drop trigger broken');
    expect((await chain.append({ event: 'read' })).seq).to.equal(2);
  });

  it('gives up where no number can ever be had', async () => {
    const full: Database = {
      ...database,
      run: async (sql, values) => (sql.startsWith('insert') ? [] : await database.run(sql, values)),
    };
    const fault = await createChain(full, countedRandom())
      .append({ event: 'read' })
      .catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(StoreFault);
  });
});
