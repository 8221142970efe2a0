import { expect } from 'chai';
import { redact } from '../../src/recognition/redact.js';

const key = (start: string, body = 'YU6HBKTtWvUwE85ymy5YFw5F') => `${start}${body}`;

describe('redact', () => {
  const cases: readonly [said: string, sent: string, ...sensitive: string[]][] = [
    ['last 10 charges', 'last 10 charges'],
    ['pay with 4242 4242 4242 4242 please', 'pay with [removed] please', 'card'],
    ['card 4242424242424242, exp 12/29, cvc 314', 'card [removed], cvc [removed]', 'card', 'cvc'],
    ['4242 4242 4242 4242 12/29 123', '[removed]', 'card'],
    ['50 charges of 4000-0566-5566-5556 in 2026', '50 charges of [removed] in 2026', 'card'],
    ['6011111111111117,3528085045844220', '[removed],[removed]', 'card'],
    ['card number 4242 4242 4242 4243', 'card number [removed]', 'card'],
    ['order 4242 4242 4242 4243', 'order 4242 4242 4242 4243'],
    ['４２４２　４２４２　４２４２　４２４２', '[removed]', 'card'],
    ['card ٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢', 'card [removed]', 'card'],
    ['4\u200b2\u200b42\u00ad4242\u20604242\u200d4242', '[removed]', 'card'],
    ['four two four two four two four two four two four two four two four two', '[removed]', 'card'],
    ['my CVV is 123', 'my CVV is [removed]', 'cvc'],
    ['cvc checks that failed in 2026', 'cvc checks that failed in 2026'],
    ['PIN: 4821', 'PIN: [removed]', 'cvc'],
    ['to DE89 3704 0044 0532 0130 00 today', 'to [removed] today', 'iban'],
    ['iban de89370400440532013000', 'iban [removed]', 'iban'],
    ['VAT DE123456789', 'VAT DE123456789'],
    ['call +44 7700 900123 or 020 7946 0958', 'call [removed] or [removed]', 'phone'],
    ['order 415 555 0132', 'order 415 555 0132'],
    ['+1 (415) 555-0132 ext. 42, please', '[removed], please', 'phone'],
    [`use ${key('sk_live_')} now`, 'use [removed] now', 'key'],
    [`use ${key('pk_test_')}`, 'use [removed]', 'key'],
    [`${key('sk_live_').replaceAll('_', '\\_')}`, '[removed]', 'key'],
    [key('whsec_'), '[removed]', 'key'],
    [key('sk-or-v1-', '0c64ab16760b9d08ce1d5dad84b5ab6f'), '[removed]', 'key'],
    ['what does sk_live_ mean?', 'what does sk_live_ mean?'],
    [`Bearer ${'Z0YVd1Tp6eu7fKQVAQgq'}`, 'Bearer [removed]', 'key'],
    ['password: hunter2', 'password: [removed]', 'password'],
    ['my password is swordfish', 'my password is [removed]', 'password'],
    ['my password is wrong', 'my password is wrong'],
    ['https://till:s3cret@portal.example/', 'https://[removed]@portal.example/', 'password'],
    [
      '4242 4242 4242 4242 and DE89370400440532013000 and password: x1y2z3',
      '[removed] and [removed] and password: [removed]',
      'card',
      'iban',
      'password',
    ],
  ];
  for (const [said, sent, ...sensitive] of cases)
    it(`reads ${JSON.stringify(said)}`, () => {
      expect(redact(said)).to.deep.equal({ text: sent, sensitive });
    });
});
