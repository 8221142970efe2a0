import { expect } from 'chai';
import { permissions } from '../src/access/permission.js';
import type { Refusal } from '../src/access/permit.js';
import type { StripeCode } from '../src/errors.js';
import { doing, listed, refusalSentence, roleName, stripeSentence } from '../src/sentences.js';

/** The voice of the house: never blame, never "invalid", never "an error occurred"; whole sentences, no marks of excitement. */
function expectVoice(text: string): void {
  expect(text).to.not.match(/\binvalid\b|\berror\b|\bfailed to\b|!|\bplease\b|undefined|null|\s\s/i);
  expect(text).to.match(/^\p{Lu}.*[.)]$/u);
}

describe('a list of words', () => {
  const cases: [words: string[], last: string | undefined, text: string][] = [
    [[], undefined, ''],
    [['a'], undefined, 'a'],
    [['a', 'b'], undefined, 'a and b'],
    [['a', 'b', 'c'], undefined, 'a, b and c'],
    [['a', 'b', 'c', 'd'], 'or', 'a, b, c or d'],
    [['a'], 'or', 'a'],
  ];
  for (const [words, last, text] of cases)
    it(`${words.length} with ${last ?? 'and'}: ${text || 'nothing'}`, () => {
      expect(listed(words, last)).to.equal(text);
    });
});

describe('the name of a role', () => {
  const cases: Record<string, string> = {
    analyst: 'Analyst',
    'first-line_support': 'First line support',
    'EU-admin': 'EU admin',
    '--x--': 'X',
    ñandú: 'Ñandú',
    '-': '',
  };
  for (const [role, name] of Object.entries(cases))
    it(`${role} is written ${name || 'not at all'}`, () => {
      expect(roleName(role)).to.equal(name);
    });
});

describe('a refusal', () => {
  const refusal: Refusal = {
    kind: 'refused',
    reason: 'role',
    permission: 'charges.read',
    rolesThatMay: ['analyst'],
  };
  const cases: [
    what: string,
    refusal: Refusal,
    roles: string[],
    may: Refusal['permission'][],
    text: string,
  ][] = [
    [
      'names the role, who may, and what one can do',
      refusal,
      ['marketing'],
      ['coupons.read', 'coupons.create'],
      'Your role, Marketing, may not see charges. Analyst may. You can: see coupons and create coupons.',
    ],
    [
      'names several roles on both sides',
      { ...refusal, rolesThatMay: ['analyst', 'support', 'first-line'] },
      ['marketing', 'compliance'],
      ['audit.read'],
      'Your roles, Marketing and Compliance, may not see charges. Analyst, Support and First line may. You can: see who did what with this bot.',
    ],
    [
      'says when no role may, and when one can do nothing',
      { ...refusal, permission: 'audit.resolve', rolesThatMay: [] },
      ['idle'],
      [],
      'Your role, Idle, may not find out who is behind a pseudonym. No role here may.',
    ],
    [
      'for the account offers another one',
      { ...refusal, reason: 'account' },
      ['analyst'],
      ['charges.read'],
      'You may not see charges in this account. Analyst may, and you have that role in another account. You can choose another one.',
    ],
    [
      'for the account names all roles that may',
      { ...refusal, reason: 'account', rolesThatMay: ['analyst', 'support'] },
      ['analyst'],
      [],
      'You may not see charges in this account. Analyst and Support may, and you have one of those roles in another account. You can choose another one.',
    ],
    [
      'for who is not known names nobody and no role',
      { ...refusal, reason: 'unknown' },
      [],
      [],
      'I do not know you here yet, so I cannot show you anything. Whoever runs this bot can add you to its settings.',
    ],
    [
      'for whose groups are not known says that, and nothing of roles',
      { ...refusal, reason: 'unsure' },
      ['marketing'],
      ['coupons.read'],
      'I could not look up your groups, so I cannot tell what you may do. Try again in a minute.',
    ],
  ];
  for (const [what, given, roles, may, text] of cases)
    it(what, () => {
      expect(refusalSentence(given, roles, may)).to.equal(text);
    });

  for (const permission of permissions)
    it(`speaks in the voice of the house about ${permission}`, () => {
      for (const reason of ['role', 'account', 'unknown', 'unsure'] as const)
        expectVoice(refusalSentence({ ...refusal, reason, permission }, ['support'], [permission]));
      expect(refusalSentence({ ...refusal, permission }, ['support'], [])).to.include(doing[permission]);
    });
});

describe('what Stripe’s no means', () => {
  /** What there is to do, in each sentence. */
  const toDo: [code: StripeCode, doable: RegExp][] = [
    ['key_refused', /Whoever runs this bot has to put in a new one\./],
    ['no_permission', /Whoever runs this bot can give the key that permission\./],
    ['not_found', /Check it and ask again\./],
    ['rate_limited', /Try again in a minute\./],
    ['unavailable', /Try again in a minute\./],
    ['timeout', /Try again in a minute, or ask for fewer rows\./],
    ['conflict', /Try again in a minute\./],
    ['taken', /Ask for a new coupon\./],
    ['not_accepted', /Adjust it and try again\./],
    ['wrong_mode', /Whoever runs this bot has to check the key\./],
    ['unreadable', /Try again; if it stays so, tell whoever runs this bot\./],
    ['no_coupon_key', /Whoever runs this bot can add one\./],
    ['gateway_refused', /n8n refused this: .*Whoever runs n8n can change that\./],
    ['gateway_role', /n8n refused this: .*Whoever runs n8n can change that\./],
    ['gateway_setup', /through n8n, .*Whoever runs this bot has to check that\./],
    ['gateway_down', /through n8n, .*Try again in a minute\./],
    ['gateway_unreadable', /^What n8n answered .*Try again; if it stays so, tell whoever runs this bot\./],
  ];
  for (const [code, doable] of toDo)
    it(`is said in plain words: ${code}`, () => {
      const text = stripeSentence(code, 'k7f2');
      expectVoice(text);
      expect(text).to.match(doable);
      expect(text.endsWith(' Nothing was changed. (reference k7f2)')).to.equal(true);
    });

  it('says what became of it where something did', () => {
    expect(stripeSentence('timeout', 'k7f2', 'The coupon exists.')).to.equal(
      'Stripe took too long to answer. Try again in a minute, or ask for fewer rows. The coupon exists. (reference k7f2)',
    );
  });

  it('is as the design has it when Stripe is down', () => {
    expect(stripeSentence('unavailable', 'k7f2')).to.equal(
      'Stripe is not answering at the moment. Try again in a minute. Nothing was changed. (reference k7f2)',
    );
  });
});
