import { expect } from 'chai';
import { talkOverDirectLine } from './directLineTalk.js';
import type { House } from './house.js';
import { names } from './talk.js';

/** The longest that a turn may take, in ms. */
const turn = 14_000;

/** Talks before, while and after the database takes no writes, and expects a sentence meanwhile. */
export async function talkThrough(
  house: House,
  fault: { begin: () => Promise<void>; end: () => Promise<void> },
) {
  const readiness = async () => (await fetch(`${house.url}/readyz`)).status;
  const talk = await talkOverDirectLine(house, 'admin');
  expect(names(await talk.say('list coupons'))).to.deep.equal(['coupons']);
  expect(await readiness()).to.equal(200);
  await fault.begin();
  const began = performance.now();
  const shown = await talk.say('list coupons');
  expect(performance.now() - began).to.be.below(turn);
  expect(names(shown)).to.deep.equal(['notice']);
  expect(shown[0]?.text).to.match(/Try again in a minute\. \(reference \w+\)$/);
  expect(await readiness()).to.equal(503);
  expect((await fetch(`${house.url}/healthz`)).status).to.equal(200);
  await fault.end();
  expect(await readiness()).to.equal(200);
  expect(names(await talk.say('what is our balance?')).at(-1)).to.equal('balance');
}
