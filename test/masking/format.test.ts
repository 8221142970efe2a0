import { expect } from 'chai';
import fc from 'fast-check';
import {
  formatAmount,
  formatDate,
  formatDay,
  formatEnd,
  formatMoment,
  formatNumber,
  formatSpan,
  formatTime,
  majorOf,
  minorOf,
  zoneName,
} from '../../src/masking/format.js';
import { reading } from './facts.js';

const american = { ...reading, locale: 'en-US' };

describe('amounts', () => {
  const amounts = [
    [124_050, 'usd', 'en-US', '$1,240.50'],
    [-4000, 'usd', 'en-US', '−$40.00'],
    [8900, 'eur', 'de-DE', '89,00 €'],
    [500, 'jpy', 'en-US', '¥500'],
    [1234, 'ugx', 'en-US', 'UGX 1,234'],
    [1234, 'kwd', 'en-US', 'KWD 1.234'],
    [50_000, 'isk', 'en-US', 'ISK 500.00'],
    [100, 'USD', 'not a locale', '$1.00'],
    [100, 'dollars', 'en-US', '¤1.00'],
    [Number.NaN, 'usd', 'en-US', '–'],
  ] as const;
  for (const [minor, currency, locale, written] of amounts) {
    it(`writes ${minor} ${currency} as ${written}`, () => {
      expect(formatAmount(minor, currency, locale).replaceAll(/\s/g, ' ')).to.equal(written);
    });
  }

  const typed = [
    ['19.99', 'usd', 1999],
    [0.07, 'usd', 7],
    [1.1, 'kwd', 1100],
    ['10.00', 'jpy', 10],
    ['10.5', 'jpy', null],
    ['10.005', 'usd', null],
    ['-5', 'usd', null],
    ['1,5', 'usd', null],
    ['', 'usd', null],
    [1e21, 'usd', null],
    ['99999999999999999', 'usd', null],
  ] as const;
  for (const [major, currency, minor] of typed) {
    it(`reads "${major}" ${currency} as ${minor}`, () => {
      expect(minorOf(major, currency)).to.equal(minor);
    });
  }

  it('come back from the input they were written into', () => {
    const minors = fc.integer({ min: 0, max: 2 ** 50 });
    fc.assert(
      fc.property(minors, fc.constantFrom('usd', 'jpy', 'kwd'), (minor, currency) => {
        expect(minorOf(majorOf(minor, currency), currency)).to.equal(minor);
      }),
    );
  });

  it('leave a percentage its decimals', () => {
    expect(formatNumber(12.5, 'de-DE')).to.equal('12,5');
  });
});

describe('dates', () => {
  const { now } = reading;

  it('stand in the zone of the reader, day first', () => {
    expect(formatTime(now, reading)).to.equal('14:05');
    expect(formatDay(now, reading)).to.equal('22 Nov');
    expect(formatDate(now, reading)).to.equal('22 Nov 2026');
    expect(formatMoment(now, reading)).to.equal('22 Nov, 14:05');
  });

  it('stand month first and with AM and PM in the US', () => {
    expect(formatMoment(now, american)).to.equal('Nov 22, 2:05 PM');
  });

  it('carry the year when it is another one', () => {
    expect(formatDay(1_700_000_000, reading)).to.equal('14 Nov 2023');
    expect(formatMoment(1_700_000_000, reading)).to.equal('14 Nov 2023, 23:13');
  });

  it('name the zone where they decide something', () => {
    expect(formatEnd(Date.parse('2026-12-22T22:59:59Z') / 1000, reading)).to.equal(
      '22 Dec 2026, 23:59 (Berlin)',
    );
  });

  it('are a dash when they are none, and UTC in a zone that is none', () => {
    expect(formatTime(Number.NaN, reading)).to.equal('–');
    expect(formatTime(now, { ...reading, zone: 'Mars/Olympus' })).to.equal('13:05');
  });

  const spans = [
    ['2026-03-02', '2026-03-08', '2–8 March'],
    ['2026-02-28', '2026-03-03', '28 February – 3 March'],
    ['2025-12-28', '2026-01-03', '28 December 2025 – 3 January 2026'],
  ] as const;
  for (const [from, to, written] of spans) {
    it(`span ${written}`, () => {
      expect(formatSpan(from, to, reading)).to.equal(written);
    });
  }

  const zones = [
    ['Europe/Berlin', 'Berlin'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
    ['UTC', 'UTC'],
    ['Etc/GMT+5', 'UTC−5'],
    ['nowhere', 'UTC'],
  ] as const;
  for (const [zone, name] of zones) {
    it(`call ${zone} ${name}`, () => {
      expect(zoneName(zone)).to.equal(name);
    });
  }
});
