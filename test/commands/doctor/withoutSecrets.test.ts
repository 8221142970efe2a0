import { expect } from 'chai';
import fc from 'fast-check';
import { withoutSecrets } from '../../../src/commands/doctor/withoutSecrets.js';

describe('a text of the doctor', () => {
  const cases: readonly [string, Record<string, string>, string[], string][] = [
    ['the folder of canary', { STRIPE_SECRET_KEY: 'canary' }, [], 'the folder of [left out]'],
    ['portal canary', { PORTAL_ONE: 'canary' }, ['PORTAL_ONE'], 'portal [left out]'],
    ['portal canary', { PORTAL_ONE: 'canary' }, [], 'portal canary'],
    ['old and new', { TILLKEEPER_SECRET: 'new-one, old-one' }, [], 'old and new'],
    ['old-one', { TILLKEEPER_SECRET: 'new-one, old-one' }, [], '[left out]'],
    ['model rk_test_x is', {}, [], 'model [left out] is'],
    ['true', { ALLOW_FULL_KEY: 'true' }, [], 'true'],
    ['a key', { OPENROUTER_API_KEY: 'key' }, [], 'a key'],
  ];
  for (const [text, variables, names, clean] of cases)
    it(`"${text}" is "${clean}"`, () => {
      expect(withoutSecrets(variables, names)(text)).to.equal(clean);
    });

  it('holds no value of a secret, whatever it is and wherever it stands', () => {
    const value = fc.string({ minLength: 4, maxLength: 40 }).filter((one) => one.trim().length >= 4);
    fc.assert(
      fc.property(value, fc.string(), fc.string(), (secret, before, after) => {
        const clean = withoutSecrets({ METRICS_TOKEN: secret })(`${before}${secret.trim()}${after}`);
        fc.pre(!'[left out]'.includes(secret.trim()));
        expect(clean.replaceAll('[left out]', '')).to.satisfy(
          (rest: string) => !rest.includes(secret.trim()) || `${before}${after}`.includes(secret.trim()),
        );
        expect(clean).to.include('[left out]');
      }),
    );
  });
});
