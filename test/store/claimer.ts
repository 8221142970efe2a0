import { z } from 'zod';
import { createSeal } from '../../src/sealed.js';
import { createConfirmations } from '../../src/store/confirmations.js';
import { openDatabase } from '../../src/store/database.js';

const asked = z.object({
  place: z.object({ dataDir: z.string(), databaseUrl: z.string().nullable() }),
  secret: z.string(),
  nonces: z.array(z.string()),
  now: z.number(),
});

// Another replica over the same database: told which nonces, it claims them all and tells which it got.
process.once('message', async (message) => {
  const { place, secret, nonces, now } = asked.parse(message);
  const database = openDatabase(place);
  const { claim } = createConfirmations(database, createSeal([secret]));
  const got: string[] = [];
  for (const nonce of nonces)
    if (await claim(nonce, { caller: 'p-1', conversation: 'c-1', now })) got.push(nonce);
  await database.close();
  process.send?.(got, undefined, undefined, () => process.disconnect());
});
process.send?.('ready');
