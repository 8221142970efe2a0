import { expect } from 'chai';
import { StoreFault } from '../../src/errors.js';
import { refuseNul, rows } from '../../src/store/driver.js';

describe('what drivers are given and give', () => {
  it('is no text with a NUL in it', () => {
    expect(() => refuseNul(['a', 1, null, ''])).to.not.throw();
    for (const text of ['\0', 'a\0b', 'a\0']) expect(() => refuseNul(['a', text])).to.throw(StoreFault);
  });

  it('is rows, each an object', () => {
    expect(rows.parse([{ a: 1 }, {}])).to.deep.equal([{ a: 1 }, {}]);
    for (const given of [null, [1], {}]) expect(rows.safeParse(given).success).to.equal(false);
  });
});
