import { expect } from 'chai';
import { fieldList, type Kept } from '../../../src/stripe/leaves/fieldList.js';
import { leaves } from '../../conversations/markedStripe.js';

function pathsOf(kept: Kept, at: string): { path: string; how: string }[] {
  if (typeof kept === 'string') return [{ path: at, how: kept }];
  if (Array.isArray(kept)) return pathsOf(kept[0], `${at}[]`);
  return Object.entries(kept).flatMap(([name, inner]) => pathsOf(inner, `${at}.${name}`));
}

const all = Object.entries(fieldList()).flatMap(([kind, kept]) => pathsOf(kept, kind));

describe('the list of fields that the bot takes', () => {
  const table = new Map(leaves().map((leaf) => [`${leaf.resource}.${leaf.path}`, leaf]));

  it('holds no field that the table of Stripe’s fields keeps back', () => {
    expect(all).to.have.length.above(60);
    const kept = all.filter(({ path }) => table.get(path)?.treatment === 'drop');
    expect(kept.map(({ path }) => path)).to.deep.equal([]);
  });

  it('holds no field that the table does not know', () => {
    const unknown = all.filter(({ path }) => !table.has(path) && !/\.deleted$/.test(path));
    expect(unknown.map(({ path }) => path)).to.deep.equal([]);
  });

  it('masks what the table masks, but for the last four digits, which are all that is taken of a number', () => {
    const whole = all.filter(({ path, how }) => table.get(path)?.treatment === 'mask' && how === 'value');
    expect(whole.map(({ path }) => path).filter((path) => !/last4$/.test(path))).to.deep.equal([]);
  });

  it('takes of what Stripe may expand the id alone', () => {
    expect(all.filter(({ how }) => how === 'id').map(({ path }) => path)).to.deep.equal([
      'charge.customer',
      'promotion_code.promotion.coupon',
      'promotion_code.customer',
    ]);
  });
});
