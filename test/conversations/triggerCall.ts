import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Settings } from '../../src/settings.js';
import type { House } from './house.js';

/** The trigger of these tests, which may everything that a trigger can. */
export const daily = {
  name: 'daily-summary',
  secret: 'the secret of the daily summary',
  tasks: ['balance_summary', 'last_charges', 'coupons_ending_soon', 'failed_payments_since'],
} as const satisfies Settings['triggers'][number];

/** Another one, with another secret and one task. */
export const weekly = {
  name: 'weekly',
  secret: 'the secret of the weekly one',
  tasks: ['balance_summary'],
} as const satisfies Settings['triggers'][number];

/** The demo with both of them, and a name for a conversation. */
export function withTriggers(demo: Settings): Settings {
  return {
    ...demo,
    triggers: [daily, weekly],
    conversations: ['finance'],
    people: [
      ...demo.people,
      { trigger: daily.name, roles: ['analyst'], accounts: ['main'] },
      { trigger: weekly.name, roles: ['support'], accounts: ['main'] },
    ],
  };
}

/** How a request differs from a good one. */
export interface Bent {
  name?: string;
  secret?: string;
  /** Of the header and of what is signed. */
  timestamp?: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent instead of the body that was signed. */
  sent?: string;
}

/** What came back. */
export interface Came {
  status: number;
  text: string;
  body: z.infer<typeof answer>;
}

const answer = z.looseObject({
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  summary: z.string().optional(),
  lines: z.array(z.string()).optional(),
});

let ids = 0;

/** A body as the contract has it. */
export function asking(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  ids += 1;
  return { v: 1, id: `delivery-${ids}`, task: 'balance_summary', account: 'main', ...more };
}

/** Sends a body to a trigger, signed as n8n signs it. */
export async function call(
  house: Pick<House, 'url' | 'time'>,
  body: object | string,
  bent: Bent = {},
): Promise<Came> {
  const { name = daily.name, secret = daily.secret, headers = {} } = bent;
  const timestamp = bent.timestamp ?? String(Math.floor(house.time.now / 1000));
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const mac = createHmac('sha256', secret).update(`${name}.${timestamp}.${raw}`).digest('hex');
  const response = await fetch(`${house.url}/api/triggers/${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-till-timestamp': timestamp,
      'x-till-signature': `v1=${mac}`,
      ...headers,
    },
    body: bent.sent ?? raw,
  });
  const text = await response.text();
  return { status: response.status, text, body: answer.parse(JSON.parse(text)) };
}
