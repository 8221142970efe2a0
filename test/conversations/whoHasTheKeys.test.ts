import { expect } from 'chai';
import { talkOverDirectLine } from './directLineTalk.js';
import { openHouse } from './house.js';
import { names } from './talk.js';

const atN8n = process.env.TEST_VIA === 'n8n';

describe('a house of these tests', () => {
  it(`has its keys ${atN8n ? 'at n8n' : 'itself'}, as TEST_VIA says`, async () => {
    const house = await openHouse();
    const talk = await talkOverDirectLine(house, 'analyst');
    expect(names(await talk.say('what is our balance?'))).to.deep.equal(['balance']);
    const asked = house.n8n?.requests.map(({ path }) => path);
    await house.close();
    expect(asked).to.deep.equal(atN8n ? ['tillkeeper-openrouter', 'tillkeeper-stripe-main'] : undefined);
    if (atN8n)
      expect(Object.keys(process.env).filter((name) => /STRIPE|OPENROUTER/.test(name))).to.deep.equal([]);
  });
});
