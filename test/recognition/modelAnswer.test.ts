import { expect } from 'chai';
import { abilitiesToRead } from '../../src/commands/commandRecognisers.js';
import { createAnswerReader } from '../../src/recognition/modelAnswer.js';

const read = createAnswerReader(abilitiesToRead());
const step = (does: string, fields: Record<string, unknown>) =>
  JSON.stringify({
    steps: [{ do: does, with: Object.entries(fields).map(([field, value]) => ({ field, value })) }],
  });

describe('an answer of the model', () => {
  const plans: readonly [what: string, answer: string, step: object][] = [
    ['in the schema’s form', step('list_charges', { limit: '10' }), { do: 'list_charges', limit: 10 }],
    ['with a number as it is', step('list_charges', { limit: 10 }), { do: 'list_charges', limit: 10 }],
    [
      'with a text that looks like a number',
      step('list_charges', { card_last4: 4242 }),
      { do: 'list_charges', card_last4: '4242' },
    ],
    ['with a truth value', step('list_coupons', { valid: 'false' }), { do: 'list_coupons', valid: false }],
    [
      'with a decimal',
      step('create_coupon', { percent_off: '12.5' }),
      { do: 'create_coupon', percent_off: 12.5 },
    ],
    ['without fields', '{"steps":[{"do":"help"}]}', { do: 'help' }],
    [
      'with nothing for what was not stated',
      step('list_charges', { limit: '', from: 'null', to: null }),
      { do: 'list_charges' },
    ],
    [
      'in the plan’s own form',
      '{"steps":[{"do":"list_charges","limit":10,"from":null}]}',
      { do: 'list_charges', limit: 10 },
    ],
    [
      'with its fields as an object',
      '{"steps":[{"do":"list_charges","with":{"limit":"5"}}]}',
      { do: 'list_charges', limit: 5 },
    ],
    ['in fences', '```json\n{"steps":[{"do":"help"}]}\n```', { do: 'help' }],
    ['with prose around', 'Here is it: {"steps":[{"do":"help"}]} — anything else?', { do: 'help' }],
    [
      'that asks back and names the step that waits',
      step('clarify', { about: 'which_customer', for: 'list_charges', limit: '3' }),
      { do: 'clarify', about: 'which_customer', for: { do: 'list_charges', limit: 3 } },
    ],
    [
      'that asks back with the whole step that waits',
      '{"steps":[{"do":"clarify","about":"what_discount","for":{"do":"create_coupon","code":"MAY"}}]}',
      { do: 'clarify', about: 'what_discount', for: { do: 'create_coupon', code: 'MAY' } },
    ],
    [
      'that asks back for a step we do not have',
      '{"steps":[{"do":"clarify","about":"other","for":{"do":"delete_all","confirmed":true}}]}',
      { do: 'clarify', about: 'other' },
    ],
    [
      'that asks back for a step with more than it has',
      '{"steps":[{"do":"clarify","about":"other","for":{"do":"help","confirmed":true}}]}',
      { do: 'clarify', about: 'other' },
    ],
    [
      'that asks back to ask back',
      `{"steps":[${'{"do":"clarify","about":"other","for":'.repeat(300)}null${'}'.repeat(300)}]}`,
      { do: 'clarify', about: 'other' },
    ],
  ];
  for (const [what, answer, wanted] of plans)
    it(`is a plan ${what}`, () => {
      expect(read(answer)).to.deep.equal({ kind: 'plan', plan: { steps: [wanted] } });
    });

  const none: readonly [what: string, answer: string, why: string][] = [
    ['of no JSON', 'I am sorry.', 'no JSON object'],
    ['that was cut', '{"steps":[{"do":"list_ch', 'no JSON object'],
    ['of another object', '{"plan":{"steps":[]}}', 'no JSON object'],
    ['without a step', '{"steps":[]}', 'steps'],
    ['of six steps', JSON.stringify({ steps: Array(6).fill({ do: 'help' }) }), 'steps'],
    ['of a step we do not have', step('delete_all', {}), 'steps.0.do'],
    ['with a field of another step', step('list_charges', { valid: 'true' }), 'valid'],
    ['with a field of no step', step('create_coupon', { confirmed: 'true' }), 'confirmed'],
    ['with more beside the steps', '{"steps":[{"do":"help"}],"confirmed":true}', 'confirmed'],
    ['with a number that is none', step('list_charges', { limit: 'ten' }), 'limit'],
    ['with a number out of bounds', step('list_charges', { limit: '1000' }), 'limit'],
    ['with a day that is none', step('list_charges', { from: '2026-02-30' }), 'from'],
    ['with fields that are a text', '{"steps":[{"do":"help","with":"all"}]}', 'with'],
    ['with __proto__', '{"steps":[{"do":"list_charges","__proto__":{"limit":5}}]}', '__proto__'],
    ['with __proto__ beside the steps', '{"__proto__":{"a":1},"steps":[{"do":"help"}]}', '__proto__'],
    ['with __proto__ for a field', step('help', JSON.parse('{"__proto__":"x"}')), '__proto__'],
    ['nested deep', `{"steps":${'['.repeat(9000)}${']'.repeat(9000)}}`, 'steps.0'],
    ['longer than any plan', `{"steps":[{"do":"help"}]}${' '.repeat(20_000)}`, 'no JSON object'],
  ];
  for (const [what, answer, why] of none)
    it(`is none ${what}`, () => {
      const found = read(answer);
      expect(found.kind).to.equal('none');
      expect(found.kind === 'none' && found.why).to.include(why);
    });
});
