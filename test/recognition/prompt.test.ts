import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { z } from 'zod';
import { abilitiesToRead } from '../../src/commands/commandRecognisers.js';
import { writtenAs } from '../../src/demo/openRouter.js';
import { createAnswerReader } from '../../src/recognition/modelAnswer.js';
import { askedIn, createModelRequest } from '../../src/recognition/modelRequest.js';
import { plan } from '../../src/recognition/plan.js';
import { modelSchema, promptOf } from '../../src/recognition/prompt.js';

const abilities = abilitiesToRead();
const schema = modelSchema(abilities);
const scenario = {
  text: 'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days',
  today: '2026-03-10',
  zone: 'UTC',
  locale: 'en-US',
};
const tokens = (text: string): number => encode(text).length;

const read = (name: string): unknown[] =>
  readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const row = z.object({ plan, also: z.array(plan).default([]), previous: plan.optional() });
const plans = ['utterances.dev.jsonl', 'followups.dev.jsonl', 'fresh.jsonl', 'freshFollowups.jsonl']
  .flatMap(read)
  .flatMap((line) => {
    const { plan: one, also, previous } = row.parse(line);
    return [one, ...also, ...(previous ? [previous] : [])];
  });

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What strict mode would refuse in a schema: by OpenAI's page on structured outputs. */
const offences = (part: unknown, at = 'schema'): string[] => {
  if (Array.isArray(part)) return part.flatMap((each, index) => offences(each, `${at}.${index}`));
  if (!isObject(part)) return [];
  const allowed = ['type', 'properties', 'required', 'additionalProperties', 'items', 'enum'];
  const own = Object.keys(part)
    .filter((key) => !allowed.includes(key))
    .map((key) => `${at} has ${key}`);
  if (part.type !== 'object') return [...own, ...offences(part.items, `${at}.items`)];
  const properties = isObject(part.properties) ? part.properties : {};
  return [
    ...own,
    ...(part.additionalProperties === false ? [] : [`${at} is open`]),
    ...(JSON.stringify(part.required) === JSON.stringify(Object.keys(properties))
      ? []
      : [`${at} has optional fields`]),
    ...Object.entries(properties).flatMap(([name, each]) => offences(each, `${at}.${name}`)),
  ];
};

describe('the prompt', () => {
  it('takes, with the schema and the scenario’s sentence, no more than 1,100 of the 1,700 tokens it may', () => {
    const parts = [promptOf(abilities), JSON.stringify(schema), askedIn(scenario).content];
    const all = parts.map(tokens).reduce((sum, each) => sum + each, 0);
    expect(all, parts.map(tokens).join(' + ')).to.be.at.most(1700).and.at.most(1100);
  });

  it('names every ability with every field of its step and the values it may have', () => {
    const prompt = promptOf(abilities);
    expect(abilities).to.have.length(11);
    expect(prompt).to.include('list_customers(limit from to customer) "');
    expect(prompt).to.include('status=succeeded|pending|failed|refunded|disputed');
    for (const { does } of abilities) expect(prompt).to.include(`\n${does}(`);
  });

  it('comes from the abilities: a new one stands in it and in the schema', () => {
    const show = { does: 'show_tax', step: z.strictObject({ do: z.literal('show_tax'), rate: z.number() }) };
    const more = [...abilities, { ...show, examples: ['what tax do we take'] }];
    expect(promptOf(more)).to.include('show_tax(rate) "what tax do we take"');
    expect(JSON.stringify(modelSchema(more)))
      .to.include('"show_tax"')
      .and.include('"rate"');
  });
});

describe('the schema of the model’s answer', () => {
  it('is what strict mode takes: every object closed, every field required, no keyword beyond', () => {
    expect(offences(schema)).to.deep.equal([]);
    expect(offences({ type: 'object', properties: { a: { type: 'string', pattern: 'x' } } })).to.have.length(
      3,
    );
  });

  it('can say every labelled plan, which is then read as that plan', () => {
    const valid = new Ajv2020().compile(Object(schema));
    const reader = createAnswerReader(abilities);
    expect(plans.length).to.be.above(500);
    for (const one of plans) {
      const answer = writtenAs(one);
      expect(valid(JSON.parse(answer)), answer).to.equal(true);
      expect(reader(answer)).to.deep.equal({ kind: 'plan', plan: one });
    }
  });

  it('never lets an answer be read as anything but a plan', () => {
    const fields = [...new Set(JSON.stringify(schema).match(/"[a-z_0-9]+"/g))].map((name) =>
      name.slice(1, -1),
    );
    const value = fc.oneof(
      fc.string({ maxLength: 50 }),
      fc.constantFrom(
        '',
        'null',
        'true',
        '10',
        '-1',
        '2.5',
        '1e9',
        '2026-03-10',
        'eur',
        'once',
        'list_charges',
      ),
    );
    const pair = fc.record({ field: fc.constantFrom(...fields), value });
    const step = fc.record({
      do: fc.constantFrom(...abilities.map(({ does }) => does)),
      with: fc.array(pair),
    });
    const reader = createAnswerReader(abilities);
    let plansRead = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 2 }), (steps) => {
        const answer = reader(JSON.stringify({ steps }));
        if (answer.kind === 'none') expect(answer.why).to.not.equal('');
        else expect(plan.parse(answer.plan)).to.deep.equal(answer.plan);
        plansRead += answer.kind === 'plan' ? 1 : 0;
      }),
      { numRuns: 1000 },
    );
    expect(plansRead).to.be.above(20);
  });
});

describe('the request', () => {
  const bodyOf = createModelRequest(['one/model', 'two/model', 'three/model', 'four/model'], abilities);

  it('is the same for everybody up to the person’s own turn', () => {
    const [one, other] = [
      scenario,
      { ...scenario, text: 'balance?', today: '2026-03-11', locale: 'de-DE' },
    ].map((sentence) => JSON.stringify(bodyOf([askedIn(sentence)])));
    const shared = [...(one ?? '')].findIndex((letter, at) => letter !== other?.[at]);
    expect(one?.slice(0, shared)).to.match(/"role":"user","content":"\{\\"today\\":\\"2026-03-1$/);
    expect(one?.slice(0, shared)).to.include('"response_format"').and.include('Turn one message');
  });

  it('carries the day, its weekday, the locale, the plan before and the sentence, in this order', () => {
    const previous = { steps: [{ do: 'list_charges' as const, limit: 5 }] };
    const { role, content } = askedIn({ ...scenario, text: 'the failed "ones"', previous });
    expect(role).to.equal('user');
    expect(content).to.equal(
      `{"today":"2026-03-10","weekday":"Tuesday","locale":"en-US","previous":${JSON.stringify(previous)},"sentence":"the failed \\"ones\\""}`,
    );
  });

  it('names three models at most, as many as OpenRouter takes', () => {
    expect(bodyOf([]).models).to.deep.equal(['one/model', 'two/model', 'three/model']);
  });
});
