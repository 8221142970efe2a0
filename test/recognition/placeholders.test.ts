import { expect } from 'chai';
import fc from 'fast-check';
import { RecognitionFault } from '../../src/errors.js';
import { placeholders } from '../../src/recognition/placeholders.js';
import type { Plan } from '../../src/recognition/plan.js';

const charges = (customer: string): Plan => ({ steps: [{ do: 'list_charges', customer }] });

describe('placeholders', () => {
  const cases: readonly [said: string, sent: string][] = [
    ['charges of jane@example.com', 'charges of customer_1'],
    ['is jane＠example．com a customer', 'is customer_1 a customer'],
    ['[me](mailto:jane@example.com)', '[me](mailto:customer_1)'],
    ['who is cus_A1b2C3d4E5?', 'who is customer_1?'],
    ['look up charge ch_3OabCD1xYz778899', 'look up charge ch_placeholder1'],
    ['pi_3MtwBw and py_1Mtw', 'pi_placeholder1 and py_placeholder2'],
    ['charges of acct_1Rival77Xy9 please', 'charges of acct_placeholder1 please'],
    [
      'jane@example.com, cus_9, jane@example.com and cus_9',
      'customer_1, customer_2, customer_1 and customer_2',
    ],
    ['what has Ivana Petrović paid', 'what has customer_1 paid'],
    ["Anna's payments and O’Brien's refunds", "customer_1's payments and customer_2's refunds"],
    ['payments of "acme tools"', 'payments of "customer_1"'],
    ['Rosa Marin: last two orders', 'customer_1: last two orders'],
    ['is Delgado Motors a client', 'is customer_1 a client'],
    ['has Dr. Amara Okafor spent more', 'has customer_1 spent more'],
    ['betalingen van Jan de Vries', 'betalingen van customer_1'],
    ['payments by marta kowalska', 'payments by customer_1'],
    ['do we have a client called Birgit Sommer?', 'do we have a client called customer_1?'],
    ['10% off called "Anna\'s spring", code SPRING20', '10% off called "Anna\'s spring", code SPRING20'],
    ['a coupon for Mia Wolf called Garden Party', 'a coupon for customer_1 called Garden Party'],
    ['name it Trade-in, code CREW', 'name it Trade-in, code CREW'],
    ['Show the last 10 Charges since Monday in EUR', 'Show the last 10 Charges since Monday in EUR'],
    ['Erstelle einen Gutschein für Neukunden', 'Erstelle einen Gutschein für Neukunden'],
    ['what is a Chargeback?', 'what is a Chargeback?'],
    ['@Till Bot charges of Anna Lind', '@Till Bot charges of customer_1'],
    ['card 4242 4242 4242 4242 of jane@example.com', 'card [removed] of customer_1'],
  ];
  for (const [said, sent] of cases)
    it(`sends ${JSON.stringify(said)} as ${JSON.stringify(sent)}`, () => {
      expect(placeholders(said).text).to.equal(sent);
    });

  it('puts identifiers back into every field, whole ones only', () => {
    const { restore } = placeholders('charges of jane@example.com, ch_3Oab, coupon for Mia Wolf');
    const read: Plan = {
      steps: [
        { do: 'list_charges', customer: 'customer_1', charge: 'ch_placeholder2' },
        { do: 'create_coupon', percent_off: 10, name: 'For customer_3', customer: 'Customer_3' },
        { do: 'list_customers', customer: 'customer_11' },
        { do: 'clarify', about: 'which_data', for: { do: 'list_charges', customer: 'customer_1' } },
      ],
    };
    expect(restore(read)).to.deep.equal({
      steps: [
        { do: 'list_charges', customer: 'jane@example.com', charge: 'ch_3Oab' },
        { do: 'create_coupon', percent_off: 10, name: 'For Mia Wolf', customer: 'Mia Wolf' },
        { do: 'list_customers', customer: 'customer_11' },
        { do: 'clarify', about: 'which_data', for: { do: 'list_charges', customer: 'jane@example.com' } },
      ],
    });
  });

  it('keeps what a person typed as customer_1 apart from its own customer_1', () => {
    const { text, restore } = placeholders('charges of jane@example.com and customer_1');
    expect(text).to.equal('charges of customer_1 and customer_2');
    expect(restore(charges('customer_1'))).to.deep.equal(charges('jane@example.com'));
    expect(restore(charges('customer_2'))).to.deep.equal(charges('customer_1'));
  });

  it('refuses a plan that is none once the identifiers are back', () => {
    const { restore } = placeholders(`coupon for ${'x'.repeat(41)}@example.com`);
    const read: Plan = { steps: [{ do: 'create_coupon', name: 'customer_1' }] };
    expect(() => restore(read)).to.throw(RecognitionFault);
  });

  it('says what was removed', () => {
    expect(placeholders('cvc 123 of jane@example.com').sensitive).to.deep.equal(['cvc']);
    expect(placeholders('charges of jane@example.com').sensitive).to.deep.equal([]);
  });

  describe('the plan before', () => {
    const previous: Plan = {
      steps: [
        { do: 'list_charges', customer: 'jane@example.com', from: '2026-03-01', charge: 'ch_3Oab' },
        { do: 'create_coupon', percent_off: 10, name: 'Spring Sale', code: 'SPRING20', customer: 'Mia Wolf' },
        { do: 'create_coupon', percent_off: 10, name: 'for bo@example.com', code: '4242424242424242' },
        { do: 'explain', term: 'customer_1' },
        { do: 'clarify', about: 'which_period', for: { do: 'list_charges', customer: 'cus_9' } },
      ],
    };

    it('shares the numbers of the sentence and is whole again afterwards', () => {
      const sent = placeholders('and the refunds of jane@example.com and MIA WOLF?', previous);
      expect(sent.text).to.equal('and the refunds of customer_1 and customer_2?');
      expect(sent.previous).to.deep.equal({
        steps: [
          { do: 'list_charges', customer: 'customer_1', from: '2026-03-01', charge: 'ch_placeholder3' },
          {
            do: 'create_coupon',
            percent_off: 10,
            name: 'Spring Sale',
            code: 'SPRING20',
            customer: 'customer_2',
          },
          { do: 'create_coupon', percent_off: 10, name: 'customer_4', code: 'customer_5' },
          { do: 'explain', term: 'customer_6' },
          { do: 'clarify', about: 'which_period', for: { do: 'list_charges', customer: 'customer_7' } },
        ],
      });
      expect(sent.restore(sent.previous ?? charges('none'))).to.deep.equal(previous);
    });

    it('is absent where there is none', () => {
      expect(placeholders('and for Mia Wolf?')).to.not.have.property('previous');
    });

    it('tells its names in the sentence, in small letters too', () => {
      expect(placeholders('anything of mia wolf failed', previous).text).to.equal(
        'anything of customer_1 failed',
      );
    });
  });

  it('gives back any plan that was made of what it gave', () => {
    const name = fc.constantFrom(
      'jane@example.com',
      'cus_9',
      'Mia Wolf',
      'customer_3',
      '+44 7700 900123',
      'x',
    );
    const term = fc.constantFrom('Spring', 'customer_2', 'a@b.co', 'ch_1', 'ch_placeholder1', 'code 77');
    const step = fc.oneof(
      fc.record({
        do: fc.constant('list_charges' as const),
        customer: name,
        limit: fc.integer({ min: 1, max: 9 }),
      }),
      fc.record({ do: fc.constant('create_coupon' as const), name: term, customer: name }),
      fc.record({ do: fc.constant('explain' as const), term }),
      fc.record({
        do: fc.constant('clarify' as const),
        about: fc.constant('other' as const),
        for: fc.record({ do: fc.constant('list_customers'), customer: name }),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), fc.array(name), (steps, names) => {
        const { previous, restore } = placeholders(`charges of ${names.join(' and ')}`, { steps });
        expect(restore(previous ?? { steps: [{ do: 'help' }] })).to.deep.equal({ steps });
        expect(JSON.stringify(previous)).to.not.match(/example\.com|cus_9|Mia|7700|a@b/);
      }),
    );
  });

  it('is not led astray by what a model makes up', () => {
    const { restore } = placeholders('charges of jane@example.com');
    const deep: Plan = {
      steps: [
        {
          do: 'clarify',
          about: 'other',
          for: { do: 'list_charges', ...JSON.parse('{"__proto__":{"a":1},"x":[[["customer_1"]]]}') },
        },
      ],
    };
    expect(restore(deep)).to.deep.equal({
      steps: [{ do: 'clarify', about: 'other', for: { do: 'list_charges' } }],
    });
    expect(restore(charges('__proto__ customer_0'))).to.deep.equal(charges('__proto__ customer_0'));
  });
});
