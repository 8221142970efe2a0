import { expect } from 'chai';
import { readSettings } from '../../src/settings.js';
import { faultsOf, fileWith } from './faults.js';

const key = { KEY: 'rk_test_x' };
const daily = { name: 'daily', secret: 'env:ONE', tasks: ['balance_summary'] };
const weekly = { name: 'weekly', secret: 'env:OTHER', tasks: ['last_charges', 'coupons_ending_soon'] };
const [one, other] = ['canary-of-the-daily-one', 'canary-of-the-weekly-one'];

describe('the secrets of triggers', () => {
  const cases: [what: string, given: Record<string, string>, faults: string[]][] = [
    ['two', { ONE: one, OTHER: other }, []],
    [
      'one',
      { ONE: one },
      ['triggers.weekly.secret: OTHER is empty. Put its value in .env; see .env.example.'],
    ],
    [
      'the same one twice',
      { ONE: one, OTHER: one },
      ['triggers.weekly.secret: trigger daily has the same secret. Give each trigger one of its own.'],
    ],
  ];
  for (const [what, given, faults] of cases)
    it(`${what}: ${faults.length === 0 ? 'taken' : 'refused'}`, () => {
      expect(faultsOf({ ...key, ...given }, fileWith({ triggers: [daily, weekly] }))).to.deep.equal(faults);
    });

  it('stand in the settings with what they are for', () => {
    const { triggers } = readSettings({ ...key, ONE: one }, fileWith({ triggers: [daily] }));
    expect(triggers).to.deep.equal([{ name: 'daily', secret: one, tasks: ['balance_summary'] }]);
  });
});

describe('a trigger of the settings file', () => {
  const at = (where: string, says: string) => `settings file: ${where}: ${says}. See settings.example.json.`;
  const nameForm = 'use lower-case letters, digits and dashes, 40 at most';
  const taskForm = 'write one of balance_summary, last_charges, coupons_ending_soon, failed_payments_since';
  const cases: [what: string, triggers: object[], fault: string][] = [
    [
      'of a name that is there already',
      [daily, { ...weekly, name: 'daily' }],
      at('triggers', 'two triggers are called daily; rename one'),
    ],
    ['of a name with a dot', [{ ...daily, name: 'daily.1' }], at('triggers.0.name', nameForm)],
    ['of a name in capitals', [{ ...daily, name: 'Daily' }], at('triggers.0.name', nameForm)],
    ['for a coupon', [{ ...daily, tasks: ['create_coupon'] }], at('triggers.0.tasks.0', taskForm)],
    ['for nothing', [{ ...daily, tasks: [] }], at('triggers.0.tasks', 'it is empty; put something there')],
    [
      'with its secret in plain',
      [{ ...daily, secret: 'canary' }],
      at(
        'triggers.0.secret',
        'write env:NAME_OF_A_VARIABLE in capitals, or file:/path/of/a/mounted/secret, never the secret itself',
      ),
    ],
  ];
  for (const [what, triggers, fault] of cases)
    it(`is refused ${what}`, () => {
      expect(faultsOf({ ...key, ONE: one, OTHER: other }, fileWith({ triggers }))).to.deep.equal([fault]);
    });
});
