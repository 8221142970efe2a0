import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { PlanCommandError, runPlan } from '../../src/commands/plan.js';

const run = async (...args: string[]): Promise<string> => {
  const lines: string[] = [];
  await runPlan(args, {}, (line) => lines.push(line));
  return lines.join('\n');
};

const refusal = async (...args: string[]): Promise<string> => {
  try {
    await run(...args);
    return 'nothing was refused';
  } catch (error) {
    return error instanceof PlanCommandError ? error.message : `thrown: ${String(error)}`;
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
      expect(await refusal(...args)).to.include(says);
    });

  it('names the line of a file that cannot be used', async () => {
    expect(await refusal('--in', file('bad.jsonl', '{"id":"a","text":"x"}\nnot json'))).to.include(
      'line 2 cannot be used',
    );
    expect(await refusal('--in', file('odd.jsonl', '{"id":"a","text":7}'))).to.include(
      'text is not as expected',
    );
  });
});
