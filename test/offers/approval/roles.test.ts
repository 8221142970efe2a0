import { expect } from 'chai';
import { rolesIn, secondPerson } from '../../../src/offers/approval/roles.js';

describe('the roles of a second person', () => {
  const cases: [what: string, kept: string | null, words: string][] = [
    ['are those that give the right, and no others', 'marketing,approver', 'Approver'],
    ['are all that do', 'head-of_sales,approver', 'Head of sales or Approver'],
    ['are none where the settings took the right away', 'marketing', ''],
    ['are none before anybody decided', null, ''],
  ];
  for (const [what, kept, words] of cases)
    it(what, () => {
      expect(rolesIn(kept, ['approver', 'head-of_sales'])).to.equal(words);
    });

  it('stand behind the words for the person, where there are any', () => {
    expect([secondPerson('Approver'), secondPerson('')]).to.deep.equal([
      'a second person (Approver)',
      'a second person',
    ]);
  });
});
