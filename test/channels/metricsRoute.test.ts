import { expect } from 'chai';
import { talkOverDirectLine } from '../conversations/directLineTalk.js';
import { type House, openHouse } from '../conversations/house.js';

describe('GET /metrics', () => {
  let open: House;
  let guarded: House;

  before(async () => {
    open = await openHouse();
    guarded = await openHouse({ variables: { METRICS_TOKEN: 'a token for the numbers' } });
  });

  after(async () => {
    await Promise.all([open.close(), guarded.close()]);
  });

  const get = async (house: House, headers: Record<string, string> = {}) =>
    await fetch(`${house.url}/metrics`, { headers });

  it('counts turns and readings, and names nobody', async () => {
    const talk = await talkOverDirectLine(open, 'analyst');
    await talk.say('charges of jane@example.com');
    const response = await get(open);
    const text = await response.text();
    expect(response.headers.get('content-type')).to.contain('text/plain; version=0.0.4');
    expect(text).to.match(/tillkeeper_turn_seconds_count\{channel="directline",outcome="answered"\} [1-9]/);
    expect(text).to.match(/tillkeeper_recognitions_total\{by="(?:openrouter|built-in)"\} 1/);
    expect(text).to.not.match(/analyst|jane/);
  });

  it('answers callers on this machine only, without a token', async () => {
    expect((await get(open, { 'x-forwarded-for': '203.0.113.9' })).status).to.equal(403);
  });

  const tokens: [what: string, headers: Record<string, string>, status: number][] = [
    ['no token', {}, 401],
    ['another token', { authorization: 'Bearer another' }, 401],
    ['the token as a password', { authorization: 'Basic a token for the numbers' }, 401],
    ['the token', { authorization: 'Bearer a token for the numbers' }, 200],
  ];
  for (const [what, headers, status] of tokens) {
    it(`answers ${what} with ${status}`, async () => {
      expect((await get(guarded, headers)).status).to.equal(status);
    });
  }
});
