import { GraphClientError, GraphError } from '@microsoft/microsoft-graph-client';
import { expect } from 'chai';
import { DirectoryFault } from '../../src/errors.js';
import { graphFault } from '../../src/graph/graphFault.js';

const canary = 'words of Graph that name somebody';
const said = (status: number, code = 'Whatever') => Object.assign(new GraphError(status, canary), { code });
const { signal } = new AbortController();

describe('what Graph’s no means', () => {
  const cases: [what: string, error: unknown, code: string][] = [
    ['a request it does not take', said(400), 'not_accepted'],
    ['a token it does not take', said(401), 'no_permission'],
    ['a permission that is missing', said(403, 'Authorization_RequestDenied'), 'no_permission'],
    ['somebody who is not there', said(404, 'Request_ResourceNotFound'), 'not_found'],
    ['an address that is not there', said(404, 'UnknownError'), 'not_accepted'],
    ['too much', said(429), 'rate_limited'],
    ['a failure', said(500), 'unavailable'],
    ['a failure of something before it', said(504), 'unavailable'],
    ['another status', said(418), 'not_accepted'],
    ['an answer that is no JSON', said(200), 'unreadable'],
    ['no answer', said(-1), 'unreachable'],
    ['the SDK’s own no', new GraphClientError(canary), 'unreachable'],
    ['something that is no error', canary, 'unreachable'],
    ['what is ours already', new DirectoryFault('app_refused'), 'app_refused'],
  ];
  for (const [what, error, code] of cases)
    it(`${what}: ${code}`, () => {
      const fault = graphFault(error, signal);
      expect(fault.code).to.equal(code);
      expect(String(fault)).to.not.contain(canary);
    });

  it('is that time was up, when it was', () => {
    expect(graphFault(said(-1), AbortSignal.abort()).code).to.equal('timeout');
  });
});
