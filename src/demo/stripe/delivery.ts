import type { ServerResponse } from 'node:http';
import type { Reply } from './execution.js';
import type { Fault } from './faults.js';
import { isRecord } from './leaf.js';

interface Written {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What goes out: an answer, half of one, or none. */
export type Delivery =
  | (Written & { kind: 'answer' })
  | (Written & { kind: 'half' })
  | { kind: 'drop' }
  | { kind: 'hang' };

/** The reply as the fault lets it out. */
export function deliveryOf({ status, body, headers }: Reply, fault: Fault | undefined): Delivery {
  const text = JSON.stringify(body);
  const json = { ...headers, 'Content-Type': 'application/json' };
  switch (fault?.kind) {
    case 'drop':
    case 'hang':
      return { kind: fault.kind };
    case 'cut':
      return { kind: 'half', status, headers: json, body: text };
    case 'badJson':
      return { kind: 'answer', status, headers: json, body: text.slice(0, text.length / 2) };
    case 'html':
      return {
        kind: 'answer',
        status: 200,
        headers: { ...headers, 'Content-Type': 'text/html' },
        body: page,
      };
    case 'bareError':
      return { kind: 'answer', status: fault.status, headers: json, body: '{"message":"upstream"}' };
    case 'otherMode':
      return { kind: 'answer', status, headers: json, body: JSON.stringify(turned(body)) };
    default:
      return { kind: 'answer', status, headers: json, body: text };
  }
}

/** Sends it. restify replaces `writeHead` for the whole process, so nothing is chained on it. */
export function deliver(response: ServerResponse, delivery: Delivery): void {
  if (delivery.kind === 'hang') return;
  if (delivery.kind === 'drop') {
    response.socket?.resetAndDestroy();
    return;
  }
  const bytes = Buffer.from(delivery.body);
  response.writeHead(delivery.status, { ...delivery.headers, 'Content-Length': String(bytes.length) });
  if (delivery.kind === 'answer') {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
}

const page = '<!doctype html><title>Gateway</title><p>Please sign in to the proxy.</p>';

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (!isRecord(value)) return value;
  const leaves = Object.entries(value).map(([name, inner]) => [
    name,
    name === 'livemode' ? !inner : turned(inner),
  ]);
  return Object.fromEntries(leaves);
}
