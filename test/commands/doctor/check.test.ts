import { expect } from 'chai';
import { examined, failOf, ok } from '../../../src/commands/doctor/check.js';

describe('one examination', () => {
  it('gives its lines', async () => {
    const lines = [ok('one', 'Fine.'), ok('two', 'Fine.')];
    expect(await examined({ check: 'one', examine: async () => lines }, 1000)).to.deep.equal(lines);
  });

  it('fails when it takes longer than it may', async () => {
    const examine = () => new Promise<never>(() => {});
    expect(await examined({ check: 'slow', examine }, 20)).to.deep.equal([
      {
        check: 'slow',
        status: 'fail',
        what: 'There was no answer within 0.02 s.',
        todo: 'Check the network and the address, then try again.',
      },
    ]);
  });

  it('fails when it throws, by the name of what was thrown and without its words', async () => {
    const examine = () => Promise.reject(Object.assign(new Error('canary'), { code: 'EIO' }));
    const [line] = await examined({ check: 'broken', examine }, 1000);
    expect(line?.status).to.equal('fail');
    expect(line?.what).to.equal('It could not be checked: EIO.');
    expect(JSON.stringify(line)).to.not.include('canary');
  });
});

describe('a failure out of a sentence of the settings', () => {
  const sentences: readonly [string, string, string][] = [
    ['PORT is wrong. Put another. See there.', 'PORT is wrong.', 'Put another. See there.'],
    ['.env cannot be read. Check .env.', '.env cannot be read.', 'Check .env.'],
    ['Nothing more', 'Nothing more', ''],
  ];
  for (const [sentence, what, todo] of sentences)
    it(`is in two parts: ${sentence}`, () => {
      expect(failOf('settings', sentence)).to.deep.equal({ check: 'settings', status: 'fail', what, todo });
    });
});
