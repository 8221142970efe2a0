import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { lapseTable } from '../../scripts/privacy/lapses.js';
import { type Kind, type TakenLeaf, takenLeaves } from '../../scripts/privacy/leaves.js';
import { handlings } from '../../scripts/privacy/objects.js';
import { isTaken, kinds, leavesTaken, privacyTable } from '../../scripts/privacy/table.js';
import { mainStore } from '../../src/demo/stripe/data/mainStore.js';

const page = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');
const leavesOf = (kind: Kind): readonly TakenLeaf[] => takenLeaves[kind];

/** On the page `card` stands for whatever the method is. */
const asOnPage = (path: string): string =>
  path.replace(/^(payment_method_details)\.\w+\.(?!iban_last4)/, '$1.card.');

describe('the privacy page', () => {
  it('has the tables as the code makes them', () => {
    expect(privacyTable()).to.match(
      /\| `billing_details\.email` \| – \| j•••@e•••\.com \| j•••@e•••\.com \|/,
    );
    expect(page.endsWith(`\n\n${privacyTable()}\n`), 'paste what scripts/privacyTable.ts prints').to.equal(
      true,
    );
  });

  it('tells when every table of the database goes, as the code has it', () => {
    expect(lapseTable()).to.match(/\| `question` \| .+ \| sealed \| a day after the card \|/);
    expect(page, 'paste what scripts/privacyTable.ts prints').to.contain(`\n\n${lapseTable()}\n\n`);
  });

  for (const kind of kinds) {
    it(`names every leaf that is taken of a ${kind}, and says why`, () => {
      const named = leavesOf(kind).map(({ path }) => path);
      const { taken, shown, raw } = handlings[kind];
      const seen = kind === 'charge' ? [raw, ...mainStore(0).charges.slice(-40)] : [raw];
      const paths = seen.flatMap((one) => leavesTaken({ raw: one, taken, shown })).map(asOnPage);
      expect([...new Set(paths)].filter((path) => !named.includes(path))).to.deep.equal([]);
      expect(paths.length).to.be.above(3);
    });

    it(`names no leaf that is not taken of a ${kind}`, () => {
      const untaken = leavesOf(kind).filter((leaf) => !isTaken(handlings[kind], leaf));
      expect(untaken).to.deep.equal([]);
    });
  }
});
