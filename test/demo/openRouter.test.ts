import { expect } from 'chai';
import { z } from 'zod';
import { type StandInOpenRouter, startOpenRouter, writtenAs } from '../../src/demo/openRouter.js';
import { readPlan } from '../../src/recognition/builtIn/recognise.js';
import { askedIn } from '../../src/recognition/modelRequest.js';

const completion = z.object({
  model: z.string(),
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }),
});

describe('the stand-in for OpenRouter', () => {
  let standIn: StandInOpenRouter;
  before(async () => {
    standIn = await startOpenRouter((sentence) => readPlan(sentence).plan);
  });
  after(async () => await standIn.close());

  const post = async (body: string) =>
    await fetch(`${standIn.url}/chat/completions`, { method: 'POST', body, headers: { 'X-Test': 'yes' } });
  const ask = async (text: string, more: object[] = []) => {
    const asked = askedIn({ text, today: '2026-03-10', zone: 'UTC', locale: 'en' });
    const messages = [{ role: 'system', content: 'rules' }, asked, ...more];
    const answered: unknown = await (await post(JSON.stringify({ model: 'a/model', messages }))).json();
    const answer = completion.parse(answered);
    return { answer, plan: JSON.parse(answer.choices[0].message.content) };
  };

  it('answers as a model would: by the schema, with a model and what it cost', async () => {
    const { answer, plan } = await ask('last 5 failed charges');
    expect(plan).to.deep.equal({
      steps: [
        {
          do: 'list_charges',
          with: [
            { field: 'limit', value: '5' },
            { field: 'status', value: 'failed' },
          ],
        },
      ],
    });
    expect(answer.model).to.equal('a/model');
    expect(answer.usage.prompt_tokens).to.be.above(30);
    expect(answer.usage.completion_tokens).to.be.above(20);
  });

  it('knows a placeholder for the customer that it is', async () => {
    const { plan } = await ask('charges of customer_1');
    expect(plan.steps).to.deep.equal([
      { do: 'list_charges', with: [{ field: 'customer', value: 'customer_1' }] },
    ]);
  });

  it('answers the sentence again when it is told that its plan is none', async () => {
    const { plan } = await ask('balance', [
      { role: 'assistant', content: 'no' },
      { role: 'user', content: 'That is no plan.' },
    ]);
    expect(plan.steps).to.deep.equal([{ do: 'show_balance', with: [] }]);
  });

  it('keeps what it was sent, and gives the queued answers first', async () => {
    const [bodies, headers] = [standIn.bodies.length, standIn.headers.length];
    standIn.queue({ status: 402, body: '{"error":{}}', headers: { 'Retry-After': '9' } }, (outgoing) => {
      outgoing.statusCode = 204;
      outgoing.end();
    });
    const first = await post('one');
    expect([first.status, first.headers.get('retry-after')]).to.deep.equal([402, '9']);
    expect((await post('two')).status).to.equal(204);
    expect(standIn.bodies.slice(bodies)).to.deep.equal(['one', 'two']);
    expect(standIn.headers.slice(headers).map((each) => each['x-test'])).to.deep.equal(['yes', 'yes']);
  });

  it('forgets the answers that nobody asked for', async () => {
    standIn.queue({ status: 500, body: '' });
    standIn.forget();
    expect((await ask('balance')).plan.steps[0].do).to.equal('show_balance');
  });

  it('hangs up on what is no request, and goes on', async () => {
    const answered = await post('{"messages":1}').then(
      () => 'answered',
      () => 'hung up',
    );
    expect(answered).to.equal('hung up');
    expect((await ask('balance')).plan.steps[0].do).to.equal('show_balance');
  });

  it('writes a step that waits as its name and its fields', () => {
    const waiting = { do: 'list_charges', limit: 3 } as const;
    const written = writtenAs({ steps: [{ do: 'clarify', about: 'which_customer', for: waiting }] });
    expect(JSON.parse(written).steps[0].with).to.deep.equal([
      { field: 'about', value: 'which_customer' },
      { field: 'for', value: 'list_charges' },
      { field: 'limit', value: '3' },
    ]);
  });
});
