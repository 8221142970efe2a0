import { expect } from 'chai';
import type { Trail } from '../../src/audit/trail.js';
import { events, type TrailRow } from '../../src/audit/trailRow.js';
import { TrailFault } from '../../src/errors.js';
import { inEachDatabase } from '../store/databases.js';
import { type KeptTrail, keptTrail, row } from './keptTrail.js';

const all = { limit: 100, accounts: ['main', 'eu'] };

inEachDatabase('the trail', ({ open }) => {
  let kept: KeptTrail;
  let trail: Trail;
  const counts = async (range: Parameters<Trail['read']>[0]) => {
    const numbers = await kept.database.run('select at, correlation from trail');
    const names = new Map(numbers.map(({ at, correlation }) => [at, correlation]));
    return (await trail.read(range)).map(({ at }) => names.get(at));
  };
  beforeEach(async () => {
    kept = keptTrail({ database: await open() });
    trail = kept.trail;
  });
  afterEach(async () => await kept.database.close());

  it('keeps every field of a line', async () => {
    const more = {
      reason: 'role:balance.read',
      count: 10,
      stripeRequest: 'req_1',
      coupon: 'till-0123456789abcdef',
      recognisedBy: 'built-in',
      model: 'openai/gpt-4.1-mini',
      tokens: 1040,
      latency: 812.4,
      about: '["portal","demo","approver"]',
    };
    await trail.append({ ...row, ...more });
    const [{ seq, actor, about, salt, prev, digest, hash, ...line } = {}] =
      await kept.database.run('select * from trail');
    const { stripeRequest, recognisedBy, about: _, ...same } = more;
    const { person: __, ...usual } = row;
    expect(line).to.deep.equal({
      ...usual,
      ...same,
      stripe_request: stripeRequest,
      recognised_by: recognisedBy,
      latency: 812,
      decision: 'allowed',
      since_at: null,
      until_at: null,
    });
    expect(seq).to.equal(1);
    for (const pseudonym of [actor, about]) expect(pseudonym).to.match(/^p-[0-9a-f]{12}$/);
    expect(actor).to.not.equal(about);
    expect(salt).to.have.length(22);
    for (const each of [prev, digest, hash]) expect(each).to.match(/^[0-9a-f]{64}$/);
  });

  it('has nothing where a line says nothing', async () => {
    await trail.append({ ...row, person: 'unknown' });
    expect(await trail.read(all)).to.deep.equal([
      {
        at: row.at,
        event: 'read',
        actor: 'p-unknown',
        about: null,
        role: 'analyst,support',
        account: 'main',
        ability: 'list_charges',
        outcome: 'answered',
        reason: null,
      },
    ]);
  });

  it('takes and gives back every event', async () => {
    for (const event of events) await trail.append({ ...row, event });
    expect((await trail.read(all)).map((line) => line.event)).to.deep.equal(events.toReversed());
  });

  const decisions: [Partial<TrailRow>, string | null][] = [
    [{ event: 'asked', outcome: 'understood' }, null],
    [{ event: 'read' }, 'allowed'],
    [{ event: 'failed', outcome: 'timeout' }, 'allowed'],
    [{ event: 'refused', outcome: 'refused', reason: 'role:charges.read' }, 'refused'],
    [{ event: 'pressed', outcome: 'refused' }, 'refused'],
    [{ event: 'settings.reloaded', outcome: 'done' }, null],
  ];
  for (const [said, decision] of decisions)
    it(`says what was decided: ${said.event}, ${said.outcome ?? 'answered'} → ${decision}`, async () => {
      await trail.append({ ...row, ...said });
      expect(await kept.database.run('select decision from trail')).to.deep.equal([{ decision }]);
    });

  describe('read', () => {
    beforeEach(async () => {
      for (const [correlation, at, account] of [
        ['1', 100, 'main'],
        ['2', 200, 'eu'],
        ['3', 300, 'main'],
        ['4', 301, 'main'],
        ['5', 250, ''],
        ['6', 150, 'eu'],
      ] as const)
        await trail.append({ ...row, correlation, at, account });
    });

    const cases: [what: string, range: Parameters<Trail['read']>[0], found: string[]][] = [
      ['the newest first, whatever the clock said', all, ['6', '4', '3', '2', '1']],
      ['no more than were asked for', { ...all, limit: 2 }, ['6', '4']],
      ['from a moment on', { ...all, from: 200 }, ['4', '3', '2']],
      ['up to a moment, without it', { ...all, to: 300 }, ['6', '2', '1']],
      ['between two moments', { ...all, from: 100, to: 200 }, ['6', '1']],
      ['of one account', { limit: 9, accounts: ['eu'] }, ['6', '2']],
      ['of no account: nothing', { limit: 9, accounts: [] }, []],
      ['of an account that is none', { limit: 9, accounts: ["main') or ('1'='1"] }, []],
      ['of those who have no account', { limit: 9, accounts: [''] }, ['5']],
    ];
    for (const [what, range, found] of cases)
      it(`gives ${what}`, async () => {
        expect(await counts(range)).to.deep.equal(found);
      });
  });

  for (const table of ['trail', 'person', 'trail_before'])
    it(`that cannot be written says so, and not with what the driver said: without ${table}`, async () => {
      await kept.database.run(`drop table ${table}`);
      const fault = await trail.append(row).catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(TrailFault);
      expect(String(fault)).to.equal('TrailFault: the trail could not be written');
    });

  it('is written where a checkpoint cannot be: that is told and tried again', async () => {
    await kept.database.run('alter table trail_checkpoint rename to away');
    for (let at = 0; at < 101; at += 1) await trail.append(row);
    expect(kept.faults).to.not.deep.equal([]);
    expect(await kept.database.run('select count(*) as n from trail')).to.deep.equal([{ n: 101 }]);
  });

  it('keeps lines that are written at once, each behind another', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, count) => trail.append({ ...row, count })));
    const rows = await kept.database.run('select count, prev from trail');
    expect(new Set(rows.map(({ count }) => count)).size).to.equal(50);
    expect(new Set(rows.map(({ prev }) => prev)).size).to.equal(50);
  });
});
