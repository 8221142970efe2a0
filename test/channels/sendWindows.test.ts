import { expect } from 'chai';
import fc from 'fast-check';
import { createSendWindows, teamsWindows } from '../../src/channels/sendWindows.js';

describe('the windows of a conversation', () => {
  it('ask for no wait before the channel said “too many”', () => {
    const windows = createSendWindows(() => 0);
    for (let at = 0; at < 100; at += 1) windows.sent('c');
    expect(windows.wait('c')).to.equal(0);
  });

  it('are those of one conversation, not of another', () => {
    const windows = createSendWindows(() => 0);
    for (let at = 0; at < 7; at += 1) windows.sent('c');
    windows.limited('c');
    expect(windows.wait('c')).to.equal(1000);
    expect(windows.wait('d')).to.equal(0);
  });

  it('are never passed once they hold, whenever the messages come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 80, maxLength: 120 }), (gaps) => {
        let now = 0;
        const windows = createSendWindows(() => now);
        windows.limited('c');
        const sent: number[] = [];
        for (const gap of gaps) {
          now += gap;
          now += windows.wait('c');
          windows.sent('c');
          sent.push(now);
        }
        for (const [most, within] of teamsWindows)
          for (const [at, time] of sent.entries()) {
            const earlier = sent[at - most];
            if (earlier !== undefined) expect(time - earlier).to.be.at.least(within);
          }
      }),
    );
  });

  it('are remembered of the 10,000 conversations that spoke last', () => {
    const windows = createSendWindows(() => 0);
    windows.limited('first');
    for (let at = 0; at < 7; at += 1) windows.sent('first');
    for (let at = 0; at < 10_000; at += 1) windows.sent(`c-${at}`);
    expect(windows.wait('first')).to.equal(0);
  });
});
