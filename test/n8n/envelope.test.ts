import { expect } from 'chai';
import fc from 'fast-check';
import { readEnvelope, troubleOf } from '../../src/n8n/envelope.js';

const envelope = (more: object) => ({ gateway: 'n8n', v: 1, ...more });
const answer = (more: object = {}) => envelope({ status: 200, headers: {}, body: { id: 'x' }, ...more });

describe('an envelope of n8n', () => {
  it('gives the other side’s answer', () => {
    expect(readEnvelope(answer({ status: 402 }))).to.deep.equal({
      kind: 'answer',
      status: 402,
      headers: {},
      body: { id: 'x' },
    });
  });

  it('gives headers by their small names, and none that was not there', () => {
    const headers = { 'Request-Id': 'req_1', 'Retry-After': 'undefined', 'Idempotent-Replayed': null, x: 1 };
    expect(readEnvelope(answer({ headers }))).to.have.deep.property('headers', { 'request-id': 'req_1' });
    expect(readEnvelope(envelope({ status: 200, body: {} }))).to.have.deep.property('headers', {});
  });

  it('gives the code of a refusal, and no other words of n8n', () => {
    expect(readEnvelope(envelope({ refused: 'role' }))).to.deep.equal({ kind: 'refused', why: 'role' });
    for (const words of ['No, Ann', 'x'.repeat(41), ''])
      expect(readEnvelope(envelope({ refused: words }))).to.deep.equal({ kind: 'refused', why: 'unknown' });
  });

  it('with both a refusal and an answer is a refusal', () => {
    expect(readEnvelope(answer({ refused: 'role' }))?.kind).to.equal('refused');
  });

  const others: [what: string, sent: unknown][] = [
    ['nothing', undefined],
    ['a text', 'ok'],
    ['a list', [answer()]],
    ['Stripe’s own answer', { object: 'list', data: [] }],
    ['n8n’s own error', { message: 'Error in workflow' }],
    ['another gateway’s', { ...answer(), gateway: 'zapier' }],
    ['another version', { ...answer(), v: 2 }],
    ['no status', envelope({ body: {} })],
    ['a status that is none', answer({ status: 42 })],
    ['a status in words', answer({ status: '200' })],
    ['a refusal that is no text', envelope({ refused: { code: 'role' } })],
  ];
  for (const [what, sent] of others)
    it(`is not ${what}`, () => {
      expect(readEnvelope(sent)).to.equal(null);
    });

  it('is never made of anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        expect(readEnvelope(sent)).to.equal(null);
      }),
    );
  });
});

describe('a status of n8n’s own', () => {
  const statuses: [status: number, trouble: 'setup' | 'down'][] = [
    [302, 'setup'],
    [400, 'setup'],
    [401, 'setup'],
    [403, 'setup'],
    [404, 'setup'],
    [408, 'down'],
    [413, 'setup'],
    [429, 'down'],
    [500, 'down'],
    [502, 'down'],
    [524, 'down'],
  ];
  for (const [status, trouble] of statuses)
    it(`of ${status} means ${trouble}`, () => {
      expect(troubleOf(status)).to.equal(trouble);
    });
});
