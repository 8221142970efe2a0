import { Refusal } from './refusal.js';

const keptSeconds = 24 * 60 * 60;

/** An answer as it is kept: the body of the first, word for word. */
export interface KeptReply {
  status: number;
  body: object;
}

interface Entry {
  path: string;
  parameters: string;
  firstRequest: string;
  since: number;
  reply: KeptReply | undefined;
}

/** A POST that bears a key. `now` is in unix seconds. */
export interface Bearer {
  key: string;
  path: string;
  parameters: string;
  requestId: string;
  now: number;
}

/** The first keeps its answer, or releases the key when nothing was begun; a repeat gets the kept answer. */
export type Claim =
  | { kind: 'first'; keep: (reply: KeptReply) => void; release: () => void }
  | { kind: 'repeat'; reply: KeptReply; firstRequest: string };

/** Throws a `Refusal` for a key that is too long, in use, or used before for something else. */
export interface Idempotency {
  claim(bearer: Bearer): Claim;
}

/** Remembers each key for 24 hours from its first use, success and error alike. */
export function createIdempotency(): Idempotency {
  const entries = new Map<string, Entry>();
  return {
    claim({ key, path, parameters, requestId, now }) {
      if (key.length > 255) throw new Refusal({ status: 400, type: 'idempotency_error', message: tooLong });
      const known = entries.get(key);
      if (known && now - known.since < keptSeconds) return repeat(known, { key, path, parameters });
      const entry: Entry = { path, parameters, firstRequest: requestId, since: now, reply: undefined };
      entries.set(key, entry);
      return {
        kind: 'first',
        keep: (reply) => {
          entry.reply = reply;
        },
        release: () => entries.delete(key),
      };
    },
  };
}

const tooLong = 'Idempotency-Key is too long: at most 255 characters.';

function repeat(known: Entry, asked: { key: string; path: string; parameters: string }): Claim {
  if (known.path !== asked.path)
    throw mismatch(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${asked.path}' vs '${known.path}'). Try using a key other than '${asked.key}' if you meant to execute a different request.`,
    );
  if (known.parameters !== asked.parameters)
    throw mismatch(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${asked.key}' if you meant to execute a different request.`,
    );
  if (!known.reply) throw inUse(asked.key);
  return { kind: 'repeat', reply: known.reply, firstRequest: known.firstRequest };
}

function mismatch(message: string): Refusal {
  return new Refusal({ status: 400, type: 'idempotency_error', message });
}

function inUse(key: string): Refusal {
  return new Refusal({
    status: 409,
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });
}
