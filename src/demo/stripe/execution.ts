import { setTimeout as sleep } from 'node:timers/promises';
import { type Ask, header } from './ask.js';
import type { Call, Route } from './call.js';
import type { Fault } from './faults.js';
import { strike } from './faultyRefusal.js';
import { formFingerprint } from './form.js';
import type { KeptReply } from './idempotency.js';
import { errorBody, Refusal } from './refusal.js';

/** An answer and the headers that are its own. */
export interface Reply extends KeptReply {
  headers: Record<string, string>;
}

interface Execution {
  call: Call;
  route: Route;
  fault: Fault | undefined;
  ask: Ask;
}

/** Does what the route does: once per idempotency key if a POST bears one. Throws a `Refusal` that is not kept. */
export async function execution(work: Execution): Promise<Reply> {
  const { call, route, fault, ask } = work;
  const key = ask.method === 'POST' ? header(ask, 'idempotency-key') : undefined;
  if (key !== undefined) return once(work, key);
  return { ...(await execute(route.prepare(call), fault)), headers: {} };
}

async function once({ call, route, fault, ask }: Execution, key: string): Promise<Reply> {
  const parameters = formFingerprint(ask.parameters);
  const { requestId } = ask;
  const claim = call.account.idempotency.claim({
    key,
    path: call.path,
    parameters,
    requestId,
    now: call.now,
  });
  if (claim.kind === 'repeat')
    return {
      ...claim.reply,
      headers: { 'Original-Request': claim.firstRequest, 'Idempotent-Replayed': 'true', ...finished },
    };
  const run = prepareOrRelease(call, route, claim.release);
  const reply = await execute(run, fault).catch((error: unknown) => keptRefusal(error, call, requestId));
  claim.keep(reply);
  return { ...reply, headers: { 'Original-Request': requestId, ...finished } };
}

const finished = { 'Stripe-Should-Retry': 'false' };

function prepareOrRelease(call: Call, route: Route, release: () => void): () => object {
  try {
    return route.prepare(call);
  } catch (error) {
    release();
    throw error;
  }
}

async function execute(run: () => object, fault: Fault | undefined): Promise<KeptReply> {
  if (fault?.kind === 'wait') await fault.until;
  if (fault?.kind === 'delay') await sleep(fault.milliseconds, undefined, { ref: false });
  strike(fault, 'begun');
  const body = structuredClone(run());
  strike(fault, 'done');
  return { status: 200, body };
}

function keptRefusal(error: unknown, call: Call, requestId: string): KeptReply {
  if (!(error instanceof Refusal)) throw error;
  const { terms } = error;
  return { status: terms.status, body: errorBody(terms, requestId, call.account.mode === 'live') };
}
