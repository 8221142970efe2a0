import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { createPermits } from '../src/access/permit.js';
import { textTable } from '../src/commands/textTable.js';
import { demoSettings } from '../src/demo/settings.js';
import { demoStripeAccounts, demoStripeKeys } from '../src/demo/stripe/data.js';
import { listen } from '../src/demo/stripe/listen.js';
import { startStripe } from '../src/demo/stripe/server.js';
import { noKey } from '../src/n8n/gateway.js';
import type { AccountSettings } from '../src/settings.js';
import { createStripeAccount } from '../src/stripe/account.js';

const asked = z.object({ path: z.string(), stripeVersion: z.string() });

/** The least an n8n could do: passes a read on and puts the answer in the envelope. It checks and keeps nothing, so what
 * is left is the bot's own part of the way. */
async function startEnvelope(stripe: string, key: string) {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const { path, stripeVersion } = asked.parse(JSON.parse(Buffer.concat(chunks).toString()));
    const headers = { authorization: `Bearer ${key}`, 'stripe-version': stripeVersion };
    const answer = await fetch(`${stripe}${path}`, { headers });
    const body: unknown = await answer.json();
    outgoing.writeHead(200, { 'Content-Type': 'application/json' });
    outgoing.end(JSON.stringify({ gateway: 'n8n', v: 1, status: answer.status, headers: {}, body }));
  });
  const { host, port } = await listen(server);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://${host}:${port}`, close };
}

/** Milliseconds of one read of ten charges, each way: the middle one and the ninth of ten. */
export async function gatewayHop(calls: number): Promise<{ way: string; middle: number; most: number }[]> {
  const stripe = await startStripe({ accounts: demoStripeAccounts(Date.now), clock: Date.now });
  const envelope = await startEnvelope(stripe.url, demoStripeKeys.main.reads);
  const [direct] = demoSettings({}, { stripe: stripe.url, openRouter: stripe.url }).accounts;
  if (!direct) return [];
  const gateway = { url: envelope.url, secret: 'a secret of the bench, long enough' };
  const through = { ...direct, key: noKey, couponKey: noKey, base: null, gateway };
  const rows = [
    { way: 'direct', ...(await timed(direct, calls)) },
    { way: 'in an envelope', ...(await timed(through, calls)) },
  ];
  envelope.close();
  await stripe.close();
  return rows;
}

async function timed(settings: AccountSettings, calls: number): Promise<{ middle: number; most: number }> {
  let ids = 0;
  const { account, close } = createStripeAccount(settings, () => `bench-${ids++}`);
  const caller = { key: 'bench', roles: ['reader'], accounts: [settings.id] };
  const decision = createPermits({ reader: { may: ['charges.read'] } })(caller, 'charges.read', settings.id);
  if (decision.kind === 'refused') return { middle: Number.NaN, most: Number.NaN };
  const leave = { permit: decision.permit, signal: new AbortController().signal };
  const took: number[] = [];
  for (let call = 0; call < calls + warmUp; call += 1) {
    const from = performance.now();
    await account.charges.page({ size: 10 }, leave);
    if (call >= warmUp) took.push(performance.now() - from);
  }
  close();
  took.sort((one, other) => one - other);
  return { middle: took[Math.floor(calls / 2)] ?? 0, most: took[Math.floor(calls * 0.9)] ?? 0 };
}

const warmUp = 50;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const rows = (await gatewayHop(300)).map(({ way, middle, most }) => [
    way,
    middle.toFixed(1),
    most.toFixed(1),
  ]);
  console.log(
    textTable([['ten charges, 300 reads, without n8n’s own work', 'median ms', 'p90 ms'], ...rows]),
  );
}
