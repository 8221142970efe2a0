import { expect } from 'chai';
import { typedAmount, typedPercent, typedWhole } from '../../src/offers/typedNumbers.js';

describe('a typed number', () => {
  const percents: [string | undefined, number | null | undefined][] = [
    [undefined, undefined],
    ['15', 15],
    ['7.5', 7.5],
    ['33.33', 33.33],
    ['0.01', 0.01],
    ['100', 100],
    ['100.00', 100],
    ['0', null],
    ['0.00', null],
    ['100.01', null],
    ['150', null],
    ['-5', null],
    ['33.333', null],
    ['1e1', null],
    ['15 %', null],
    ['١٥', null],
    ['', null],
  ];
  for (const [text, value] of percents)
    it(`as a percentage: ${text} is ${value}`, () => {
      expect(typedPercent(text)).to.equal(value);
    });

  const amounts: [string | undefined, string, number | null | undefined][] = [
    [undefined, 'usd', undefined],
    ['10', 'usd', 1000],
    ['10.5', 'usd', 1050],
    ['19.99', 'eur', 1999],
    ['500', 'jpy', 500],
    ['1.234', 'kwd', 1234],
    ['999999.99', 'usd', 99_999_999],
    ['1000000', 'usd', null],
    ['10.555', 'usd', null],
    ['10.5', 'jpy', null],
    ['1,000', 'usd', null],
    ['0', 'usd', null],
    ['-1', 'usd', null],
    ['ten', 'usd', null],
  ];
  for (const [text, currency, value] of amounts)
    it(`as an amount of ${currency}: ${text} is ${value}`, () => {
      expect(typedAmount(text, currency)).to.equal(value);
    });

  const wholes: [string | undefined, number | null | undefined][] = [
    [undefined, undefined],
    ['1', 1],
    ['36', 36],
    ['007', 7],
    ['37', null],
    ['0', null],
    ['1.5', null],
    ['-1', null],
    ['abc', null],
    ['99999999999', null],
  ];
  for (const [text, value] of wholes)
    it(`as a whole number up to 36: ${text} is ${value}`, () => {
      expect(typedWhole(text, 36)).to.equal(value);
    });
});
