import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CommandError } from '../../src/commands/commandError.js';
import { runEval } from '../../src/commands/eval.js';
import { type StandInOpenRouter, startOpenRouter } from '../../src/demo/openRouter.js';
import { readPlan } from '../../src/recognition/builtIn/recognise.js';

const folder = mkdtempSync(join(tmpdir(), 'eval-'));
const file = (name: string, rows: readonly object[]): string => {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'));
  return path;
};
const run = async (args: readonly string[], env: Record<string, string> = {}): Promise<string> => {
  const lines: string[] = [];
  await runEval({ args, env, print: (line) => lines.push(line), note: () => {} });
  return lines.join('\n');
};
/** The cells of the line that begins so. */
const cells = (text: string, begins: string): string[] =>
  text
    .split('\n')
    .find((line) => line.startsWith(begins))
    ?.split(/ {2,}/) ?? [];

const rows = [
  {
    id: '1',
    text: 'last 5 charges',
    plan: { steps: [{ do: 'list_charges', limit: 5 }] },
    tags: ['charges'],
    lang: 'en',
  },
  {
    id: '2',
    text: 'charges of Ann Roe',
    plan: { steps: [{ do: 'list_customers' }] },
    also: [{ steps: [{ customer: 'ANN ROE', do: 'list_charges' }] }],
    tags: ['charges', 'lookup'],
    lang: 'en',
  },
  {
    id: '3',
    text: 'balance',
    plan: { steps: [{ do: 'show_balance', currency: 'eur' }] },
    tags: ['balance'],
    lang: 'en',
  },
  { id: '4', text: 'guthaben', plan: { steps: [{ do: 'refuse', reason: 'off_topic' }] }, lang: 'de' },
  {
    id: '5',
    text: 'make it 7',
    previous: { steps: [{ do: 'list_charges', limit: 5 }] },
    plan: { steps: [{ do: 'list_charges', limit: 7 }] },
    tags: ['follow-up'],
    lang: 'en',
  },
];

describe('the eval command', () => {
  let standIn: StandInOpenRouter;
  before(async () => {
    standIn = await startOpenRouter((sentence) => readPlan(sentence).plan);
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await standIn.close();
  });

  it('scores plans and steps as the labelling guide says', async () => {
    const text = await run(['--in', file('set.jsonl', rows)]);
    expect(cells(text, 'built-in').slice(0, 4)).to.deep.equal(['built-in', '5', '0.600', '0.800']);
    expect(cells(text, 'charges')).to.deep.equal(['charges', '2', '1.000']);
    expect(cells(text, 'balance')).to.deep.equal(['balance', '1', '0.000']);
    expect(cells(text, 'lang:de')).to.deep.equal(['lang:de', '1', '0.000']);
    expect(text).to.include('2026-03-10 UTC');
  });

  it('leaves out which step waits for an answer, as the guide does', async () => {
    const step = { do: 'clarify', about: 'which_customer' };
    const path = file('for.jsonl', [
      { id: '1', text: 'charges of my customer', plan: { steps: [step] } },
      {
        id: '2',
        text: 'charges of my customer',
        plan: { steps: [{ ...step, for: { do: 'list_coupons' } }] },
      },
    ]);
    expect(cells(await run(['--in', path]), 'built-in').slice(1, 4)).to.deep.equal(['2', '1.000', '1.000']);
  });

  it('prints what was wrong when asked', async () => {
    const path = file('misses.jsonl', rows);
    expect(await run(['--in', path])).to.not.include('missed');
    expect(await run(['--in', path, '--misses'])).to.include(
      'built-in missed 3 "balance"\n  want [{"do":"show_balance","currency":"eur"}]\n  got  [{"do":"show_balance"}]',
    );
  });

  it('reads the open set, of which the built-in recogniser knows most', async () => {
    const [, all, plans, steps] = cells(await run(['--lang', 'en']), 'built-in');
    expect(Number(all)).to.be.above(100);
    expect(Number(plans)).to.be.at.least(0.88);
    expect(Number(steps)).to.be.at.least(0.94);
  });

  it('sets both recognisers side by side, with tokens, cost and time', async () => {
    const env = { OPENROUTER_API_KEY: 'sk-or-v1-test', OPENROUTER_BASE_URL: standIn.url };
    standIn.queue({
      status: 200,
      body: JSON.stringify({
        model: 'a/model',
        choices: [{ message: { content: '{"steps":[{"do":"help"}]}' } }],
        usage: { prompt_tokens: 1000, completion_tokens: 20, cost: 0.25 },
      }),
    });
    const text = await run(['--in', file('both.jsonl', rows), '--by', 'both', '--lang', 'en'], env);
    expect(cells(text, 'built-in').slice(0, 7)).to.deep.equal([
      'built-in',
      '4',
      '0.750',
      '1.000',
      '0',
      '0',
      '0.0000',
    ]);
    const [, all, plans, , tokensIn, tokensOut, cost, ...times] = cells(text, 'openrouter');
    expect([all, plans, cost]).to.deep.equal(['4', '0.500', '0.2500']);
    expect([Number(tokensIn) > 1000, Number(tokensOut) > 20]).to.deep.equal([true, true]);
    for (const time of times) expect(Number(time)).to.be.above(0);
    expect(cells(text, 'follow-up')).to.deep.equal(['follow-up', '1', '1.000', '1.000']);
  });

  it('says how many the built-in recogniser had to read', async () => {
    const env = { OPENROUTER_API_KEY: 'sk-or-v1-test', OPENROUTER_BASE_URL: standIn.url };
    standIn.queue({ status: 402, body: '{}' });
    expect(await run(['--in', file('down.jsonl', rows), '--by', 'openrouter'], env)).to.include(
      'the built-in recogniser read 5 of 5, for the model gave no plan (no_credit 1, unreachable 4)',
    );
  });

  const wrong: [args: string[], says: string][] = [
    [['--in', join(folder, 'missing.jsonl')], 'cannot be read'],
    [['--by', 'oracle'], 'is no recogniser'],
    [['--by', 'both'], 'OPENROUTER_API_KEY is missing'],
    [['--lang', 'xx'], 'There is nothing to score'],
    [['--today', 'now'], 'is no day'],
    [['a', 'text'], 'The options cannot be read'],
  ];
  for (const [args, says] of wrong)
    it(`refuses ${JSON.stringify(args.map((arg) => arg.replace(folder, '')))} with a sentence`, async () => {
      const thrown: unknown = await run(args).catch((error: unknown) => error);
      expect(thrown).to.be.instanceOf(CommandError);
      expect(thrown instanceof CommandError && thrown.message).to.include(says);
    });

  it('names the line that is not labelled', async () => {
    const thrown: unknown = await run(['--in', file('odd.jsonl', [{ id: '1', text: 'x' }])]).catch(
      (error) => error,
    );
    expect(thrown instanceof CommandError && thrown.message)
      .to.include('line 1')
      .and.include('plan is not');
  });
});
