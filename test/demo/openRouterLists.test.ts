import { expect } from 'chai';
import { startOpenRouter } from '../../src/demo/openRouter.js';
import { readPlan } from '../../src/recognition/builtIn/recognise.js';

describe('the lists of the stand-in for OpenRouter', () => {
  const paths: readonly [string, number, RegExp][] = [
    ['/key', 200, /"limit_remaining":null/],
    ['/endpoints/zdr', 200, /"tag":"stand-in"/],
    ['/models/a/model/endpoints', 200, /"id":"a\/model".+"structured_outputs"/],
    ['/models/a/endpoints', 404, /Not Found/],
    ['/credits', 404, /Not Found/],
  ];
  it('are answered without being taken for a sentence', async () => {
    const standIn = await startOpenRouter((sentence) => readPlan(sentence).plan);
    for (const [path, status, body] of paths) {
      const answer = await fetch(`${standIn.url}${path}`);
      expect(answer.status).to.equal(status);
      expect(await answer.text()).to.match(body);
    }
    await standIn.close();
    expect(standIn.bodies).to.deep.equal([]);
  });
});
