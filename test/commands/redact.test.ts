import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { RedactCommandError, runRedact } from '../../src/commands/redact.js';

const run = async (...args: string[]): Promise<string[]> => {
  const lines: string[] = [];
  await runRedact(args, (line) => lines.push(line));
  return lines;
};

const refusal = async (...args: string[]): Promise<string> => {
  try {
    await run(...args);
    return 'nothing was refused';
  } catch (error) {
    return error instanceof RedactCommandError ? error.message : `thrown: ${String(error)}`;
  }
};

describe('the redact command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redact-'));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  after(() => rmSync(folder, { recursive: true }));

  it('prints what would leave of a text', async () => {
    expect(await run('card 4242424242424242', 'of', 'jane@example.com')).to.deep.equal([
      'card [removed] of customer_1',
    ]);
  });

  it('shows Stripe ids as typed, and as sent when asked to', async () => {
    const said = 'ch_3Oab and cus_9 of Mia Wolf';
    expect(await run(said)).to.deep.equal(['ch_3Oab and cus_9 of customer_1']);
    expect(await run(said, '--as-sent')).to.deep.equal(['ch_placeholder1 and customer_2 of customer_3']);
  });

  it('redacts a file line by line, each by itself', async () => {
    const rows = [
      { id: 'a', text: 'charges of jane@example.com' },
      { id: 'b', text: 'cvc 123\nof bo@example.com' },
      { id: 'c', text: 'order 4242' },
    ];
    const path = file('in.jsonl', `${rows.map((row) => JSON.stringify(row)).join('\n')}\n\n`);
    expect((await run('--in', path)).map((line) => JSON.parse(line))).to.deep.equal([
      { id: 'a', text: 'charges of customer_1' },
      { id: 'b', text: 'cvc [removed]\nof customer_1' },
      { id: 'c', text: 'order 4242' },
    ]);
  });

  const wrong: [args: string[], says: string][] = [
    [[], 'nothing to redact'],
    [['  '], 'nothing to redact'],
    [['hi', '--loud'], 'cannot be read'],
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
