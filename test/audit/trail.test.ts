import { expect } from 'chai';
import { createTrail, events, type Trail, type TrailRow } from '../../src/audit/trail.js';
import { TrailFault } from '../../src/errors.js';
import { type Database, openSqlite } from '../../src/store/database.js';

const row: TrailRow = {
  at: 1_795_000_000_000,
  event: 'read',
  actor: 'p-1',
  channel: 'msteams',
  role: 'analyst,support',
  account: 'main',
  ability: 'list_charges',
  outcome: 'answered',
  correlation: 'abc123',
};
const all = { limit: 100, accounts: ['main', 'eu'] };

describe('the trail', () => {
  let database: Database;
  let trail: Trail;
  const actors = async (range: Parameters<Trail['read']>[0]) =>
    (await trail.read(range)).map(({ actor }) => actor);
  beforeEach(() => {
    database = openSqlite(':memory:');
    trail = createTrail(database);
  });
  afterEach(() => database.close());

  it('keeps every field of a line', async () => {
    const more = {
      reason: 'role:balance.read',
      count: 10,
      stripeRequest: 'req_1',
      coupon: 'till-1',
      recognisedBy: 'built-in',
      model: 'openai/gpt-4.1-mini',
      tokens: 1040,
      latency: 812,
    };
    await trail.append({ ...row, ...more });
    const [kept] = await database.run('select * from trail');
    const { stripeRequest: stripe_request, recognisedBy: recognised_by, ...same } = { ...row, ...more };
    expect(kept).to.deep.equal({ seq: 1, ...same, stripe_request, recognised_by });
  });

  it('has nothing where a line says nothing', async () => {
    await trail.append(row);
    const [line] = await trail.read(all);
    expect(line).to.deep.equal({
      at: row.at,
      event: 'read',
      actor: 'p-1',
      role: 'analyst,support',
      account: 'main',
      ability: 'list_charges',
      outcome: 'answered',
      reason: null,
    });
  });

  for (const event of events)
    it(`takes and gives back the event ${event}`, async () => {
      await trail.append({ ...row, event });
      expect((await trail.read(all)).map((line) => line.event)).to.deep.equal([event]);
    });

  describe('read', () => {
    beforeEach(async () => {
      for (const [actor, at, account] of [
        ['p-1', 100, 'main'],
        ['p-2', 200, 'eu'],
        ['p-3', 300, 'main'],
        ['p-4', 300, 'main'],
        ['p-5', 250, ''],
        ['p-6', 150, 'eu'],
      ] as const)
        await trail.append({ ...row, actor, at, account });
    });

    const cases: [what: string, range: Parameters<Trail['read']>[0], found: string[]][] = [
      ['the newest first, whatever the clock said', all, ['p-6', 'p-4', 'p-3', 'p-2', 'p-1']],
      ['no more than were asked for', { ...all, limit: 2 }, ['p-6', 'p-4']],
      ['from a moment on', { ...all, from: 200 }, ['p-4', 'p-3', 'p-2']],
      ['up to a moment, without it', { ...all, to: 300 }, ['p-6', 'p-2', 'p-1']],
      ['between two moments', { ...all, from: 100, to: 200 }, ['p-6', 'p-1']],
      ['of one account', { limit: 9, accounts: ['eu'] }, ['p-6', 'p-2']],
      ['of no account: nothing', { limit: 9, accounts: [] }, []],
      ['of an account that is none', { limit: 9, accounts: ["main') or ('1'='1"] }, []],
      ['of those who have no account', { limit: 9, accounts: [''] }, ['p-5']],
    ];
    for (const [what, range, found] of cases)
      it(`gives ${what}`, async () => {
        expect(await actors(range)).to.deep.equal(found);
      });
  });

  it('that cannot be written says so, and not with what the driver said', async () => {
    await database.run('drop table trail');
    const fault = await trail.append(row).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(TrailFault);
    expect(String(fault)).to.equal('TrailFault: the trail could not be written');
  });

  it('keeps lines that are written at once', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, at) => trail.append({ ...row, actor: `p-${at}` })));
    expect(new Set(await actors(all)).size).to.equal(50);
  });
});
