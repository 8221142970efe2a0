import { expect } from 'chai';
import type { GroupQuestion } from '../../src/access/groups.js';
import { DirectoryFault } from '../../src/errors.js';
import { createAskGroups } from '../../src/graph/askGroups.js';
import { createCallGraph } from '../../src/graph/client.js';
import { type GraphFaultAnswer, guid, type StandInGraph, startGraph } from './standIn.js';

const tenant = guid(1);
const [ada, ben, eve] = [guid(11), guid(12), guid(13)];
const [staff, sales, ring] = [guid(21), guid(22), guid(23)];

describe('asking Graph for groups', () => {
  let graph: StandInGraph;
  const ask = async (question: Partial<GroupQuestion> = {}) => {
    const call = createCallGraph({ base: graph.url, tokenOf: graph.tokenOf });
    const found = await createAskGroups(call)({
      tenant,
      user: ada,
      groups: [staff, sales, ring],
      ...question,
    });
    return [...found].sort();
  };
  const codeOf = async (question?: Partial<GroupQuestion>) => {
    try {
      return await ask(question);
    } catch (error) {
      return error instanceof DirectoryFault ? error.code : error;
    }
  };

  before(async () => {
    graph = await startGraph();
  });
  beforeEach(() => {
    graph.recover();
    graph.seen.splice(0);
    graph.tenants.set(tenant, {
      people: [ada, ben],
      groups: { [staff]: [sales], [sales]: [ada, ring], [ring]: [sales] },
    });
  });
  after(() => graph.close());

  it('finds the groups a person is in, also by way of others and where groups are in each other', async () => {
    expect(await ask()).to.deep.equal([staff, sales, ring]);
    expect(await ask({ user: ben })).to.deep.equal([]);
  });

  it('asks once, as the app, about this person and these groups only', async () => {
    await ask();
    expect(graph.seen).to.deep.equal([
      {
        method: 'POST',
        path: `/v1.0/users/${ada}/checkMemberGroups`,
        authorization: `Bearer token-of-${tenant}`,
        groups: [staff, sales, ring],
      },
    ]);
  });

  it('asks about 20 groups at once at most, and joins the answers', async () => {
    const groups = Array.from({ length: 45 }, (_, at) => guid(100 + at));
    const members = groups.map((id, at): [string, string[]] => [id, at % 2 === 0 ? [ada] : []]);
    graph.tenants.set(tenant, { people: [ada], groups: Object.fromEntries(members) });
    expect(await ask({ groups })).to.deep.equal(groups.filter((_, at) => at % 2 === 0));
    expect(graph.seen.map(({ groups: asked }) => asked.length).sort()).to.deep.equal([20, 20, 5]);
  });

  it('takes ids that Graph writes in capitals', async () => {
    const capital = 'abcdef00-0000-4000-8000-000000000001';
    graph.fail({ kind: 'status', status: 200, body: JSON.stringify({ value: [capital.toUpperCase()] }) });
    expect(await ask({ groups: [capital] })).to.deep.equal([capital]);
  });

  it('believes no group that it did not ask about', async () => {
    graph.fail({
      kind: 'status',
      status: 200,
      body: JSON.stringify({ value: [staff, guid(99), '__proto__'] }),
    });
    expect(await ask({ groups: [staff] })).to.deep.equal([staff]);
  });

  it('finds a person that the directory does not know in no group', async () => {
    expect(await ask({ user: eve })).to.deep.equal([]);
  });

  it('finds the other groups where one of them is gone', async () => {
    expect(await ask({ groups: [guid(99), staff, sales] })).to.deep.equal([staff, sales]);
  });

  const status = (code: number, more: object = {}): GraphFaultAnswer => ({
    kind: 'status',
    status: code,
    ...more,
  });
  const html = { headers: { 'content-type': 'text/html' }, body: '<html>sign in</html>' };
  const faults: [what: string, answer: GraphFaultAnswer, code: string, requests: number][] = [
    ['a permission is missing', status(403), 'no_permission', 1],
    ['the token is refused', status(401), 'no_permission', 1],
    ['it calls the question wrong', status(400), 'not_accepted', 1],
    ['a 404 that is not Graph’s word on the person', status(404, html), 'not_accepted', 1],
    ['too many requests, and no time to wait', status(429), 'rate_limited', 2],
    ['too many requests for a second', status(429, { headers: { 'retry-after': '0' } }), 'rate_limited', 2],
    ['too many requests for long', status(429, { headers: { 'retry-after': '30' } }), 'rate_limited', 1],
    [
      'too many requests until a day',
      status(429, { headers: { 'retry-after': new Date().toUTCString() } }),
      'rate_limited',
      1,
    ],
    [
      'too many requests for a negative time',
      status(429, { headers: { 'retry-after': '-5' } }),
      'rate_limited',
      1,
    ],
    ['it fails', status(500), 'unavailable', 1],
    ['it fails in HTML', status(502, html), 'unavailable', 1],
    ['it is not there for now', status(503), 'unavailable', 2],
    ['the answer is a page', status(200, html), 'unreadable', 1],
    ['the answer is a page that says it is JSON', status(200, { body: '<html>' }), 'unreadable', 1],
    ['the answer is another thing', status(200, { body: '{"value":"all"}' }), 'unreadable', 1],
    ['the answer is empty', status(204, { body: '' }), 'unreadable', 1],
    ['the answer is a list of others', status(200, { body: '{"value":[1]}' }), 'unreadable', 1],
  ];
  for (const [what, answer, code, requests] of faults)
    it(`gives no group and says so when ${what}`, async () => {
      graph.fail(answer);
      expect(await codeOf()).to.equal(code);
      expect(graph.seen).to.have.length(requests);
    });

  it('tries again once where Graph asks for it', async () => {
    graph.fail(status(429, { headers: { 'retry-after': '0' } }), 1);
    expect(await ask({ groups: [staff] })).to.deep.equal([staff]);
    expect(graph.seen).to.have.length(2);
  });

  it('gives none of the groups when one of several questions fails', async () => {
    const groups = Array.from({ length: 21 }, (_, at) => guid(100 + at));
    graph.fail(status(403), 1);
    expect(await codeOf({ groups })).to.equal('no_permission');
  });

  it('does not wait for ever', async () => {
    graph.fail({ kind: 'hang' });
    const call = createCallGraph({ base: graph.url, tokenOf: graph.tokenOf });
    const fault = await createAskGroups(
      call,
      50,
    )({ tenant, user: ada, groups: [staff] }).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(DirectoryFault).with.property('code', 'timeout');
  });

  it('says so when nothing answers', async () => {
    const call = createCallGraph({ base: 'http://127.0.0.1:9', tokenOf: graph.tokenOf });
    const fault = await createAskGroups(call)({ tenant, user: ada, groups: [staff] }).then(
      () => 'answered',
      (error: unknown) => error,
    );
    expect(fault).to.be.instanceOf(DirectoryFault).with.property('code', 'unreachable');
  });

  it('keeps the words of Graph out of what it says', async () => {
    graph.fail(status(403));
    const call = createCallGraph({ base: graph.url, tokenOf: graph.tokenOf });
    const fault = await createAskGroups(call)({ tenant, user: ada, groups: [staff] }).catch(
      (error: Error) => error,
    );
    expect(String(fault)).to.equal('DirectoryFault: the directory: no_permission');
  });
});
