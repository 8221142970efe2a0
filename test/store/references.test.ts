import { expect } from 'chai';
import { type Database, openSqlite } from '../../src/store/database.js';
import { createReferences, type References } from '../../src/store/references.js';

const teams = {
  conversation: { id: 'a:1', tenantId: 't' },
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/',
  bot: { id: '28:bot' },
  user: { id: '29:user', aadObjectId: 'o' },
};

describe('the references', () => {
  let database: Database;
  let references: References;
  beforeEach(() => {
    database = openSqlite(':memory:');
    references = createReferences(database);
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
});
