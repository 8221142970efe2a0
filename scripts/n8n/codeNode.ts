import { readFileSync } from 'node:fs';
import type { Step } from './nodes.js';

/** The script of a Code node: a file of n8n/code, the tables it needs, and one line that calls it. */
export interface Code {
  /** Name of the box. */
  name: string;
  /** Name of the file in n8n/code, without its ending. */
  file: string;
  tables?: Readonly<Record<string, unknown>>;
  /** What the box gives back: an expression in which the file's function and `tables` are known. */
  gives: string;
}

/** A Code node that runs once for all items. */
export function codeNode({ name, file, tables, gives }: Code): Step {
  const source = readFileSync(new URL(`../../n8n/code/${file}.js`, import.meta.url), 'utf8');
  const lines = [
    source.replace(/^export /gm, '').trimEnd(),
    ...(tables ? [`const tables = ${JSON.stringify(tables)};`] : []),
    `return ${gives};`,
  ];
  return {
    name,
    type: 'n8n-nodes-base.code',
    typeVersion: 2,
    parameters: { mode: 'runOnceForAllItems', language: 'javaScript', jsCode: `${lines.join('\n\n')}\n` },
  };
}
