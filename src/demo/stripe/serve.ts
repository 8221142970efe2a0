import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Ask, header, readAsk } from './ask.js';
import { type Delivery, deliver, deliveryOf } from './delivery.js';
import { exchange, type Seen, type World } from './exchange.js';
import type { Reply } from './execution.js';
import type { Fault, Faults } from './faults.js';
import { randomId } from './random.js';
import { errorBody, Refusal } from './refusal.js';
import { type LoggedRequest, noteSeen, openLine } from './requestLog.js';

interface Serving {
  world: World;
  faults: Faults;
  requests: LoggedRequest[];
  request: IncomingMessage;
  response: ServerResponse;
}

/** Reads, answers and logs one request. Never rejects: a client that goes away is nobody's fault. */
export async function serve({ world, faults, requests, request, response }: Serving): Promise<void> {
  const requestId = randomId(world.random, 'req_', 14);
  const ask = await readAsk(request, requestId).catch(() => undefined);
  if (!ask) return;
  const line = openLine(ask);
  requests.push(line);
  const seen: Seen = {};
  const fault = faults.take(ask.method, ask.path);
  const delivery = await deliveryFor({ world, ask, fault, seen });
  noteSeen(line, seen);
  if ('status' in delivery) line.status = delivery.status;
  deliver(response, delivery);
}

interface Asked {
  world: World;
  ask: Ask;
  fault: Fault | undefined;
  seen: Seen;
}

async function deliveryFor({ world, ask, fault, seen }: Asked): Promise<Delivery> {
  if ((fault?.kind === 'drop' || fault?.kind === 'hang') && fault.stage !== 'done')
    return { kind: fault.kind };
  const live = () => (seen.account ?? seen.asker?.home)?.mode === 'live';
  const reply = await exchange(world, ask, fault, seen).catch((error: unknown) =>
    refused(error, ask.requestId, live()),
  );
  return deliveryOf({ ...reply, headers: { ...standing(ask), ...reply.headers } }, fault);
}

function refused(error: unknown, requestId: string, live: boolean): Reply {
  const { terms } = error instanceof Refusal ? error : ownFailure(error);
  return { status: terms.status, body: errorBody(terms, requestId, live), headers: terms.headers ?? {} };
}

function ownFailure(error: unknown): Refusal {
  return new Refusal({
    status: 500,
    type: 'api_error',
    message: `The stand-in itself failed: ${String(error)}`,
  });
}

const echoed = ['Stripe-Version', 'Stripe-Account', 'Idempotency-Key'] as const;

/** The headers of every answer: its id, and the echo of what the SDK reads back. */
function standing(ask: Ask): Record<string, string> {
  const echo = echoed.flatMap((name) => {
    const value = header(ask, name.toLowerCase());
    return value === undefined ? [] : [[name, value] as const];
  });
  return { 'Request-Id': ask.requestId, 'Cache-Control': 'no-cache, no-store', ...Object.fromEntries(echo) };
}
