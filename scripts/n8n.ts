import { writeFileSync } from 'node:fs';
import { askedFor, usage } from './n8n/options.js';
import { shippedWorkflows } from './n8n/shipped.js';
import { written } from './n8n/written.js';

// Makes the workflows that an n8n admin imports, out of the bot's own lists, so that both sides allow the same.
const asked = askedFor(process.argv.slice(2));
if (asked.kind === 'wrong') {
  console.error(`${asked.why}\n${usage}`);
  process.exitCode = 1;
} else if (asked.kind === 'shipped') {
  for (const [name, workflow] of Object.entries(shippedWorkflows()))
    writeFileSync(new URL(`../n8n/${name}`, import.meta.url), written(workflow));
} else if (asked.out) writeFileSync(asked.out, written(asked.workflow));
else process.stdout.write(written(asked.workflow));
