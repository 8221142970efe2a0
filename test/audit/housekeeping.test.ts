import { expect } from 'chai';
import { createHousekeeping } from '../../src/audit/housekeeping.js';
import { type KeptTrail, keptTrail, row } from './keptTrail.js';

const minute = 60_000;
const day = 86_400_000;

describe('housekeeping of the trail', () => {
  let kept: KeptTrail;
  let keepDays: number;
  let keeping: ReturnType<typeof createHousekeeping>;
  beforeEach(() => {
    kept = keptTrail();
    keepDays = 30;
    const clock = () => new Date(kept.time.now);
    const onFault = (fault: unknown) => kept.faults.push(fault);
    keeping = createHousekeeping({ ...kept, clock, onFault, keepDays: () => keepDays });
  });
  afterEach(() => kept.database.close());
  const write = async () => await kept.trail.append({ ...row, at: kept.time.now });
  const signedTo = async () => (await kept.checkpoints.read()).inDatabase.map(({ seq }) => seq);
  const rows = async () => (await kept.database.run('select event from trail')).map(({ event }) => event);

  it('signs at once, and then once a minute where something was written', async () => {
    await write();
    await keeping.work();
    await write();
    await keeping.work();
    expect(await signedTo()).to.deep.equal([1]);
    kept.time.now += minute;
    await keeping.work();
    kept.time.now += minute;
    await keeping.work();
    expect(await signedTo()).to.deep.equal([1, 2]);
  });

  it('prunes once an hour, by the settings as they are then', async () => {
    await write();
    kept.time.now += 20 * day;
    await keeping.work();
    keepDays = 10;
    kept.time.now += 59 * minute;
    await keeping.work();
    expect(await rows()).to.deep.equal(['read']);
    kept.time.now += minute;
    await keeping.work();
    expect(await rows()).to.deep.equal(['audit.pruned']);
  });

  it('signs what is left at the end, and puts other settings on record', async () => {
    await keeping.reloaded();
    await keeping.close();
    expect(await rows()).to.deep.equal(['settings.reloaded']);
    expect(await signedTo()).to.deep.equal([1]);
  });

  it('tells what it could not do and does it the next time', async () => {
    await write();
    await kept.database.run('alter table trail_checkpoint rename to away');
    await keeping.work();
    await keeping.close();
    expect(kept.faults).to.have.length(2);
    await kept.database.run('alter table away rename to trail_checkpoint');
    await keeping.work();
    expect(await signedTo()).to.deep.equal([1]);
  });
});
