import { pathToFileURL } from 'node:url';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { abilitiesToRead } from '../src/commands/commandRecognisers.js';
import { textTable } from '../src/commands/textTable.js';
import { askedIn } from '../src/recognition/modelRequest.js';
import { modelSchema, promptOf } from '../src/recognition/prompt.js';

const scenario =
  'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days';

/** What an agent with the read tools of Stripe's own toolkit (0.7.12) sends for one list, measured the same way. */
const agentToolkit = 6882;

/** Tokens (o200k) of one request for the scenario's sentence, part by part; the schema is counted as its JSON. */
export function promptTokens(): { part: string; tokens: number }[] {
  const abilities = abilitiesToRead();
  const asked = askedIn({ text: scenario, today: '2026-03-10', zone: 'UTC', locale: 'en-US' });
  const parts = [
    { part: 'rules and steps', tokens: encode(promptOf(abilities)).length },
    { part: 'schema', tokens: encode(JSON.stringify(modelSchema(abilities))).length },
    { part: 'the person’s turn', tokens: encode(asked.content).length },
  ];
  return [...parts, { part: 'in all', tokens: parts.reduce((sum, { tokens }) => sum + tokens, 0) }];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rows = promptTokens().map(({ part, tokens }) => [
    part,
    String(tokens),
    `${((100 * tokens) / agentToolkit).toFixed(0)} %`,
  ]);
  console.log(textTable([['one request for the scenario', 'tokens', 'of Stripe’s read tools'], ...rows]));
}
