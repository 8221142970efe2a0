import { expect } from 'chai';
import type { StandInAnswer } from '../../src/demo/openRouter.js';
import type { RecognitionCode } from '../../src/errors.js';
import {
  choices,
  fault,
  type ModelTalk,
  openModelTalk,
  right,
  says,
  sent,
  started,
  wanted,
} from './modelTalk.js';

describe('a request to OpenRouter', () => {
  let talk: ModelTalk;
  before(async () => {
    talk = await openModelTalk();
  });
  after(async () => await talk.standIn.close());

  it('sends exactly this body: nothing kept, nobody named', async () => {
    await talk.ask(talk.open());
    const { messages, response_format: format, ...rest } = JSON.parse(talk.standIn.bodies.at(-1) ?? '');
    expect(rest).to.deep.equal({
      model: 'a/model',
      models: ['a/model', 'b/model'],
      provider: { data_collection: 'deny', zdr: true, require_parameters: true },
      max_tokens: 300,
      temperature: 0,
    });
    expect(messages.map(({ role }: { role: string }) => role)).to.deep.equal(['system', 'user']);
    expect([format.type, format.json_schema.name, format.json_schema.strict]).to.deep.equal([
      'json_schema',
      'plan',
      true,
    ]);
  });

  it('sends no header that tells of us, not even one that the environment names', async () => {
    process.env.OPENAI_CUSTOM_HEADERS = 'HTTP-Referer: https://us.example\nX-Title: Us';
    process.env.OPENAI_ORG_ID = 'org-us';
    const recognise = talk.open();
    delete process.env.OPENAI_CUSTOM_HEADERS;
    delete process.env.OPENAI_ORG_ID;
    await talk.ask(recognise);
    const { host: _host, 'content-length': _length, ...headers } = talk.standIn.headers.at(-1) ?? {};
    expect(headers).to.deep.equal({
      authorization: 'Bearer sk-or-v1-test',
      'content-type': 'application/json',
      accept: 'application/json',
      connection: 'keep-alive',
      // These four are Node's own fetch.
      'accept-language': '*',
      'sec-fetch-mode': 'cors',
      'user-agent': 'node',
      'accept-encoding': headers['accept-encoding'],
    });
  });

  it('goes nowhere else, wherever it is sent', async () => {
    const elsewhere = await openModelTalk();
    const Location = `${elsewhere.standIn.url}/chat/completions`;
    talk.standIn.queue(fault(307, { Location }), fault(308, { Location }));
    const { came, requests } = await talk.ask(talk.open());
    await elsewhere.standIn.close();
    expect([came, requests, elsewhere.standIn.bodies.length]).to.deep.equal(['unreachable', 2, 0]);
  });

  it('keeps the policy in every request, a second try too', async () => {
    const from = talk.standIn.bodies.length;
    talk.standIn.queue(says('no plan'), fault(500), fault(404));
    await talk.ask(talk.open());
    await talk.ask(talk.open());
    const bodies = talk.standIn.bodies.slice(from).map((body) => JSON.parse(body));
    expect(bodies).to.have.length(3);
    for (const { provider } of bodies)
      expect(provider).to.deep.equal({ data_collection: 'deny', zdr: true, require_parameters: true });
  });

  it('tells the model once what was wrong with its answer', async () => {
    talk.standIn.queue(says('{"steps":[{"do":"list_charges","with":[{"field":"limit","value":"ten"}]}]}'));
    expect((await talk.ask(talk.open())).came).to.deep.equal(wanted);
    const { messages } = JSON.parse(talk.standIn.bodies.at(-1) ?? '');
    expect(messages.slice(2).map(({ role }: { role: string }) => role)).to.deep.equal(['assistant', 'user']);
    expect(messages[3].content).to.match(
      /^That is no plan: steps\.0\.limit: .*expected number.*Answer again/,
    );
  });
});

/** A body of status 200 that tells of an error. */
const told = (error: object): StandInAnswer => ({ status: 200, body: JSON.stringify({ error }) });

describe('an answer of OpenRouter', () => {
  let talk: ModelTalk;
  before(async () => {
    talk = await openModelTalk();
  });
  after(async () => await talk.standIn.close());
  const soon = new Date();
  const later = new Date(soon.getTime() + 3_600_000);
  const date = { Date: soon.toUTCString() };
  const rows: readonly [
    what: string,
    answers: StandInAnswer[],
    comes: RecognitionCode | 'plan',
    requests: number,
  ][] = [
    ['a plan', [says(right)], 'plan', 1],
    ['a plan in fences', [says(`\`\`\`json\n${right}\n\`\`\``)], 'plan', 1],
    ['a plan with prose around', [says(`Sure! ${right} Anything else?`)], 'plan', 1],
    [
      'a plan under another content type',
      [sent('text/plain', JSON.stringify({ choices: [{ message: { content: right } }] }))],
      'plan',
      1,
    ],
    ['prose, then a plan', [says('I think you mean charges.')], 'plan', 2],
    ['prose twice', [says('no'), says('no')], 'unreadable', 2],
    [
      'a plan of a step we do not have, twice',
      [says('{"steps":[{"do":"rm"}]}'), says('{"steps":[{"do":"rm"}]}')],
      'unreadable',
      2,
    ],
    [
      'a tool call',
      [choices({ finish_reason: 'tool_calls', message: { content: null, tool_calls: [{ id: 'x' }] } })],
      'plan',
      2,
    ],
    ['no content', [says(null)], 'plan', 2],
    ['no content twice', [says(''), says(null)], 'unreadable', 2],
    ['no choices', [{ status: 200, body: '{"choices":[]}' }], 'plan', 2],
    ['no body', [{ status: 200, body: '' }], 'unreadable', 1],
    ['an answer cut at its longest', [says('{"steps":[{"do":"list_', 'length')], 'unreadable', 1],
    [
      'a refusal',
      [choices({ message: { content: null, refusal: 'I cannot' }, finish_reason: 'stop' })],
      'refused',
      1,
    ],
    ['a filtered answer', [says('', 'content_filter')], 'refused', 1],
    ['a choice that failed', [says(null, 'error')], 'plan', 2],
    ['an error in the choice', [choices({ error: { code: 402 }, message: { content: '' } })], 'no_credit', 1],
    ['200 with an error of 402', [told({ code: 402, message: 'x' })], 'no_credit', 1],
    [
      '200 with an error of 403',
      [told({ code: 403, message: 'x', metadata: { flagged_input: 'last 10' } })],
      'refused',
      1,
    ],
    ['200 with an error of 429', [told({ code: 429, message: 'x' })], 'plan', 2],
    ['200 with an error of 502, twice', [told({ code: 502 }), told({ code: 502 })], 'unreachable', 2],
    ['200 with an error in words', [told({ code: 'server_error', message: 'x' })], 'plan', 2],
    ['200 with HTML', [sent('text/html', '<html><body>Log in</body></html>')], 'unreadable', 1],
    ['200 with HTML that says it is JSON', [sent('application/json', '<html></html>')], 'unreadable', 1],
    ['JSON of another kind', [{ status: 200, body: '[1,2]' }], 'unreadable', 1],
    ['204', [{ status: 204, body: '' }], 'unreadable', 1],
    ['400', [fault(400)], 'refused', 1],
    ['401', [fault(401)], 'refused', 1],
    ['402', [fault(402)], 'no_credit', 1],
    ['403', [fault(403)], 'refused', 1],
    ['404: nobody keeps to the policy', [fault(404)], 'no_provider', 1],
    ['408', [fault(408)], 'timeout', 1],
    ['413', [fault(413)], 'refused', 1],
    ['429', [fault(429)], 'plan', 2],
    ['429, Retry-After 0', [fault(429, { 'Retry-After': '0' })], 'plan', 2],
    ['429, Retry-After 1', [fault(429, { 'Retry-After': '1' })], 'plan', 2],
    [
      '429, Retry-After 3: longer than a person should wait for it',
      [fault(429, { 'Retry-After': '3' })],
      'unreachable',
      1,
    ],
    ['429, Retry-After 30', [fault(429, { 'Retry-After': '30' })], 'unreachable', 1],
    [
      '429, Retry-After now as a date',
      [fault(429, { 'Retry-After': soon.toUTCString(), ...date })],
      'plan',
      2,
    ],
    [
      '429, Retry-After in an hour as a date',
      [fault(429, { 'Retry-After': later.toUTCString(), ...date })],
      'unreachable',
      1,
    ],
    ['429, Retry-After nonsense', [fault(429, { 'Retry-After': 'soonish' })], 'plan', 2],
    ['429 twice', [fault(429), fault(429)], 'unreachable', 2],
    ['500', [fault(500)], 'plan', 2],
    ['500 twice', [fault(500), fault(500)], 'unreachable', 2],
    ['502', [fault(502)], 'plan', 2],
    ['503: nobody keeps to the policy', [fault(503)], 'no_provider', 1],
    ['503, Retry-After 0', [fault(503, { 'Retry-After': '0' })], 'plan', 2],
    ['503, Retry-After 60', [fault(503, { 'Retry-After': '60' })], 'no_provider', 1],
    ['529', [fault(529)], 'plan', 2],
    ['500 with HTML', [{ status: 500, body: '<html>', headers: { 'Content-Type': 'text/html' } }], 'plan', 2],
    ['a connection that is dropped at once', [(outgoing) => outgoing.destroy()], 'plan', 2],
    [
      'a connection that is dropped in the middle of the answer',
      [started((outgoing) => outgoing.write('{"choices":[', () => outgoing.destroy()))],
      'plan',
      2,
    ],
    ['1 MB of answer', [says('x'.repeat(1_000_000))], 'unreadable', 1],
    ['1 MB of error', [{ status: 500, body: 'x'.repeat(1_000_000) }], 'plan', 2],
    [
      '100,000 brackets',
      [{ status: 200, body: `{"choices":${'['.repeat(30_000)}${']'.repeat(30_000)}}` }],
      'unreadable',
      1,
    ],
    [
      '__proto__',
      [{ status: 200, body: `{"__proto__":{"choices":[{"message":{"content":${JSON.stringify(right)}}}]}}` }],
      'unreadable',
      1,
    ],
  ];
  for (const [what, answers, comes, requests] of rows)
    it(`comes to ${comes === 'plan' ? 'a plan' : `the fault ${comes}`} after ${requests === 1 ? 'one request' : 'two'}: ${what}`, async () => {
      talk.standIn.queue(...answers);
      const found = await talk.ask(talk.open());
      expect([found.came, found.requests]).to.deep.equal([comes === 'plan' ? wanted : comes, requests]);
      expect(found.took).to.be.below(1500);
    });
});
