import { expect } from 'chai';
import {
  maskAccounts,
  maskAudit,
  maskExplain,
  maskHelp,
  maskNotice,
  maskPermissions,
  maskWelcome,
} from '../../src/masking/mask.js';
import { askButton } from '../../src/masking/talk.js';
import { eu, main, reading } from './facts.js';

describe('a notice', () => {
  it('is its sentence, and names the account only with a reading', () => {
    const text = 'Your role, Marketing, may not see charges. Analyst may.';
    const view = maskNotice({ text, lines: ['', 'Ask again.'], buttons: [askButton('What may I do?')] });
    expect([view.text, view.summary, view.lines, view.footer]).to.deep.equal([
      text,
      text,
      ['Ask again.'],
      [],
    ]);
    expect(view.buttons).to.deep.equal([
      { title: 'What may I do?', data: { tillkeeper: { act: 'ask', text: 'What may I do?' } } },
    ]);
    expect(maskNotice({ text }, reading).footer).to.deep.equal(['Main store · Test']);
  });

  it('has six buttons at most', () => {
    const buttons = Array.from({ length: 9 }, () => askButton('more'));
    expect(maskNotice({ text: 'Which?', buttons }).buttons.length).to.equal(6);
  });
});

describe('an explanation', () => {
  it('is headed by its word and names its neighbours', () => {
    const view = maskExplain({
      term: 'dispute',
      meaning: 'A customer asks the bank.',
      related: ['refund'],
      buttons: [],
    });
    expect([view.headline, view.summary, view.related]).to.deep.equal([
      'Dispute',
      'Dispute: A customer asks the bank.',
      ['See also: refund'],
    ]);
  });
});

describe('the permissions card', () => {
  const can = {
    may: ['see charges', 'see coupons'],
    mayNot: ['create coupons', 'see the trail'],
    roles: ['Analyst'],
    accounts: [main, eu],
    limits: ['50 % at most.'],
  };

  it('lists what is allowed and says in one line what is not', () => {
    const view = maskPermissions(can, reading);
    expect(view.may).to.deep.equal(['See charges', 'See coupons']);
    expect(view.mayNot).to.deep.equal(['You may not create coupons or see the trail.']);
    expect(view.lines).to.deep.equal(['Accounts: Main store (Test), EU store (Test)', '50 % at most.']);
    expect([view.roles, view.summary]).to.deep.equal([
      'Your role: Analyst',
      'You may see charges and see coupons.',
    ]);
  });

  it('says so to who has no role', () => {
    const view = maskPermissions({ may: [], mayNot: [], roles: [], accounts: [], limits: [] }, reading);
    expect(view.summary).to.equal('You have no role here yet. Whoever runs this bot can give you one.');
  });
});

describe('help and welcome', () => {
  it('offer phrases as buttons', () => {
    const groups = [{ title: 'Charges', examples: ['show me the last 10 charges'] }];
    expect(maskHelp({ groups }).groups[0]?.buttons).to.deep.equal([askButton('show me the last 10 charges')]);
    expect(maskHelp({ groups }, reading).footer).to.deep.equal(['Main store · Test']);
  });

  it('greet by name only what is harmless', () => {
    expect(maskWelcome({ examples: [] }).headline).to.equal('Hello');
    const { headline } = maskWelcome({ name: '[Ada](https://evil.example)', examples: [] });
    expect(headline).to.equal('Hello, \\[Ada\\]\\(https:\u200b//evil.\u200bexample\\)');
  });
});

describe('the audit card', () => {
  const row = {
    at: reading.now,
    who: 'p-7f3c',
    role: 'Analyst, Support',
    what: 'asked: list_charges+create_coupon',
    outcome: 'done',
  };

  it('says when, who by pseudonym and role, what and with which outcome', () => {
    const rows = [
      row,
      { ...row, outcome: 'refused', why: 'role:charges.read' },
      { ...row, outcome: 'failed', why: 'unavailable' },
      { ...row, outcome: '<odd>' },
    ];
    const view = maskAudit({ question: { from: '2026-11-22' }, rows, more: 'yes' }, reading);
    expect(view.rows[0]).to.deep.equal({
      title: 'Asked: list charges, create coupon',
      lines: ['22 Nov, 14:05 · p-7f3c · Analyst, Support'],
      status: [{ word: 'done', color: 'good' }],
    });
    expect(view.rows.map(({ status }) => status[0]?.color)).to.deep.equal([
      'good',
      'warning',
      'attention',
      'default',
    ]);
    expect([view.summary, view.footer[0]]).to.deep.equal([
      'Trail today: 4 entries, 1 refused, 1 failed.',
      '4 of more than 4',
    ]);
  });

  const reasons = [
    ['role:charges.read', 'no role to see charges'],
    ['role', 'no role for it'],
    ['account:balance.read', 'not in this account'],
    ['unknown:charges.read', 'not known here'],
    ['refused_bypass_confirmation', 'asked to skip the button'],
    ['refused_something_new', 'something new'],
    ['card,cvc,password', 'card number, security code, password'],
    ['rate_limited', 'rate limited'],
    ['<b>', ''],
  ] as const;
  for (const [why, words] of reasons)
    it(`tells the reason ${why} as "${words}"`, () => {
      const view = maskAudit({ question: {}, rows: [{ ...row, role: '', why }], more: 'no' }, reading);
      expect(view.rows[0]?.lines).to.deep.equal([
        ['22 Nov, 14:05 · p-7f3c', words].filter(Boolean).join(' · '),
      ]);
    });

  const told: [said: Partial<typeof row> & { about?: string }, title: string, line: string][] = [
    [{ what: 'asked: none' }, 'Asked', 'p-7f3c'],
    [
      { what: 'approved: coupon.approve', about: 'p-1a2b' },
      'Approved: coupon approve',
      'p-7f3c · about p-1a2b',
    ],
    [{ what: 'audit.pruned: audit.pruned', who: 'tillkeeper' }, 'Old entries removed', 'this bot itself'],
    [
      { what: 'audit.resolved: audit.resolved', who: 'operator', about: 'p-1a2b' },
      'Pseudonym resolved',
      'who runs this bot · about p-1a2b',
    ],
    [{ who: 'p-unknown' }, 'Asked: list charges, create coupon', 'a stranger'],
  ];
  for (const [said, title, line] of told)
    it(`tells in plain words: ${JSON.stringify(said)}`, () => {
      const rows = [{ ...row, role: '', ...said }];
      const [first] = maskAudit({ question: {}, rows, more: 'no' }, reading).rows;
      expect([first?.title, first?.lines]).to.deep.equal([title, [`22 Nov, 14:05 · ${line}`]]);
    });

  it('counts the whole question, not its card', () => {
    const counted = Array.from({ length: 1200 }, () => row);
    const view = maskAudit({ question: {}, rows: counted.slice(0, 10), counted, more: 'cut' }, reading);
    expect(view.answer).to.equal('1,200 entries · newest 1,200 only');
  });

  it('says when nothing is on record', () => {
    expect(maskAudit({ question: {}, rows: [], more: 'no' }, reading).answer).to.equal(
      'Nothing is on record.',
    );
  });
});

describe('the accounts card', () => {
  it('offers every account but the one in use', () => {
    const view = maskAccounts({ places: [main, eu], current: 'main', lead: 'Which account?' }, reading);
    expect(view.buttons).to.deep.equal([
      { title: 'Switch to EU store', data: { tillkeeper: { act: 'account.use', account: 'eu' } } },
    ]);
    expect(view.footer).to.deep.equal(['Now: Main store · Test']);
  });

  it('says nothing of the one in use where there is none any more', () => {
    const nowhere = { ...reading, place: { id: '', label: '', mode: 'test' as const } };
    const view = maskAccounts({ places: [main, eu], current: '', lead: 'Which account?' }, nowhere);
    expect([view.buttons.length, view.footer]).to.deep.equal([2, []]);
  });
});
