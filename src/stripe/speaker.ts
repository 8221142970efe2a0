import { setMaxListeners } from 'node:events';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { Permission } from '../access/permission.js';
import type { Permit } from '../access/permit.js';
import { StripeFault } from '../errors.js';
import type { Place } from '../masking/reading.js';
import type { Client } from './client.js';
import { faultOf } from './faults.js';

/** What every verb asks for: leave to do it, and when the turn's time is over. */
export interface Leave {
  permit: Permit;
  signal: AbortSignal;
}

/** One page of a list; `more`: Stripe has further rows behind the last one. */
export interface Page<T> {
  rows: T[];
  more: boolean;
}

/** Asks Stripe and takes the leaves of the answer; `Speaker` is one account's way of doing so. */
export interface Speaker {
  one: <T>(
    leave: Leave,
    needs: Permission,
    schema: z.ZodType<T>,
    ask: (sdk: Stripe) => Promise<unknown>,
  ) => Promise<T>;
  page: <T>(
    leave: Leave,
    needs: Permission,
    schema: z.ZodType<T>,
    ask: (sdk: Stripe) => Promise<unknown>,
  ) => Promise<Page<T>>;
}

const list = z.object({
  object: z.enum(['list', 'search_result']),
  data: z.array(z.unknown()),
  has_more: z.boolean(),
});
const modes = z.object({ livemode: z.boolean().optional() });
const status = z.object({ lastResponse: z.object({ statusCode: z.number() }).optional() });

/** Every call to Stripe goes through here: the permit is of this account and permission, the answer is a success,
 * of the form that was asked for and of this account's mode.
 * @throws StripeFault */
export function createSpeaker(client: Pick<Client, 'asking'>, place: Place): Speaker {
  const asked = async (leave: Leave, needs: Permission, ask: (sdk: Stripe) => Promise<unknown>) => {
    if (leave.permit.account !== place.id || leave.permit.permission !== needs)
      throw new StripeFault('no_permission');
    try {
      const answer = await inTime(client.asking(leave.permit, ask), leave.signal);
      const code = status.safeParse(answer).data?.lastResponse?.statusCode ?? 200;
      if (code >= 300) throw new StripeFault('unavailable');
      return answer;
    } catch (error) {
      throw faultOf(error);
    }
  };
  return {
    one: async (leave, needs, schema, ask) => taken(schema, await asked(leave, needs, ask), place),
    page: async (leave, needs, schema, ask) => {
      const found = list.safeParse(await asked(leave, needs, ask));
      if (!found.success) throw new StripeFault('unreadable');
      return { rows: found.data.data.map((raw) => taken(schema, raw, place)), more: found.data.has_more };
    },
  };
}

function taken<T>(schema: z.ZodType<T>, raw: unknown, place: Place): T {
  const live = modes.safeParse(raw).data?.livemode;
  if (live !== undefined && live !== (place.mode === 'live')) throw new StripeFault('wrong_mode');
  const result = schema.safeParse(raw);
  if (!result.success) throw new StripeFault('unreadable');
  return result.data;
}

/** The SDK has no signal of its own: the wait ends, the request may still reach Stripe. */
async function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const over = new Promise<never>((_, reject) => {
    stop = () => reject(new StripeFault('timeout'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  work.catch(() => {});
  // One turn asks for many things at once; Node warns of a leak from the eleventh on.
  setMaxListeners(0, signal);
  try {
    return await Promise.race([work, over]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
