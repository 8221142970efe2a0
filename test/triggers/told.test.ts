import { expect } from 'chai';
import { maskBalance, maskCharges, maskForMany, maskNotice } from '../../src/masking/mask.js';
import { toldOf } from '../../src/triggers/told.js';
import { charge, reading } from '../masking/facts.js';

const balance = {
  available: [{ amount: 412_050, currency: 'eur' }],
  pending: [{ amount: -8_900, currency: 'eur' }],
};
const charges = Array.from({ length: 12 }, (_, at) => charge({ id: `ch_canary${at}`, amount: 1000 + at }));
const page = { rows: charges.slice(0, 10), counted: charges, shownBefore: 0, more: 'yes' as const };
const minimal = { ...reading, detail: 'minimal' as const };

describe('what a masked card tells a program', () => {
  it('is the balance, a line for each currency', () => {
    expect(toldOf(maskBalance({ balance }, minimal))).to.deep.equal({
      summary: 'Balance: €4,120.50 available and −€89.00 pending (below zero).',
      lines: ['€4,120.50 EUR available · −€89.00 EUR pending, below zero'],
    });
  });

  it('is charges, with their sums first and how many there are at last', () => {
    const { summary, lines } = toldOf(maskCharges({ question: { limit: 12 }, ...page }, minimal));
    expect(summary).to.equal('Last 12 charges: 12 succeeded.');
    expect([lines[0], lines.at(-1), lines.length]).to.deep.equal(['Net €120.66', '10 of more than 12', 12]);
    expect(lines[1]).to.equal('21 Nov, 14:05: €10.00, Succeeded');
  });

  it('is what it was before everybody could read it, and nothing but words', () => {
    const view = maskCharges({ question: {}, ...page, next: 'cursor-canary' }, minimal);
    expect(JSON.stringify(view)).to.contain('cursor-canary');
    expect(JSON.stringify(toldOf(view))).to.not.contain('canary');
  });

  it('is the sentence of a notice', () => {
    expect(toldOf(maskNotice({ text: 'Nothing was changed.' }))).to.deep.equal({
      summary: 'Nothing was changed.',
      lines: [],
    });
  });
});

describe('a card that everybody in a conversation reads', () => {
  it('has nothing to press and says who sent it', () => {
    const others = [{ id: 'eu', label: 'EU store', mode: 'test' as const }];
    const view = maskCharges({ question: {}, ...page, next: 'cursor' }, { ...minimal, others });
    expect(view.buttons).to.have.length(2);
    const shown = maskForMany(view, 'daily {{DATE(x)}}');
    expect(shown.buttons).to.deep.equal([]);
    expect(shown.footer.at(-1)).to.match(/^Sent by daily .+\. Everyone in this conversation can read it\.$/);
    expect(shown.footer.at(-1)).to.not.contain('{{');
  });
});
