import { z } from 'zod';
import { createConfirmations } from '../../src/store/confirmations.js';
import { openSqlite } from '../../src/store/database.js';

const asked = z.object({ folder: z.string(), nonces: z.array(z.string()), now: z.number() });

// Another replica over the same database: told which nonces, it claims them all and tells which it got.
process.once('message', async (message) => {
  const { folder, nonces, now } = asked.parse(message);
  const database = openSqlite(folder);
  const { claim } = createConfirmations(database);
  const got: string[] = [];
  for (const nonce of nonces)
    if (await claim(nonce, { caller: 'p-1', conversation: 'c-1', now })) got.push(nonce);
  database.close();
  process.send?.(got, undefined, undefined, () => process.disconnect());
});
process.send?.('ready');
