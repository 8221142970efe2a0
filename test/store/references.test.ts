import { expect } from 'chai';
import { createSeal } from '../../src/sealed.js';
import type { Database } from '../../src/store/database.js';
import { createReferences, type References } from '../../src/store/references.js';
import { inEachDatabase } from './databases.js';

const teams = {
  conversation: { id: 'a:1', tenantId: 't' },
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/',
  bot: { id: '28:bot' },
  user: { id: '29:user', aadObjectId: 'o' },
};

const seen = (key: string, approves: boolean) => ({
  key,
  mark: `mark of ${key}`,
  approves,
  zone: 'Europe/Berlin',
  locale: 'en-US',
});

inEachDatabase('the references', ({ open }) => {
  let database: Database;
  let references: References;
  beforeEach(async () => {
    database = await open();
    references = createReferences(database, createSeal(['a secret of this test']));
  });
  afterEach(() => database.close());

  it('say where a conversation is reached', async () => {
    await references.remember('a:1', teams, 1);
    expect(await references.find('a:1')).to.deep.equal(teams);
  });

  const partly: [what: string, given: object, kept: object][] = [
    ['what is not there', { conversation: { id: 'b' }, channelId: 'emulator' }, {}],
    [
      'what is null',
      {
        conversation: { id: 'b', tenantId: null },
        channelId: 'emulator',
        serviceUrl: null,
        user: { id: 'u', aadObjectId: null },
      },
      { user: { id: 'u' } },
    ],
  ];
  for (const [what, given, kept] of partly)
    it(`are kept without ${what}`, async () => {
      await references.remember('b', given, 1);
      expect(await references.find('b')).to.deep.equal({
        conversation: { id: 'b' },
        channelId: 'emulator',
        ...kept,
      });
    });

  it('hold no name, and nothing else of an activity', async () => {
    const more = { name: 'canary', text: 'canary', properties: { mail: 'canary' } };
    const { conversation, bot, user } = teams;
    await references.remember(
      'a:1',
      {
        ...teams,
        ...more,
        conversation: { ...conversation, ...more },
        bot: { ...bot, ...more },
        user: { ...user, ...more },
      },
      1,
    );
    const rows = await database.run('select * from conversation_reference');
    expect(rows).to.have.lengthOf(1);
    expect(JSON.stringify(rows)).to.not.include('canary');
  });

  for (const given of [null, {}, { ...teams, conversation: undefined }, { ...teams, channelId: 7 }])
    it(`are not made of ${JSON.stringify(given)}`, async () => {
      await references.remember('b', given, 1);
      expect(await database.run('select * from conversation_reference')).to.deep.equal([]);
    });

  it('are one per conversation, the newest', async () => {
    await references.remember('a:1', teams, 1);
    await references.remember('a:1', { ...teams, serviceUrl: 'https://other.example/' }, 2);
    await references.remember('a:2', { ...teams, conversation: { id: 'a:2' } }, 3);
    expect((await references.find('a:1'))?.serviceUrl).to.equal('https://other.example/');
    expect(
      await database.run('select conversation, seen_at from conversation_reference order by 1'),
    ).to.deep.equal([
      { conversation: 'a:1', seen_at: 2 },
      { conversation: 'a:2', seen_at: 3 },
    ]);
  });

  it('are forgotten one by one', async () => {
    await references.remember('a:1', teams, 1);
    await references.remember('a:2', { ...teams, conversation: { id: 'a:2' } }, 1);
    await references.forget('a:1');
    await references.forget('unknown');
    expect([await references.find('a:1'), (await references.find('a:2'))?.conversation]).to.deep.equal([
      null,
      { id: 'a:2' },
    ]);
  });

  it('rest sealed', async () => {
    await references.remember('a:1', teams, 1, { ...seen('key of a person', true), mark: 'p-1' });
    const rows = JSON.stringify(await database.run('select * from conversation_reference'));
    expect(rows).to.not.match(/key of a person|smba|29:user|Europe/);
  });

  it('say who approved coupons when last seen, or is named, in a personal chat; the newest first', async () => {
    await references.remember('a:1', teams, 1, seen('one', true));
    await references.remember('a:2', teams, 2, seen('two', false));
    await references.remember('a:3', teams, 3);
    await references.remember('a:4', teams, 4, seen('one', true));
    const found = async (marks: string[]) =>
      (await references.approvers(marks)).map(({ conversation, key }) => [conversation, key]);
    expect(await found([])).to.deep.equal([
      ['a:4', 'one'],
      ['a:1', 'one'],
    ]);
    expect((await found(['mark of two'])).map(([conversation]) => conversation)).to.deep.equal([
      'a:4',
      'a:2',
      'a:1',
    ]);
    expect((await references.personal('a:2'))?.zone).to.equal('Europe/Berlin');
    expect(await references.personal('a:3')).to.equal(null);
  });

  it('that an older version kept as plain text still lead there', async () => {
    await database.run(
      'insert into conversation_reference (conversation, channel, body, seen_at) values ($1, $2, $3, 1)',
      ['a:1', 'msteams', JSON.stringify(teams)],
    );
    expect(await references.find('a:1')).to.deep.equal(teams);
  });

  it('are gone when nobody was there for ninety days', async () => {
    const day = 24 * 60 * 60_000;
    await references.remember('a:1', teams, 0);
    await references.remember('a:2', teams, 1);
    await references.prune(90 * day);
    expect([await references.find('a:1'), await references.find('a:2')]).to.deep.equal([null, teams]);
  });
});
