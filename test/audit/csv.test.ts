import { expect } from 'chai';
import fc from 'fast-check';
import { csvLine } from '../../src/audit/csv.js';

describe('a line of CSV', () => {
  const cases: [cells: unknown[], line: string][] = [
    [['a', 1, null, undefined], 'a,1,,'],
    [['a,b', 'say "so"', 'two\nlines'], '"a,b","say ""so""","two\nlines"'],
    [['=1+1', '+1', '-1', '@sum'], "'=1+1,'+1,'-1,'@sum"],
    [['=HYPERLINK("x")'], '"\'=HYPERLINK(""x"")"'],
    [['\t=1', ' =1'], "'\t=1,' =1"],
    [['2026-03-10', 'p-0a1b', 'a=b'], '2026-03-10,p-0a1b,a=b'],
  ];
  for (const [cells, line] of cases)
    it(`of ${JSON.stringify(cells)}`, () => {
      expect(csvLine(cells)).to.equal(line);
    });

  it('never begins a cell with what a spreadsheet runs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', ' ', '\t', '\r', '\n', '\u0000'),
        fc.constantFrom(...'=+-@＝＋－＠|%'),
        fc.string(),
        (before, sign, rest) => {
          expect(csvLine([before + sign + rest])).to.match(/^"?'/);
        },
      ),
    );
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (cells) => {
        const read = [...`,${csvLine(cells)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
          ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
        );
        expect(read.map((cell) => cell.replace(/^'/, ''))).to.deep.equal(
          cells.map((cell) => cell.replace(/^'/, '')),
        );
      }),
    );
  });
});
