import { expect } from 'chai';
import fc from 'fast-check';
import { createSeal } from '../../src/sealed.js';
import { type Confirmations, createConfirmations } from '../../src/store/confirmations.js';
import type { Database } from '../../src/store/database.js';
import { offerIdOf } from '../../src/store/offerRow.js';
import { inEachDatabase } from './databases.js';
import { inTwoProcesses, sourceOf } from './twoProcesses.js';

const now = 1_795_000_000_000;
const minute = 60_000;
const terms = {
  percentOff: 40,
  duration: 'once',
  firstTimeOnly: false,
  zone: 'UTC',
  name: 'canary',
} as const;
const asker = { caller: 'p-1', conversation: 'c-1' };
const second = { person: 'p-2', role: 'approver', now };

inEachDatabase('an offer that takes a second person', ({ open }) => {
  let database: Database;
  let confirmations: Confirmations;

  beforeEach(async () => {
    database = await open();
    confirmations = createConfirmations(database, createSeal(['a secret of this test']));
  });
  afterEach(async () => database.close());

  const issue = async (nonce: string) =>
    await confirmations.issue({
      ...asker,
      nonce,
      channel: 'test',
      account: 'main',
      role: 'marketing',
      terms,
      second: { nonce: `second of ${nonce}`, asker: 'key of the asker' },
      now,
      lapsesAt: now + minute,
    });
  const submit = async (nonce: string) =>
    await confirmations.approvals.submit(nonce, { ...asker, now, lapsesAt: now + minute });
  const approve = async (nonce: string, by: Partial<typeof second> = {}) =>
    await confirmations.approvals.claim(`second of ${nonce}`, { ...second, ...by });
  const stateOf = async (nonce: string) => (await confirmations.find(nonce))?.state;

  it('rests sealed: neither terms, nor who asks, nor a nonce can be read', async () => {
    await issue('the nonce');
    const rows = JSON.stringify(await database.run('select * from confirmation'));
    expect(rows).to.not.match(/canary|percentOff|key of the asker|the nonce/);
    expect((await confirmations.find('the nonce'))?.second?.asker).to.equal('key of the asker');
  });

  it('that waits is given when its conversation is forgotten, once', async () => {
    await issue('waiting');
    await submit('waiting');
    await issue('open');
    const [gone, ...more] = await confirmations.forget('c-1', now);
    expect([gone?.account, more]).to.deep.equal(['main', []]);
    expect(gone?.coupon).to.equal((await confirmations.find('waiting'))?.coupon);
    expect([await stateOf('waiting'), await stateOf('open')]).to.deep.equal(['declined', 'declined']);
    expect(await confirmations.forget('c-1', now)).to.deep.equal([]);
  });

  it('is never claimed by the asker: not open, not waiting, not left executing', async () => {
    await issue('n');
    expect(await confirmations.claim('n', { ...asker, now })).to.equal(null);
    await submit('n');
    expect(await confirmations.claim('n', { ...asker, now })).to.equal(null);
    expect(await approve('n', { person: 'p-1' })).to.equal(null);
    await approve('n');
    expect(await confirmations.claim('n', { ...asker, now: now + 9 * minute })).to.equal(null);
    expect(await approve('n', { person: 'p-1', now: now + 9 * minute })).to.equal(null);
  });

  it('is not approved before it is submitted, under the asker’s nonce, or once its time is over', async () => {
    await issue('n');
    expect(await approve('n')).to.equal(null);
    await submit('n');
    expect(await confirmations.approvals.claim('n', second)).to.equal(null);
    expect(await approve('n', { now: now + minute })).to.equal(null);
    expect(await stateOf('n')).to.equal('waiting');
    expect((await approve('n', { now: now + minute - 1 }))?.terms).to.deep.equal(terms);
  });

  it('lets one of 50 at once through, and keeps who it was', async () => {
    await issue('n');
    await submit('n');
    const claims = await Promise.all(
      Array.from({ length: 50 }, async (_, at) => await approve('n', { person: `p-${at + 2}` })),
    );
    const winner = claims.findIndex((claim) => claim !== null);
    expect(claims.filter((claim) => claim !== null)).to.have.length(1);
    expect((await confirmations.find('n'))?.approver).to.equal(`p-${winner + 2}`);
  });

  it('has the same coupon and keys whoever takes it up again', async () => {
    await issue('n');
    await submit('n');
    const first = await approve('n');
    await confirmations.letGo('n', now);
    const later = await approve('n', { person: 'p-3' });
    expect([later?.coupon, later?.key('coupon')]).to.deep.equal([first?.coupon, first?.key('coupon')]);
  });

  it('is submitted by its asker only, in their conversation, once', async () => {
    await issue('n');
    const { submit: by } = confirmations.approvals;
    expect(await by('n', { ...asker, caller: 'p-2', now, lapsesAt: now })).to.equal(false);
    expect(await by('n', { ...asker, conversation: 'c-2', now, lapsesAt: now })).to.equal(false);
    expect(await by('n', { ...asker, now: now + minute, lapsesAt: now })).to.equal(false);
    expect([await submit('n'), await submit('n')]).to.deep.equal([true, false]);
  });

  it('is given to one process when its time is over, and again after a minute when that one died', async () => {
    await issue('n');
    await submit('n');
    const { overdue, end } = confirmations.approvals;
    expect(await overdue(now + minute - 1)).to.deep.equal([]);
    const [one, other] = await Promise.all([overdue(now + minute), overdue(now + minute)]);
    expect(one.length + other.length).to.equal(1);
    expect(await overdue(now + 2 * minute)).to.have.length(1);
    expect(await end(offerIdOf('n'), { state: 'declined', reason: 'rejected', now: now + minute })).to.equal(
      false,
    );
    expect(await end(offerIdOf('n'), { state: 'lapsed', now: now + minute })).to.equal(true);
    expect(await end(offerIdOf('n'), { state: 'lapsed', now: now + minute })).to.equal(false);
  });

  it('waits for those of its account only', async () => {
    await issue('n');
    await submit('n');
    const { waiting } = confirmations.approvals;
    const counts = [await waiting(['main'], now), await waiting(['eu'], now), await waiting([], now)];
    expect(counts.map(({ length }) => length)).to.deep.equal([1, 0, 0]);
    expect(await waiting(['main'], now + minute)).to.deep.equal([]);
  });

  it('never ends in two ways, whatever is done at once', async () => {
    let issued = 0;
    const act = fc.constantFrom('approve', 'reject', 'withdraw', 'lapse');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 8 }), async (acts) => {
        issued += 1;
        const nonce = `n-${issued}`;
        await issue(nonce);
        await submit(nonce);
        const { end } = confirmations.approvals;
        const done = await Promise.all(
          acts.map(async (each) => {
            if (each === 'approve') return (await approve(nonce)) !== null;
            const state = each === 'lapse' ? 'lapsed' : 'declined';
            return await end(offerIdOf(nonce), { state, reason: each, now });
          }),
        );
        expect(done.filter(Boolean)).to.have.length(1);
      }),
      { numRuns: 30 },
    );
  });
});

describe('two processes that approve at once', () => {
  it('make one claim of each offer', async () => {
    const source = `
      const { openSqlite } = await import(${sourceOf('store/database.ts')});
      const { createConfirmations } = await import(${sourceOf('store/confirmations.ts')});
      const { createSeal } = await import(${sourceOf('sealed.ts')});
      const database = openSqlite(process.argv[1]);
      const confirmations = createConfirmations(database, createSeal(['a secret of this test']));
      const by = { caller: 'p-1', conversation: 'c-1', now: 1, lapsesAt: 9 };
      const got = [];
      for (let at = 0; at < 20; at += 1) {
        const second = { nonce: 's-' + at, asker: 'key' };
        const terms = { percentOff: 40, duration: 'once', firstTimeOnly: false, zone: 'UTC' };
        const offer = { ...by, nonce: 'n-' + at, channel: 't', account: 'main', role: 'r', terms, second };
        await confirmations.issue(offer).catch(() => {});
        await confirmations.approvals.submit('n-' + at, by);
        const claimed = await confirmations.approvals.claim('s-' + at, { person: 'p-' + process.pid, role: 'a', now: 2 });
        if (claimed) got.push(claimed.coupon);
      }
      console.log(JSON.stringify(got));
    `;
    const coupons = (await inTwoProcesses(source)).flatMap((written): unknown[] => JSON.parse(written));
    expect(coupons).to.have.length(20);
    expect(new Set(coupons).size).to.equal(20);
  });
});
