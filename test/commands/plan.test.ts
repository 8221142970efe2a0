import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { CommandError } from '../../src/commands/commandError.js';
import { runPlan } from '../../src/commands/plan.js';
import { type StandInOpenRouter, startOpenRouter } from '../../src/demo/openRouter.js';
import { readPlan } from '../../src/recognition/builtIn/recognise.js';

type Variables = Record<string, string>;

const ran = async (args: readonly string[], env: Variables = {}) => {
  const [lines, notes]: [string[], string[]] = [[], []];
  await runPlan({ args, env, print: (line) => lines.push(line), note: (line) => notes.push(line) });
  return { text: lines.join('\n'), notes };
};
const run = async (...args: string[]): Promise<string> => (await ran(args)).text;

const refusal = async (args: readonly string[], env: Variables = {}): Promise<string> => {
  try {
    await ran(args, env);
    return 'nothing was refused';
  } catch (error) {
    return error instanceof CommandError ? error.message : `thrown: ${String(error)}`;
  }
};

describe('the plan command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  after(() => rmSync(folder, { recursive: true }));

  it('prints the plan of a text', async () => {
    expect(JSON.parse(await run('charges', 'since', 'yesterday', '--today', '2026-03-10'))).to.deep.equal({
      steps: [{ do: 'list_charges', from: '2026-03-09' }],
    });
  });

  it('tells the rules when asked why', async () => {
    expect(JSON.parse(await run('balance', '--why'))).to.deep.equal({
      steps: [{ do: 'show_balance' }],
      rules: ['balance'],
    });
  });

  it('plans a file line by line, each after the plan before it', async () => {
    const rows = [
      { id: 'a', text: 'last 5 charges' },
      { id: 'b', text: 'make it 7', previous: { steps: [{ do: 'list_charges', limit: 5 }] } },
    ];
    const path = file('in.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
    const lines = (await run('--in', path, '--today', '2026-03-10'))
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).to.deep.equal([
      { id: 'a', plan: { steps: [{ do: 'list_charges', limit: 5 }] }, by: 'built-in' },
      { id: 'b', plan: { steps: [{ do: 'list_charges', limit: 7 }] }, by: 'built-in' },
    ]);
  });

  const wrong: [args: string[], says: string][] = [
    [[], 'nothing to plan'],
    [['  '], 'nothing to plan'],
    [['hi', '--loud'], 'cannot be read'],
    [['hi', '--today', '2026-02-30'], 'is no day'],
    [['hi', '--tz', 'Mars'], 'is no time zone'],
    [['hi', '--by', 'oracle'], 'is no recogniser'],
    [['hi', '--in', 'x.jsonl'], 'Give one of them'],
    [['--in', join(folder, 'missing.jsonl')], 'cannot be read'],
  ];
  for (const [args, says] of wrong)
    it(`refuses ${JSON.stringify(args.map((arg) => arg.replace(folder, '')))} with a sentence`, async () => {
      expect(await refusal(args)).to.include(says);
    });

  it('names the line of a file that cannot be used', async () => {
    expect(await refusal(['--in', file('bad.jsonl', '{"id":"a","text":"x"}\nnot json')])).to.include(
      'line 2 cannot be used',
    );
    expect(await refusal(['--in', file('odd.jsonl', '{"id":"a","text":7}')])).to.include(
      'text is not as expected',
    );
  });

  describe('by OpenRouter', () => {
    let standIn: StandInOpenRouter;
    let env: Variables;
    before(async () => {
      standIn = await startOpenRouter((sentence) => readPlan(sentence).plan);
      env = {
        OPENROUTER_API_KEY: 'sk-or-v1-test',
        OPENROUTER_BASE_URL: standIn.url,
        OPENROUTER_MODELS: 'a/model, b/model',
      };
    });
    after(async () => await standIn.close());
    const by = ['--by', 'openrouter', '--today', '2026-03-10'];

    it('asks the models of the environment, and says so on each line', async () => {
      const path = file('one.jsonl', '{"id":"a","text":"charges of jane@shop.example"}');
      const { text, notes } = await ran(['--in', path, ...by], env);
      expect(JSON.parse(text)).to.deep.equal({
        id: 'a',
        plan: { steps: [{ do: 'list_charges', customer: 'jane@shop.example' }] },
        by: 'openrouter',
      });
      expect(notes).to.deep.equal([]);
      const body = standIn.bodies.at(-1) ?? '';
      expect(JSON.parse(body).models).to.deep.equal(['a/model', 'b/model']);
      expect(body).to.not.include('jane');
    });

    it('tells what it cost when asked why', async () => {
      const { usage, ...rest } = JSON.parse((await ran(['balance', '--why', ...by], env)).text);
      expect(rest).to.deep.equal({ steps: [{ do: 'show_balance' }], by: 'openrouter' });
      expect(usage).to.include({ model: 'a/model', attempts: 1 });
    });

    it('says when the built-in recogniser had to read it', async () => {
      standIn.queue({ status: 402, body: '{}' });
      const path = file('two.jsonl', '{"id":"a","text":"balance"}');
      const { text, notes } = await ran(['--in', path, ...by], env);
      expect(JSON.parse(text).by).to.equal('built-in');
      expect(notes.join()).to.include('no_credit').and.include('built-in recogniser');
    });

    const faulty: [says: string, env: Variables][] = [
      ['OPENROUTER_API_KEY is missing', {}],
      ['OPENROUTER_API_KEY is missing', { OPENROUTER_API_KEY: ' ' }],
      [
        'OPENROUTER_BASE_URL: write an address',
        { OPENROUTER_API_KEY: 'sk-or-x', OPENROUTER_BASE_URL: 'here' },
      ],
      ['OPENROUTER_MODELS', { OPENROUTER_API_KEY: 'sk-or-x', OPENROUTER_MODELS: ',' }],
    ];
    for (const [says, variables] of faulty)
      it(`refuses ${JSON.stringify(variables)} with a sentence that has no key in it`, async () => {
        const message = await refusal(['balance', ...by], variables);
        expect(message).to.include(says).and.not.include('sk-or');
      });
  });
});
