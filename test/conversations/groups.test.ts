import { expect } from 'chai';
import { type GraphFaultAnswer, guid, type StandInGraph, startGraph } from '../graph/standIn.js';
import { only, type Talk } from './talk.js';
import { openTeams, type Teams, tenant } from './teamsHouse.js';

const [ada, ben, cem, dee, eve] = [
  guid(11),
  guid(12),
  guid(13),
  guid(14),
  'abcdef00-0000-4000-8000-00000000000e',
];
const [finance, makers, team, keepers] = [
  'abcdef00-0000-4000-8000-000000000021',
  guid(22),
  guid(23),
  guid(24),
];
const cora = guid(15);

const minute = 60_000;
const unsure = 'I could not look up your groups, so I cannot tell what you may do. Try again in a minute.';
const stranger = 'I do not know you here yet';

/** Teams’ own form of an activity of a person. */
const of = (user: string) => ({
  channelId: 'msteams',
  from: { id: `29:${user}`, aadObjectId: user, role: 'user' },
  conversation: { tenantId: tenant, conversationType: 'personal' },
});

describe('people by their groups, in Teams', () => {
  let graph: StandInGraph;
  let teams: Teams;
  const logged: string[] = [];
  const talkOf = (user: string): Talk => teams.channel.talk(teams.house, user, of(user));
  /** What a person is told who asks for charges, and what Stripe and Graph were asked meanwhile. */
  const charges = async (user: string, talk = talkOf(user)) => {
    const before = { stripe: teams.house.stripe.requests.length, graph: graph.seen.length };
    const cards = await talk.say('show me the last 3 charges');
    return {
      told: cards.map(({ name, summary }) => (name === 'charges' ? 'charges' : summary)).join(),
      stripe: teams.house.stripe.requests.length - before.stripe,
      graph: graph.seen.length - before.graph,
    };
  };

  before(async () => {
    graph = await startGraph();
    teams = await openTeams({
      log: (line) => logged.push(line),
      settings: (demo) => ({
        ...demo,
        graphBase: graph.url,
        people: [
          { tenant, group: finance.toUpperCase(), roles: ['analyst'], accounts: ['main'] },
          { tenant, group: makers, roles: ['marketing'], accounts: ['main', 'eu'] },
          { tenant, group: keepers, roles: ['compliance'], accounts: ['main'] },
          { tenant, user: dee, roles: ['marketing'], accounts: ['main'] },
          { tenant: guid(99), group: finance, roles: ['keeper'], accounts: ['main', 'eu'] },
        ],
      }),
    });
  });
  beforeEach(() => {
    graph.recover();
    graph.tenants.set('of-the-bot', {
      people: [ada, ben, cem, cora, dee, eve.toUpperCase()],
      groups: { [finance]: [ada, eve, team], [makers]: [ada], [team]: [cem], [keepers]: [cora] },
    });
    teams.house.time.now += 10 * minute;
    logged.splice(0);
  });
  after(async () => {
    await teams.close();
    graph.close();
  });

  const cases: [who: string, user: string, told: RegExp][] = [
    ['is in a group', ada, /^charges$/],
    ['is in a group of a group', cem, /^charges$/],
    ['is in a group by an id in capitals', eve.toUpperCase(), /^charges$/],
    ['has an entry that gives something else', dee, /^Your role, Marketing, may not see charges/],
    ['is in none', ben, new RegExp(`^${stranger}`)],
    ['is not in the directory', guid(77), new RegExp(`^${stranger}`)],
    ['has no object id', '__proto__', new RegExp(`^${stranger}`)],
    ['has a path for an id', `${ada}/../${ada}`, new RegExp(`^${stranger}`)],
    ['has an address for an id', `https://127.0.0.1/${ada}`, new RegExp(`^${stranger}`)],
  ];
  for (const [who, user, told] of cases)
    it(`answers or refuses somebody who ${who}`, async () => {
      const asked = await charges(user);
      expect(asked.told).to.match(told);
      expect(asked.stripe).to.equal(asked.told === 'charges' ? 1 : 0);
    });

  it('asks Graph nothing about an id that is none', async () => {
    for (const user of ['__proto__', `${ada}/x`, '']) expect((await charges(user)).graph).to.equal(0);
  });

  it('asks Graph nothing about a guest of another tenant, who gets no answer', async () => {
    const before = graph.seen.length;
    const guest = { ...of(ada), conversation: { tenantId: guid(99), conversationType: 'personal' } };
    const talk = teams.channel.talk(teams.house, ada, guest);
    expect(await talk.say('show me the last 3 charges')).to.deep.equal([]);
    expect(graph.seen.length).to.equal(before);
  });

  it('sends Graph the person and the groups of their tenant, as the bot itself, and nothing else', async () => {
    await charges(ada);
    expect(graph.seen.at(-1)).to.deep.equal({
      method: 'POST',
      path: `/v1.0/users/${ada}/checkMemberGroups`,
      authorization: 'Bearer of-the-bot',
      groups: [finance, makers, keepers],
    });
  });

  it('asks Graph once in five minutes, and then notices that somebody left', async () => {
    const talk = talkOf(ada);
    expect(await charges(ada, talk)).to.deep.include({ told: 'charges', graph: 1 });
    graph.tenants.set('of-the-bot', {
      people: [ada],
      groups: { [finance]: [], [makers]: [], [keepers]: [] },
    });
    teams.house.time.now += 5 * minute - 1;
    expect(await charges(ada, talk)).to.deep.include({ told: 'charges', graph: 0 });
    teams.house.time.now += 1;
    const gone = await charges(ada, talk);
    expect(gone.told).to.contain(stranger);
    expect([gone.graph, gone.stripe]).to.deep.equal([1, 0]);
  });

  it('refuses the button and the Submit of somebody who left the groups after the card', async () => {
    const talk = talkOf(ada);
    const list = only('charges', await talk.say('show me the last 10 charges'));
    const review = only('couponReview', await talk.say('create a 15% off coupon, expiring in 30 days'));
    graph.tenants.set('of-the-bot', { people: [ada], groups: { [finance]: [], [makers]: [] } });
    teams.house.time.now += 5 * minute;
    const before = teams.house.stripe.requests.length;
    for (const [card, button] of [
      [list, 'Next 10'],
      [review, 'Create coupon'],
    ] as const) {
      const told = (await talk.press(card, button)).map(({ text }) => text).join();
      expect(told, button).to.contain(stranger);
    }
    expect(teams.house.stripe.requests.length).to.equal(before);
  });

  const html = { headers: { 'content-type': 'text/html' }, body: '<html>sign in</html>' };
  const faults: [what: string, answer: GraphFaultAnswer][] = [
    ['403', { kind: 'status', status: 403 }],
    ['404 of somebody else', { kind: 'status', status: 404 }],
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '120' } }],
    ['500', { kind: 'status', status: 500 }],
    ['a page', { kind: 'status', status: 200, ...html }],
    ['a redirect', { kind: 'status', status: 302, headers: { location: 'https://127.0.0.1:9/' } }],
  ];
  for (const [what, answer] of faults)
    it(`says the truth when Graph answers ${what}, and lets in whom the settings name themselves`, async () => {
      graph.fail(answer);
      expect(await charges(ada)).to.deep.include({ told: unsure, stripe: 0 });
      const talk = talkOf(dee);
      expect(only('coupons', await talk.say('list coupons')).text).to.contain('Main store');
      expect((await charges(dee, talk)).told).to.equal(unsure);
      expect(logged.filter((line) => line.includes('DirectoryFault'))).to.have.length(2);
      expect(logged.join()).to.not.match(new RegExp([ada, dee, finance, tenant, 'words of Graph'].join('|')));
    });

  it('says the truth when Graph does not answer at all, in time for the turn', async () => {
    graph.fail({ kind: 'hang' });
    const began = performance.now();
    expect(await charges(ada)).to.deep.include({ told: unsure, stripe: 0 });
    expect(performance.now() - began).to.be.below(5000);
  });

  it('does not keep what was granted when Graph fails afterwards, and asks again after half a minute', async () => {
    const talk = talkOf(ada);
    expect((await charges(ada, talk)).told).to.equal('charges');
    graph.fail({ kind: 'status', status: 500 });
    teams.house.time.now += 5 * minute;
    expect(await charges(ada, talk)).to.deep.include({ told: unsure, graph: 1 });
    graph.recover();
    teams.house.time.now += minute / 2 - 1;
    expect(await charges(ada, talk)).to.deep.include({ told: unsure, graph: 0 });
    teams.house.time.now += 1;
    expect(await charges(ada, talk)).to.deep.include({ told: 'charges', graph: 1 });
  });

  it('says so too when somebody asks what they may do', async () => {
    graph.fail({ kind: 'status', status: 500 });
    const [card] = await talkOf(ada).say('what may I do?');
    expect(card?.text).to.contain('I could not look up your groups');
  });

  it('puts the refusal on record with a reason of its own', async () => {
    const compliance = talkOf(cora);
    await compliance.say('help');
    graph.fail({ kind: 'status', status: 500 });
    await charges(ada);
    expect(only('audit', await compliance.say('show the audit log')).text).to.contain(
      'groups could not be looked up',
    );
  });
});
