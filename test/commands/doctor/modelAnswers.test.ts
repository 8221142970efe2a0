import { createServer } from 'node:http';
import { expect } from 'chai';
import { askOpenRouter, keyAnswer } from '../../../src/commands/doctor/modelAnswers.js';
import { openWire, type Said, said } from '../../stripe/wire.js';

const ask = async (baseUrl: string, within = 2000, now = Date.now) =>
  await askOpenRouter({ key: 'canary-key', baseUrl, models: [] }, '/key', { form: keyAnswer, within, now });

describe('an answer of OpenRouter', () => {
  const cases: readonly [string, Said, object][] = [
    ['is taken', said({ data: {} }), { kind: 'answer', data: { data: {} } }],
    ['is a refusal', said({ error: {} }, 401), { kind: 'status', status: 401 }],
    ['is of another form', said([]), { kind: 'none', why: 'unreadable' }],
    ['is no JSON', { status: 200, body: '<html>' }, { kind: 'none', why: 'unreadable' }],
    ['does not come', 'hang', { kind: 'none', why: 'slow' }],
  ];
  for (const [what, answer, expected] of cases)
    it(what, async () => {
      const wire = await openWire(() => answer);
      expect(await ask(`${wire.url.origin}/api/v1/`, 300)).to.deep.include(expected);
      await wire.close();
      const [{ path = '', headers = {} } = {}] = wire.heard;
      expect([path, headers.authorization]).to.deep.equal(['/api/v1/key', 'Bearer canary-key']);
    });

  it('is not fetched from another place, where the key would go along', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(302, { location: '/elsewhere' });
      response.end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const place = server.address();
    const port = typeof place === 'object' && place !== null ? place.port : 0;
    expect(await ask(`http://127.0.0.1:${port}`)).to.deep.equal({ kind: 'none', why: 'unreached' });
    server.closeAllConnections();
    server.close();
    expect(asked).to.deep.equal(['/key']);
  });

  it('tells how far our clock is off', async () => {
    const wire = await openWire(() => said({ data: {} }));
    const told = await ask(wire.url.origin, 2000, () => Date.now() - 600_000);
    await wire.close();
    expect(told.kind === 'answer' ? told.ahead : 0).to.be.within(-605_000, -595_000);
  });
});
