import { expect } from 'chai';
import { SettingsFault } from '../../src/errors.js';

/** A step, and the one after it. */
export const first = 'create table one (a text)';
export const second = 'create table two (a text); create index two_a on two (a)';

/** A database that a schema is brought to. */
export interface Bare {
  bring: (steps: string[]) => Promise<void>;
  tables: () => Promise<unknown[]>;
  close: () => Promise<void>;
}

/** What holds for the steps of the schema in any database. */
export function bringsSchema(make: () => Promise<Bare>): void {
  let bare: Bare;
  beforeEach(async () => {
    bare = await make();
  });
  afterEach(() => bare.close());
  const faultOf = async (steps: string[]) => await bare.bring(steps).catch((error: unknown) => error);

  const cases: [what: string, runs: string[][], tables: string[]][] = [
    ['is made from nothing', [[first, second]], ['migration', 'one', 'two']],
    ['is left alone the second time', [[first], [first]], ['migration', 'one']],
    ['takes only the steps that are new', [[first], [first, second]], ['migration', 'one', 'two']],
    ['may have no steps', [[]], ['migration']],
  ];
  for (const [what, runs, tables] of cases)
    it(what, async () => {
      for (const steps of runs) await bare.bring(steps);
      expect(await bare.tables()).to.deep.equal(tables);
    });

  it('takes all new steps or none', async () => {
    await bare.bring([first]);
    expect(String(await faultOf([first, second, 'nonsense']))).to.contain('nonsense');
    expect(await bare.tables()).to.deep.equal(['migration', 'one']);
    await bare.bring([first, second]);
    expect(await bare.tables()).to.deep.equal(['migration', 'one', 'two']);
  });

  it('of a newer version is refused', async () => {
    await bare.bring([first, second]);
    const fault = await faultOf([first]);
    expect(fault).to.be.instanceOf(SettingsFault);
    expect(String(fault)).to.contain('newer Tillkeeper');
    expect(await bare.tables()).to.deep.equal(['migration', 'one', 'two']);
  });
}
