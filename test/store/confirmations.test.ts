import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import type { OfferTerms } from '../../src/offerTerms.js';
import { createSeal } from '../../src/sealed.js';
import { type Confirmations, createConfirmations } from '../../src/store/confirmations.js';
import { type Database, openDatabase } from '../../src/store/database.js';
import { inEachDatabase } from './databases.js';

const secret = 'a secret of this test';
const minute = 60_000;
const start = 1_795_000_000_000;
const by = { caller: 'p-1', conversation: 'c-1', now: start };
const terms: OfferTerms = { percentOff: 15, duration: 'once', firstTimeOnly: true, zone: 'Europe/Berlin' };

inEachDatabase('confirmations', ({ name, open, make }) => {
  let database: Database;
  let confirmations: Confirmations;

  beforeEach(async () => {
    database = await open();
    confirmations = createConfirmations(database, createSeal([secret]));
  });

  afterEach(() => database.close());

  const issue = async (nonce: string, more: { coupon?: string; conversation?: string } = {}) =>
    await confirmations.issue({
      nonce,
      caller: 'p-1',
      conversation: 'c-1',
      channel: 'emulator',
      account: 'main',
      role: 'marketing',
      terms,
      now: start,
      lapsesAt: start + 10 * minute,
      ...more,
    });
  const stateOf = async (nonce: string) => (await confirmations.find(nonce))?.state;

  it('keeps the exact terms, and not the nonce', async () => {
    await issue('a nonce of the card');
    const found = await confirmations.find('a nonce of the card');
    expect(found?.terms).to.deep.equal(terms);
    expect([found?.state, found?.caller, found?.account, found?.onlyCode]).to.deep.equal([
      'open',
      'p-1',
      'main',
      false,
    ]);
    const rows = await database.run('select * from confirmation');
    expect(rows).to.have.length(1);
    expect(JSON.stringify(rows)).to.not.contain('a nonce of the card');
  });

  it('finds nothing under a nonce that nobody issued', async () => {
    await issue('n');
    expect(await confirmations.find('N')).to.equal(null);
    expect(await confirmations.find('')).to.equal(null);
  });

  it('is not issued twice under one nonce', async () => {
    await issue('n');
    expect(
      await issue('n').then(
        () => 'issued',
        () => 'refused',
      ),
    ).to.equal('refused');
  });

  describe('claim', () => {
    it('lets one of 50 at once through', async () => {
      await issue('n');
      const claims = await Promise.all(
        Array.from({ length: 50 }, async () => await confirmations.claim('n', by)),
      );
      expect(claims.filter((claim) => claim !== null)).to.have.length(1);
      expect(await stateOf('n')).to.equal('executing');
    });

    it('gives the terms, the account and what Stripe knows the offer by', async () => {
      await issue('n');
      await issue('m');
      const [claim, other] = [await confirmations.claim('n', by), await confirmations.claim('m', by)];
      expect([claim?.terms, claim?.account]).to.deep.equal([terms, 'main']);
      const known = [claim?.coupon, claim?.key('coupon'), claim?.key('code')];
      expect(new Set([...known, other?.coupon, other?.key('coupon'), other?.key('code')]).size).to.equal(6);
      expect(claim?.coupon).to.match(/^till-[0-9a-f]{16}$/);
    });

    const refused: [string, Partial<typeof by>][] = [
      ['to another person', { caller: 'p-2' }],
      ['to another conversation', { conversation: 'c-2' }],
      ['at the moment it lapses', { now: start + 10 * minute }],
      ['later than that', { now: start + 60 * minute }],
    ];
    for (const [who, changed] of refused) {
      it(`gives nothing ${who}, and the offer stays open`, async () => {
        await issue('n');
        expect(await confirmations.claim('n', { ...by, ...changed })).to.equal(null);
        expect(await stateOf('n')).to.equal('open');
      });
    }

    it('may be taken up again once let go, or after a minute, with the same keys and the same coupon', async () => {
      await issue('n');
      const first = await confirmations.claim('n', by);
      expect(await confirmations.claim('n', { ...by, now: start + minute - 1 })).to.equal(null);
      const after = await confirmations.claim('n', { ...by, now: start + minute });
      await confirmations.letGo('n', start + minute + 1);
      const letGo = await confirmations.claim('n', { ...by, now: start + minute + 1 });
      const known = [first, after, letGo].map((one) => [one?.coupon, one?.key('coupon'), one?.key('code')]);
      expect(known[0]?.[0]).to.be.a('string');
      expect([known[1], known[2]]).to.deep.equal([known[0], known[0]]);
    });

    it('may be taken up again after the offer would have lapsed: Stripe may have made it', async () => {
      await issue('n');
      await confirmations.claim('n', by);
      const late = await confirmations.claim('n', { ...by, now: start + 60 * minute });
      expect(late?.terms).to.deep.equal(terms);
    });

    it('is not taken up by another after it was let go', async () => {
      await issue('n');
      await confirmations.claim('n', by);
      await confirmations.letGo('n', start);
      expect(await confirmations.claim('n', { ...by, caller: 'p-2' })).to.equal(null);
    });
  });

  it('keeps the coupon that exists when only its code is to be made', async () => {
    await issue('n', { coupon: 'till-there' });
    expect((await confirmations.find('n'))?.onlyCode).to.equal(true);
    expect((await confirmations.claim('n', by))?.coupon).to.equal('till-there');
  });

  describe('settle', () => {
    const ends = [
      ['created', 'executing'],
      ['failed', 'executing'],
      ['declined', 'open'],
      ['lapsed', 'open'],
    ] as const;
    for (const [state, from] of ends) {
      it(`makes it ${state} from ${from} only, once`, async () => {
        await issue('open');
        await issue('executing');
        await confirmations.claim('executing', by);
        const end = { state, now: start + 1, code: 'X15', reason: 'why' };
        const other = from === 'open' ? 'executing' : 'open';
        expect(await confirmations.settle(other, end)).to.equal(false);
        expect(await stateOf(other)).to.equal(other);
        expect(await confirmations.settle(from, end)).to.equal(true);
        const { state: now, code, reason, settledAt } = (await confirmations.find(from)) ?? {};
        expect([now, code, reason, settledAt]).to.deep.equal([state, 'X15', 'why', start + 1]);
        expect(await confirmations.settle(from, { ...end, now: start + 2 })).to.equal(false);
        expect((await confirmations.find(from))?.settledAt).to.equal(start + 1);
        expect(await confirmations.claim(from, by)).to.equal(null);
      });
    }

    it('changes nothing under a nonce that nobody issued', async () => {
      await issue('n');
      expect(await confirmations.settle('m', { state: 'declined', now: start })).to.equal(false);
      expect(await stateOf('n')).to.equal('open');
    });
  });

  it('forgets the open offers of a conversation, not those of another and not one that is being created', async () => {
    await issue('open');
    await issue('executing');
    await issue('elsewhere', { conversation: 'c-2' });
    await confirmations.claim('executing', by);
    expect(await confirmations.forget('c-1', start)).to.deep.equal([]);
    expect([await stateOf('open'), await stateOf('executing'), await stateOf('elsewhere')]).to.deep.equal([
      'declined',
      'executing',
      'open',
    ]);
  });

  it('is claimed once by processes that share the database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-'));
    const { databaseUrl = null, drop } = await make();
    const place = { dataDir: folder, databaseUrl };
    const shared = openDatabase(place);
    confirmations = createConfirmations(shared, createSeal([secret]));
    const nonces = Array.from({ length: 40 }, (_, at) => `n-${at}`);
    for (const nonce of nonces) await issue(nonce);
    const replicas = [0, 1].map(() =>
      fork(new URL('./claimer.ts', import.meta.url), { execArgv: ['--import', 'tsx'] }),
    );
    await Promise.all(replicas.map(async (replica) => await once(replica, 'message')));
    const claims = replicas.map(async (replica) => await once(replica, 'message'));
    for (const replica of replicas) replica.send({ place, secret, nonces, now: start });
    const got = (await Promise.all(claims)).map(([each]) => z.array(z.string()).parse(each));
    await shared.close();
    await drop();
    rmSync(folder, { recursive: true });
    expect(got.flat().toSorted()).to.deep.equal(nonces.toSorted());
  });

  it('never lets two claims through without a letGo or a minute between them, whatever is done', async () => {
    const act = fc.constantFrom(
      'claim',
      'claim by another',
      'let go',
      'created',
      'failed',
      'declined',
      'lapsed',
      'forget',
    );
    const step = fc.record({ act, after: fc.constantFrom(0, 1, minute - 1, minute, 11 * minute) });
    let issued = 0;
    let claimedTwice = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        issued += 1;
        const nonce = `n-${issued}`;
        await issue(nonce);
        let now = start;
        let held: number | null = null;
        let ended = false;
        for (const { act, after } of steps) {
          now += after;
          if (act === 'claim' || act === 'claim by another') {
            const caller = act === 'claim' ? 'p-1' : 'p-2';
            const claim = await confirmations.claim(nonce, { ...by, caller, now });
            if (claim === null) continue;
            expect(act).to.equal('claim');
            expect(ended).to.equal(false);
            if (held !== null) {
              claimedTwice += 1;
              expect(now - held).to.be.at.least(minute);
            }
            held = now;
          } else if (act === 'let go') {
            await confirmations.letGo(nonce, now);
            held = null;
          } else if (act === 'forget') {
            await confirmations.forget('c-1', now);
          } else if (await confirmations.settle(nonce, { state: act, now })) ended = true;
        }
      }),
      {
        numRuns: name === 'SQLite' ? 300 : 40,
        examples: [
          [
            [
              { act: 'claim', after: 0 },
              { act: 'claim', after: minute },
            ],
          ],
        ],
      },
    );
    expect(claimedTwice).to.be.above(0);
  });
});
