import { expect } from 'chai';
import fc from 'fast-check';
import { createDirectory } from '../../src/access/caller.js';
import { createGroupsOf, type GroupQuestion, noGroups } from '../../src/access/groups.js';
import { createAskGroups } from '../../src/graph/askGroups.js';
import { createCallGraph } from '../../src/graph/client.js';
import { guid, type StandInGraph, startGraph } from '../graph/standIn.js';

const [home, away] = [guid(1), guid(2)];
const [ada, ben] = [guid(11), guid(12)];
const [staff, sales] = ['abcdef00-0000-4000-8000-000000000001', guid(22)];
const grant = { roles: ['analyst'], accounts: ['main'] };
const people = [
  { tenant: home, group: staff, ...grant },
  { tenant: home.toUpperCase(), group: staff.toUpperCase(), ...grant },
  { tenant: home, group: sales, ...grant },
  { tenant: home, group: 'sales team', ...grant },
  { tenant: home, user: ada, ...grant },
  { tenant: away, group: sales, ...grant },
  { portal: home, user: ada, ...grant },
];
const { signal } = new AbortController();

describe('who is in which groups', () => {
  const open = (tenants: readonly string[] = [home], answer: readonly string[] | Error = [staff]) => {
    const time = { now: 0 };
    const asked: GroupQuestion[] = [];
    const faults: unknown[] = [];
    const groupsOf = createGroupsOf({
      people,
      tenants,
      ask: async (question) => {
        asked.push(question);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      clock: () => new Date(time.now),
      onFault: (fault) => faults.push(fault),
    });
    return { time, asked, faults, groupsOf };
  };

  it('is asked about the groups that the settings name for the tenant, each once, and no other thing', async () => {
    const { asked, groupsOf } = open();
    expect(await groupsOf(home, ada, signal)).to.deep.equal({ kind: 'known', groups: new Set([staff]) });
    expect(asked).to.deep.equal([{ tenant: home, user: ada, groups: [staff, sales] }]);
  });

  const silent: [what: string, tenant: string, user: string][] = [
    ['of a tenant that is not on the list', away, ada],
    ['of no tenant', '', ada],
    ['of a tenant that every object has', '__proto__', ada],
    ['whose id is none', home, 'ada'],
    ['whose id is a path', home, `${ada}/../${ben}`],
    ['whose id every object has', home, '__proto__'],
  ];
  for (const [what, tenant, user] of silent)
    it(`is not asked about a person ${what}, who is in none`, async () => {
      const { asked, groupsOf } = open();
      expect(await groupsOf(tenant, user, signal)).to.deep.equal({ kind: 'known', groups: new Set() });
      expect(asked).to.deep.equal([]);
    });

  it('is asked nothing where no group of the tenant stands in the settings', async () => {
    const { asked, groupsOf } = open([guid(3)]);
    await groupsOf(guid(3), ada, signal);
    expect(asked).to.deep.equal([]);
    expect(await noGroups(home, ada, signal)).to.deep.equal({ kind: 'known', groups: new Set() });
  });

  it('takes ids in any case for the same', async () => {
    const { asked, groupsOf } = open([home.toUpperCase()]);
    await Promise.all([groupsOf(home, ada, signal), groupsOf(home.toUpperCase(), ada.toUpperCase(), signal)]);
    expect(asked).to.have.length(1);
  });

  it('is asked once for five minutes by all turns of a person, and for each person', async () => {
    const { time, asked, groupsOf } = open();
    const turns = Array.from({ length: 20 }, () => new AbortController().signal);
    await Promise.all(turns.map(async (each) => await groupsOf(home, ada, each)));
    time.now += 5 * 60_000 - 1;
    await groupsOf(home, ada, signal);
    expect(asked).to.have.length(1);
    await groupsOf(home, ben, signal);
    expect(asked).to.have.length(2);
    time.now += 1;
    await groupsOf(home, ada, signal);
    expect(asked).to.have.length(3);
  });

  it('is unsure after a failure, for half a minute, and says so once', async () => {
    const fault = new Error('of this test');
    const { time, asked, faults, groupsOf } = open([home], fault);
    for (const _ of [1, 2, 3]) expect(await groupsOf(home, ada, signal)).to.deep.equal({ kind: 'unsure' });
    time.now += 30_000 - 1;
    await groupsOf(home, ada, signal);
    expect(asked).to.have.length(1);
    time.now += 1;
    await groupsOf(home, ada, signal);
    expect(asked).to.have.length(2);
    expect(faults).to.deep.equal([fault, fault]);
  });

  it('waits no longer than the turn lasts, and leaves the answer to the next one', async () => {
    let answer = (_: readonly string[]) => {};
    let asked = 0;
    const groupsOf = createGroupsOf({
      people,
      tenants: [home],
      ask: async () => {
        asked += 1;
        return await new Promise<readonly string[]>((resolve) => (answer = resolve));
      },
      clock: () => new Date(0),
      onFault: () => {},
    });
    const turn = new AbortController();
    const first = groupsOf(home, ada, turn.signal);
    const second = groupsOf(home, ada, signal);
    turn.abort();
    expect(await first).to.deep.equal({ kind: 'unsure' });
    expect(await groupsOf(home, ada, turn.signal)).to.deep.equal({ kind: 'unsure' });
    answer([sales]);
    expect(await second).to.deep.equal({ kind: 'known', groups: new Set([sales]) });
    expect(asked).to.equal(1);
  });

  it('remembers 5,000 people and no more', async () => {
    const { asked, groupsOf } = open();
    for (let at = 0; at <= 5000; at += 1) await groupsOf(home, guid(at), signal);
    await groupsOf(home, guid(5000), signal);
    await groupsOf(home, guid(1), signal);
    expect(asked).to.have.length(5001);
    await groupsOf(home, guid(0), signal);
    expect(asked).to.have.length(5002);
  });
});

describe('a role by a group', () => {
  let graph: StandInGraph;
  before(async () => {
    graph = await startGraph();
  });
  after(() => graph.close());

  it('is never given to who is not in the group, and always to who is', async () => {
    const persons = [11, 12, 13].map(guid);
    const groups = [21, 22, 23, 24].map(guid);
    const entries = groups.map((group, at) => ({
      tenant: home,
      group,
      roles: [`role-${at}`],
      accounts: ['main'],
    }));
    const world = fc.record({
      members: fc.tuple(...groups.map(() => fc.subarray([...persons, ...groups]))),
      people: fc.subarray(persons),
      person: fc.constantFrom(...persons, guid(14), '__proto__', `${persons[0]}/x`),
      tenant: fc.constantFrom(home, home.toUpperCase(), away),
      fails: fc.constantFrom(null, null, null, 403, 500),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ members, people: there, person, tenant, fails }) => {
        const inside = Object.fromEntries(groups.map((group, at) => [group, members[at] ?? []]));
        graph.tenants.set(home, { people: there, groups: inside });
        if (fails === null) graph.recover();
        else graph.fail({ kind: 'status', status: fails });
        const groupsOf = createGroupsOf({
          people: entries,
          tenants: [home],
          ask: createAskGroups(createCallGraph({ base: graph.url, tokenOf: graph.tokenOf })),
          clock: () => new Date(0),
          onFault: () => {},
        });
        const directory = createDirectory(entries, [home], groupsOf);
        const { roles } = await directory({ kind: 'entra', tenant, user: person }, signal);
        const reached = fails === null && tenant.toLowerCase() === home && there.includes(person);
        const due = reached ? groups.filter((group) => leadsTo(inside, group, person)) : [];
        expect([...roles].sort()).to.deep.equal(due.map((group) => `role-${groups.indexOf(group)}`));
      }),
      { numRuns: 100 },
    );
  });
});

/** Walks down from a group as long as anybody new is found: not the way that the stand-in looks. */
function leadsTo(
  inside: Readonly<Record<string, readonly string[]>>,
  group: string,
  person: string,
): boolean {
  const found = new Set([group]);
  for (const one of found) for (const member of inside[one] ?? []) found.add(member);
  return found.has(person);
}
