import { readFileSync } from 'node:fs';
import { z } from 'zod';

const line = z.object({ id: z.string(), text: z.string() });
const file = new URL('../data/hostile-card-texts.jsonl', import.meta.url);

/** Texts that a client would make something of. */
export const hostileTexts = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((row) => line.parse(JSON.parse(row)).text);
