import { expect } from 'chai';
import type { FoundCharges } from '../../src/masking/chargeQuestion.js';
import { maskCharges } from '../../src/masking/mask.js';
import { charge, eu, main, reading } from './facts.js';

function found(own: Partial<FoundCharges> = {}): FoundCharges {
  const rows = own.rows ?? [charge()];
  return { question: {}, rows, counted: rows, shownBefore: 0, more: 'no', ...own };
}

const eightOneOne = [
  ...Array.from({ length: 8 }, () => charge()),
  charge({ amount: 8000, amountRefunded: 4000, currency: 'usd' }),
  charge({ status: 'failed', failureCode: 'card_declined', captured: false }),
];

describe('the charges card', () => {
  it('counts per status and sums per currency, net of refunds and of what was not paid', () => {
    const view = maskCharges(
      found({ question: { limit: 10 }, rows: eightOneOne, more: 'yes', next: 'c' }),
      reading,
    );
    expect(view.headline).to.equal('Last 10 charges');
    expect(view.answer).to.equal('8 succeeded · 1 refunded · 1 failed');
    expect(view.totals).to.deep.equal(['Net €960.00 · US$40.00']);
    expect(view.notes).to.deep.equal(['Refunded US$40.00']);
    expect(view.summary).to.equal('Last 10 charges: 8 succeeded, 1 refunded, 1 failed.');
    expect(view.footer).to.deep.equal(['10 of more than 10', 'Main store · Test · as of 14:05']);
    expect(view.buttons).to.deep.equal([
      { title: 'Next 10', data: { tillkeeper: { act: 'list.next', cursor: 'c' } } },
    ]);
  });

  const rows = [
    ['paid', {}, '€120.00', 'Succeeded', 'good'],
    ['partly refunded', { amountRefunded: 4000 }, '−€40.00 of €120.00', 'Partly refunded', 'warning'],
    ['refunded', { amountRefunded: 12_000, refunded: true }, '−€120.00', 'Refunded', 'default'],
    ['disputed', { disputed: true }, '€120.00', 'Disputed', 'attention'],
    ['failed', { status: 'failed', captured: false }, '€120.00', 'Failed', 'attention'],
    ['pending', { status: 'pending' }, '€120.00', 'Pending', 'warning'],
    ['not captured', { captured: false }, '€120.00', 'Not captured', 'warning'],
    [
      'released',
      { captured: false, refunded: true, amountRefunded: 12_000 },
      '€120.00',
      'Released',
      'default',
    ],
    ['of nothing', { amount: 0 }, '€0.00', 'Succeeded', 'good'],
    ['of an unknown status', { status: 'constructor' }, '€120.00', 'Other status', 'default'],
  ] as const;
  for (const [name, own, amount, word, color] of rows) {
    it(`shows a charge that is ${name}`, () => {
      const [row] = maskCharges(found({ rows: [charge(own)] }), reading).rows;
      expect([row?.amount, row?.status]).to.deep.equal([amount, { word, color }]);
    });
  }

  const details = [
    ['minimal', '21 Nov, 14:05', ''],
    ['standard', 'Visa •••• 4242', ' · 21 Nov, 14:05 · j•••@e•••.com · ch_…aB3x'],
    [
      'detailed',
      'Visa •••• 4242',
      ' · 21 Nov, 14:05 · j•••@e•••.com · J. R. · Germany · ch_3PqKd2LkdIwHu7ix0aB3x',
    ],
  ] as const;
  for (const [detail, title, line] of details) {
    it(`shows what ${detail} detail allows`, () => {
      const [row] = maskCharges(found(), { ...reading, detail }).rows;
      expect([row?.title, row?.detail]).to.deep.equal([title, line]);
    });
  }

  const headlines = [
    [{ question: { status: 'failed', from: '2026-03-02', to: '2026-03-08' } }, 'Failed charges, 2–8 March'],
    [{ question: { limit: 1 } }, 'Last charge'],
    [{ question: { limit: 5, status: 'disputed', from: '2026-11-22' } }, 'Last disputed charge today'],
    [{ question: {}, customerAsked: 'Jane Roe' }, 'Charges of J. R.'],
    [{ question: { card_last4: '4242' } }, 'Charges with card •••• 4242'],
    [{ question: { currency: 'jpy' } }, 'Charges in JPY'],
    [{ question: { currency: 'eur', min_amount: 80 } }, 'Charges from €80.00 up'],
    [{ question: { min_amount: 80.5, max_amount: 90 } }, 'Charges from 80.5 to 90'],
    [{ question: { currency: 'eur', min_amount: 9, max_amount: 9 } }, 'Charges of €9.00'],
    [{ question: { max_amount: 90, currency: 'eur' } }, 'Charges up to €90.00'],
    [{ question: { charge: 'ch_3PqKd2LkdIwHu7ix0aB3x' } }, 'Charge ch_…aB3x'],
  ] as const;
  for (const [own, headline] of headlines) {
    it(`is headed "${headline}"`, () => {
      expect(maskCharges(found(own), reading).headline.replaceAll('\\', '')).to.equal(headline);
    });
  }

  it('says what was searched when nothing was found', () => {
    const question = { status: 'failed', from: '2026-03-02', to: '2026-03-08' } as const;
    const view = maskCharges(found({ question, customerAsked: 'jane@example.com', rows: [] }), reading);
    expect(view.answer).to.equal('No failed charges of j•••@e•••.com, 2–8 March, in Main store.');
    expect([view.summary, view.totals, view.buttons]).to.deep.equal([view.answer, [], []]);
  });

  const ids = [
    ['ch_3PqKd2LkdIwHu7ix0aB3x', 'Charge ch_…aB3x', 'has the id ch_…aB3x'],
    ['pi_3PqKd2LkdIwHu7ix0aB3x', 'Payment pi_…aB3x', 'belongs to the payment pi_…aB3x'],
  ] as const;
  for (const [id, headline, none] of ids)
    it(`says that no charge ${none}`, () => {
      const view = maskCharges(found({ question: { charge: id }, rows: [] }), reading);
      expect(view.headline.replaceAll('\\', '')).to.equal(headline);
      expect(view.answer).to.equal(`No charge in Main store ${none}. Check the id, or the account.`);
    });

  it('says of one charge how it stands', () => {
    const question = { charge: 'ch_3PqKd2LkdIwHu7ix0aB3x' };
    const view = maskCharges(found({ question, rows: [charge({ amountRefunded: 4000 })] }), reading);
    expect([view.answer, view.totals, view.notes]).to.deep.equal([
      'Partly refunded',
      ['Net €80.00'],
      ['Refunded €40.00'],
    ]);
    expect(view.summary).to.equal('Charge ch_…aB3x: Partly refunded.');
  });

  it('sums what failed when nothing was paid', () => {
    const failed = charge({ status: 'failed', captured: false });
    expect(maskCharges(found({ rows: [failed, failed] }), reading).totals).to.deep.equal(['Failed €240.00']);
  });

  const counted = Array.from({ length: 37 }, () => charge());
  const pages = [
    [{ counted, rows: counted.slice(0, 10), next: 'c' }, '10 of 37', 'Next 10'],
    [{ counted, rows: counted.slice(20, 30), shownBefore: 20, next: 'c' }, '21–30 of 37', 'Next 7'],
    [{ counted, rows: counted.slice(30), shownBefore: 30 }, '31–37 of 37', undefined],
    [{ counted, rows: counted.slice(36), shownBefore: 36 }, '37 of 37', undefined],
    [{ counted, rows: [], shownBefore: 37 }, 'That was all of them', undefined],
    [{ counted, rows: counted.slice(0, 10), more: 'cut', next: 'c' }, '10 of at least 37', 'Next 10'],
    [
      { counted, rows: counted.slice(20, 30), shownBefore: 20, more: 'cut', next: 'c' },
      '21–30 of at least 37',
      'Next 7',
    ],
    [{ counted: counted.slice(0, 3), rows: counted.slice(0, 3) }, undefined, undefined],
  ] as const;
  for (const [own, position, next] of pages) {
    it(`says where it is: ${position ?? 'all is here'}`, () => {
      const view = maskCharges(found(own), reading);
      expect(view.footer.at(-2)).to.equal(position);
      expect(view.buttons[0]?.title).to.equal(next);
    });
  }

  it('says in its answer that a bound cut the question', () => {
    const cut = { counted, rows: counted.slice(0, 10), more: 'cut', read: 1000 } as const;
    const view = maskCharges(found(cut), reading);
    expect(view.answer).to.equal('37 succeeded · newest 1,000 only');
    expect(view.summary).to.equal('Charges: 37 succeeded, newest 1,000 only.');
  });

  it('never says there are none where it only looked at some', () => {
    const question = { status: 'disputed' } as const;
    const view = maskCharges(found({ question, rows: [], more: 'cut', read: 1000 }), reading);
    expect(view.answer).to.equal(
      'No disputed charges, in Main store. I looked through the newest 1,000 only; ask with a period to look further back.',
    );
    expect(view.summary).to.equal(view.answer);
  });

  it('offers the other account by name, and a choice when there are several', () => {
    const one = maskCharges(found(), { ...reading, others: [eu] }).buttons;
    expect(one).to.deep.equal([
      { title: 'Switch to EU store', data: { tillkeeper: { act: 'account.use', account: 'eu' } } },
    ]);
    const several = maskCharges(found(), { ...reading, others: [eu, { ...main, id: 'us' }] }).buttons;
    expect(several).to.deep.equal([
      { title: 'Switch account', data: { tillkeeper: { act: 'account.use' } } },
    ]);
  });

  it('says Live in words', () => {
    const live = { ...reading, place: { ...main, mode: 'live' } } as const;
    expect(maskCharges(found(), live).footer).to.deep.equal(['Main store · Live · as of 14:05']);
  });
});
