import { expect } from 'chai';
import { nobody } from '../../src/audit/people.js';
import { inTwoProcesses, sourceOf } from '../store/twoProcesses.js';
import { type KeptTrail, keptTrail, row, secret } from './keptTrail.js';

const key = '["entra","t-1","jane"]';

describe('people of the trail', () => {
  let kept: KeptTrail;
  beforeEach(() => {
    kept = keptTrail();
  });
  afterEach(() => kept.database.close());

  it('each have one pseudonym, and another than others', async () => {
    const { pseudonymOf } = kept.people;
    const [one, other] = [await pseudonymOf(key), await pseudonymOf('another')];
    expect(one).to.match(/^p-[0-9a-f]{12}$/);
    expect(await pseudonymOf(key)).to.equal(one);
    expect(other).to.not.equal(one);
  });

  for (const [who, pseudonym] of nobody)
    it(`who are none are told as they are: ${who} → ${pseudonym}`, async () => {
      expect(await kept.people.pseudonymOf(who)).to.equal(pseudonym);
      expect(await kept.database.run('select * from person')).to.deep.equal([]);
    });

  it('are kept by a mark and sealed: their key stands nowhere', async () => {
    const pseudonym = await kept.people.pseudonymOf(key);
    const [stored] = await kept.database.run('select * from person');
    expect(JSON.stringify(stored)).to.not.match(/jane|t-1|entra/);
    expect(await kept.people.keyOf(pseudonym)).to.equal(key);
    expect(await kept.people.keyOf('p-000000000000')).to.equal(null);
  });

  it('once erased cannot be resolved, and come back as somebody else; the chain holds', async () => {
    await kept.trail.append({ ...row, person: key });
    const before = await kept.people.pseudonymOf(key);
    expect(await kept.people.forget(before)).to.equal(true);
    expect(await kept.people.forget(before)).to.equal(false);
    expect([await kept.people.has(before), await kept.people.keyOf(before)]).to.deep.equal([false, null]);
    await kept.trail.append({ ...row, person: key });
    const actors = await kept.database.run('select actor from trail order by seq');
    expect(actors[0]).to.deep.equal({ actor: before });
    expect(actors[1]).to.deep.equal({ actor: await kept.people.pseudonymOf(key) });
    expect(actors[1]).to.not.deep.equal(actors[0]);
    const resolvable = await kept.database.run(
      'select seq from trail where seq = 1 and actor in (select pseudonym from person)',
    );
    expect(resolvable).to.deep.equal([]);
  });

  it('stay who they are while secrets are turned over', async () => {
    const { database } = kept;
    const pseudonym = await kept.people.pseudonymOf(key);
    const both = keptTrail({ database, secrets: ['a new secret, long enough', secret] });
    expect(await both.people.pseudonymOf(key)).to.equal(pseudonym);
    const alone = keptTrail({ database, secrets: ['a new secret, long enough'] });
    expect(await alone.people.pseudonymOf(key)).to.equal(pseudonym);
    expect(await alone.people.keyOf(pseudonym)).to.equal(key);
    expect(await kept.people.keyOf(pseudonym)).to.equal(null);
  });

  it('seen by several at once have one pseudonym', async () => {
    const other = keptTrail({ database: kept.database });
    const seen = [kept, other, kept, other].map(({ people }) => people.pseudonymOf(key));
    expect(new Set(await Promise.all(seen)).size).to.equal(1);
  });
});

describe('two processes that write the trail at once', () => {
  it('make one chain without a break, and agree on who is who', async () => {
    const written = await inTwoProcesses(`
      import { randomBytes } from 'node:crypto';
      import { openTrail } from ${sourceOf('audit/openTrail.ts')};
      import { verifyTrail } from ${sourceOf('audit/verify.ts')};
      import { createSeal } from ${sourceOf('sealed.ts')};
      import { openSqlite } from ${sourceOf('store/database.ts')};
      const folder = process.argv[1];
      const database = openSqlite(folder);
      const secrets = ['the secret of these tests, long'];
      const kept = openTrail({ database, dataDir: folder, secrets, seal: createSeal(secrets), clock: () => new Date(),
        settings: { keepDays: 365, checkpointEvery: 100 }, random: () => randomBytes(16).toString('base64url'),
        onFault: (fault) => console.log(fault) });
      const row = ${JSON.stringify(row)};
      await Promise.all(Array.from({ length: 200 }, (_, at) =>
        kept.trail.append({ ...row, person: 'person ' + (at % 5), count: process.pid })));
      while ((await database.run('select count(*) as n from trail'))[0].n < 400)
        await new Promise((done) => setTimeout(done, 20));
      const { rows, findings } = await verifyTrail({ ...kept, database, every: 100 });
      const [who] = await database.run('select count(*) as people, (select count(distinct count) from trail) as writers from person');
      console.log(JSON.stringify([rows, findings, who]));
      database.close();
    `);
    const said = JSON.stringify([400, [], { people: 5, writers: 2 }]);
    expect(written.map((text) => text.trim())).to.deep.equal([said, said]);
  }).timeout(30_000);
});
