import { expect } from 'chai';
import Sqlite from 'libsql';
import { SettingsFault } from '../../src/errors.js';
import { migrate } from '../../src/store/migrate.js';

const first = 'create table one (a text)';
const second = 'create table two (a text); create index two_a on two (a)';

describe('the schema', () => {
  const tablesOf = (sqlite: Sqlite.Database) =>
    sqlite.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();
  const cases: [what: string, runs: string[][], tables: string[]][] = [
    ['is made from nothing', [[first, second]], ['migration', 'one', 'two']],
    ['is left alone the second time', [[first], [first]], ['migration', 'one']],
    ['takes only the steps that are new', [[first], [first, second]], ['migration', 'one', 'two']],
    ['may have no steps', [[]], ['migration']],
  ];
  for (const [what, runs, tables] of cases)
    it(what, () => {
      const sqlite = new Sqlite(':memory:');
      for (const steps of runs) migrate(sqlite, steps);
      expect(tablesOf(sqlite)).to.deep.equal(tables);
      sqlite.close();
    });

  it('takes all new steps or none', () => {
    const sqlite = new Sqlite(':memory:');
    migrate(sqlite, [first]);
    expect(() => migrate(sqlite, [first, second, 'nonsense'])).to.throw('nonsense');
    expect(tablesOf(sqlite)).to.deep.equal(['migration', 'one']);
    migrate(sqlite, [first, second]);
    expect(tablesOf(sqlite)).to.deep.equal(['migration', 'one', 'two']);
    sqlite.close();
  });

  it('of a newer version is refused', () => {
    const sqlite = new Sqlite(':memory:');
    migrate(sqlite, [first, second]);
    expect(() => migrate(sqlite, [first])).to.throw(SettingsFault, 'newer Tillkeeper');
    expect(tablesOf(sqlite)).to.deep.equal(['migration', 'one', 'two']);
    sqlite.close();
  });
});
