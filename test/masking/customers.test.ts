import { expect } from 'chai';
import { maskCustomerChoice, maskCustomerLabel, maskCustomers } from '../../src/masking/mask.js';
import type { CustomerFacts } from '../../src/stripe/facts.js';
import { customer, reading } from './facts.js';

const minimal = { ...reading, detail: 'minimal' } as const;
const detailed = { ...reading, detail: 'detailed' } as const;

function found(
  rows: CustomerFacts[],
  own: { searched?: string; question?: { limit?: number; from?: string; to?: string } } = {},
) {
  return { question: {}, rows, counted: rows, shownBefore: 0, more: 'no', ...own } as const;
}

describe('the customers card', () => {
  const levels = [
    [minimal, 'Customer', ['since 21 Nov'], []],
    [reading, 'j•••@e•••.com', ['since 21 Nov · cus_…z8i3'], ['Payment overdue']],
    [detailed, 'J. R. · j•••@e•••.com', ['since 21 Nov · cus_9s6XKzkNRiz8i3 · Germany'], ['Payment overdue']],
  ] as const;
  for (const [reader, title, lines, status] of levels) {
    it(`shows what ${reader.detail} detail allows`, () => {
      const [row] = maskCustomers(found([customer({ delinquent: true })]), reader).rows;
      expect([row?.title, row?.lines, row?.status.map(({ word }) => word)]).to.deep.equal([
        title,
        lines,
        status,
      ]);
    });
  }

  it('counts them and who is behind', () => {
    const view = maskCustomers(
      found([customer(), customer({ delinquent: true })], { question: { limit: 2 } }),
      reading,
    );
    expect(view.summary).to.equal('Last 2 customers: 2 customers, 1 with a payment overdue.');
  });

  it('shows a deleted customer by its id', () => {
    const gone = customer({
      deleted: true,
      created: null,
      name: null,
      email: null,
      country: null,
      currency: null,
    });
    const [row] = maskCustomers(found([gone]), reading).rows;
    expect([row?.title, row?.status[0]?.word]).to.deep.equal(['cus_…z8i3', 'Deleted']);
  });

  const nobody = [
    [
      'jane@example.com',
      reading,
      'No customer in Main store has the e-mail address j•••@e•••.com. Try the name, or an id that begins with cus_.',
    ],
    [
      'cus_9s6XKzkNRiz8i3',
      reading,
      'No customer in Main store has the id cus_…z8i3. Check it, or try the e-mail address.',
    ],
    [
      'Jane Roe',
      reading,
      'No customer in Main store has a name with J. R. in it. Try the e-mail address; someone new is found by name only after a minute.',
    ],
    [
      'Jane Roe',
      minimal,
      'No customer in Main store has a name with what you typed in it. Try the e-mail address; someone new is found by name only after a minute.',
    ],
  ] as const;
  for (const [searched, reader, sentence] of nobody)
    it(`says what was searched: ${sentence}`, () => {
      const view = maskCustomers(found([], { searched }), reader);
      expect([view.answer, view.summary]).to.deep.equal([sentence, sentence]);
    });

  it('says which days were searched', () => {
    const question = { from: '2026-03-02', to: '2026-03-08' };
    expect(maskCustomers(found([], { question }), reading).answer).to.equal(
      'No new customers, 2–8 March, in Main store.',
    );
    expect(maskCustomers(found([], { question, searched: 'Jane' }), reading).answer).to.equal(
      'No new customer matches J., 2–8 March, in Main store.',
    );
    expect(maskCustomers(found([]), reading).answer).to.equal('No customers in Main store.');
  });

  it('is headed by its period', () => {
    const view = maskCustomers(found([customer()], { question: { from: '2026-11-22' } }), reading);
    expect(view.headline).to.equal('New customers today');
  });
});

describe('the choice of a customer', () => {
  it('has a button for each, ten at most', () => {
    const customers = Array.from({ length: 12 }, (_, at) => customer({ id: `cus_000000000${at}` }));
    const view = maskCustomerChoice({ asked: 'Jane Roe', customers, resume: 'r' }, reading);
    expect(view.lead).to.contain('12 customers match what you typed (J. R.). The first 10 are here');
    expect(view.choices.length).to.equal(10);
    expect(view.choices[0]?.buttons).to.deep.equal([
      {
        title: 'j•••@e•••.com',
        data: { tillkeeper: { act: 'customer.choose', customer: 'cus_0000000000', resume: 'r' } },
      },
    ]);
  });

  it('says that Stripe has more than it gave', () => {
    const customers = Array.from({ length: 10 }, () => customer());
    const view = maskCustomerChoice({ asked: 'Jane', customers, more: true, resume: 'r' }, reading);
    expect(view.lead).to.contain('More than 10 customers match').and.contain('The first 10 are here');
  });

  it('numbers them for who may see nothing of a customer', () => {
    const view = maskCustomerChoice({ asked: 'Jane', customers: [customer()], resume: 'r' }, minimal);
    expect(view.choices[0]?.buttons[0]?.title).to.equal('Customer 1');
    expect(view.lead).to.equal('1 customer matches what you typed.');
  });
});

describe('the label of a customer', () => {
  it('is masked, and empty at minimal detail', () => {
    const labels = [minimal, reading, detailed].map((reader) => maskCustomerLabel(customer(), reader));
    expect(labels).to.deep.equal(['', 'j•••@e•••.com', 'J. R. · j•••@e•••.com']);
  });

  it('is the id of who has no e-mail', () => {
    expect(maskCustomerLabel(customer({ email: null }), reading)).to.equal('cus_…z8i3');
  });
});
