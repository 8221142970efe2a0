import { expect } from 'chai';
import fc from 'fast-check';
import { addDays, dayIn, endOfDay, isZone, startOfDay } from '../src/calendar.js';

const at = (seconds: number) => new Date(seconds * 1000).toISOString();

describe('the day it is', () => {
  const cases: [now: string, zone: string, day: string][] = [
    ['2026-12-31T23:59:59.999Z', 'UTC', '2026-12-31'],
    ['2027-01-01T00:00:00.000Z', 'UTC', '2027-01-01'],
    ['2026-12-31T22:59:59.999Z', 'Europe/Berlin', '2026-12-31'],
    ['2026-12-31T23:00:00.000Z', 'Europe/Berlin', '2027-01-01'],
    ['2026-06-30T22:00:00.000Z', 'Europe/Berlin', '2026-07-01'],
    ['2026-01-01T04:59:59.000Z', 'America/New_York', '2025-12-31'],
    ['2026-03-08T09:59:59.000Z', 'Pacific/Kiritimati', '2026-03-08'],
    ['2026-03-08T10:00:00.000Z', 'Pacific/Kiritimati', '2026-03-09'],
    ['2026-03-08T10:59:59.000Z', 'Pacific/Pago_Pago', '2026-03-07'],
    ['2026-03-08T18:14:59.000Z', 'Asia/Kathmandu', '2026-03-08'],
    ['2026-03-08T18:15:00.000Z', 'Asia/Kathmandu', '2026-03-09'],
    ['1969-12-31T23:59:59.500Z', 'UTC', '1969-12-31'],
  ];
  for (const [now, zone, day] of cases)
    it(`is ${day} at ${now} in ${zone}`, () => {
      expect(dayIn(zone, new Date(now))).to.equal(day);
    });
});

describe('a day', () => {
  const cases: [day: string, zone: string, start: string, end: string, hours: number][] = [
    ['2026-12-22', 'Europe/Berlin', '2026-12-21T23:00:00.000Z', '2026-12-22T22:59:59.000Z', 24],
    ['2026-07-22', 'Europe/Berlin', '2026-07-21T22:00:00.000Z', '2026-07-22T21:59:59.000Z', 24],
    // Clocks go forward and back in the night.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.000Z', 23],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.000Z', 25],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.000Z', 23],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.000Z', 25],
    // By half an hour.
    ['2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00:00.000Z', '2026-04-05T13:29:59.000Z', 24.5],
    // Midnight itself is skipped: the day begins at one.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T01:59:59.000Z', 23],
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z', '2026-04-24T20:59:59.000Z', 23],
    // Midnight is there twice: the day begins with the first.
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.000Z', 25],
    // The clocks change just before midnight, of the day before.
    ['2026-03-28', 'America/Nuuk', '2026-03-28T02:00:00.000Z', '2026-03-29T00:59:59.000Z', 23],
    ['2026-03-29', 'America/Nuuk', '2026-03-29T01:00:00.000Z', '2026-03-30T00:59:59.000Z', 24],
    // The gap lies around midnight, from half past eleven to half past twelve.
    ['1919-03-30', 'America/Toronto', '1919-03-30T05:00:00.000Z', '1919-03-31T04:29:59.000Z', 23.5],
    ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00.000Z', '1919-04-01T03:59:59.000Z', 23.5],
    // Samoa left out a whole day.
    ['2011-12-29', 'Pacific/Apia', '2011-12-29T10:00:00.000Z', '2011-12-30T09:59:59.000Z', 24],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', '2011-12-31T09:59:59.000Z', 24],
    ['2028-02-29', 'UTC', '2028-02-29T00:00:00.000Z', '2028-02-29T23:59:59.000Z', 24],
    ['2026-12-31', 'Pacific/Kiritimati', '2026-12-30T10:00:00.000Z', '2026-12-31T09:59:59.000Z', 24],
  ];
  for (const [day, zone, start, end, hours] of cases)
    it(`${day} in ${zone} has ${hours} hours, from ${start} to ${end}`, () => {
      expect([at(startOfDay(day, zone)), at(endOfDay(day, zone))]).to.deep.equal([start, end]);
      expect((endOfDay(day, zone) + 1 - startOfDay(day, zone)) / 3600).to.equal(hours);
    });

  it('always begins with its first second and ends with its last, wherever clocks are changed', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Pacific/Apia');
    const from = Date.parse('2020-01-01') / 86_400_000;
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 4000 }), (zone, count) => {
        const day = new Date((from + count) * 86_400_000).toISOString().slice(0, 10);
        const [start, end] = [startOfDay(day, zone), endOfDay(day, zone)];
        const seen = [start - 1, start, end, end + 1].map((second) => dayIn(zone, new Date(second * 1000)));
        expect(seen).to.deep.equal([addDays(day, -1), day, day, addDays(day, 1)]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('days are counted', () => {
  const cases: [day: string, count: number, then: string][] = [
    ['2026-01-31', 0, '2026-01-31'],
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2028-02-29', 366, '2029-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2100-02-28', 1, '2100-03-01'],
  ];
  for (const [day, count, then] of cases)
    it(`${count} from ${day}: ${then}`, () => {
      expect(addDays(day, count)).to.equal(then);
    });
});

describe('a time zone', () => {
  const cases: Record<string, boolean> = {
    'Europe/Berlin': true,
    'europe/berlin': true,
    UTC: true,
    'Etc/GMT+5': true,
    'America/Argentina/Buenos_Aires': true,
    'Mars/Base': false,
    Berlin: false,
    '': false,
    ' ': false,
    'Europe/Berlin ': false,
    '../etc/passwd': false,
    __proto__: false,
  };
  for (const [name, known] of Object.entries(cases))
    it(`${JSON.stringify(name)} is ${known ? 'one' : 'none'}`, () => {
      expect(isZone(name)).to.equal(known);
    });

  it('that is none cannot be asked for a day', () => {
    expect(() => dayIn('Mars/Base', new Date(0))).to.throw(RangeError);
  });
});
