/** When a fault strikes: before anything, once execution has begun (kept, without effect), or after its effect. */
export type Stage = 'door' | 'begun' | 'done';

/** Which requests a fault is for: any method, any path (without the query), once, unless said otherwise. */
interface Aim {
  method?: 'GET' | 'POST';
  path?: string | RegExp;
  times?: number;
}

/**
 * What goes wrong.
 * `refuse` answers with an error (401, 429, 500, 503 …; `door` unless a stage is named: then nothing is executed or
 * kept). `drop` resets the connection and `hang` never answers; after the stage `done` the effect stands: a lost
 * answer. `wait` holds the execution, its idempotency key in use, until the promise settles; `delay` for some
 * milliseconds. `html`, `badJson` and `cut` spoil the answer on its way, `bareError` has no `error` in it, and
 * `otherMode` turns every `livemode` around.
 */
export type Fault = Aim &
  (
    | { kind: 'refuse'; status: number; stage?: Stage; code?: string; reason?: string }
    | { kind: 'drop' | 'hang'; stage?: 'door' | 'done' }
    | { kind: 'wait'; until: Promise<unknown> }
    | { kind: 'delay'; milliseconds: number }
    | { kind: 'html' | 'badJson' | 'cut' | 'otherMode' }
    | { kind: 'bareError'; status: number }
  );

export interface Faults {
  queue(fault: Fault): void;
  /** The first queued fault for this request; it is used up by being taken. */
  take(method: string, path: string): Fault | undefined;
}

/** A queue of faults, first in, first out, each for the next request it is aimed at. */
export function createFaults(): Faults {
  const queued: { fault: Fault; left: number }[] = [];
  return {
    queue: (fault) => void queued.push({ fault, left: fault.times ?? 1 }),
    take(method, path) {
      const at = queued.findIndex(({ fault }) => isFor(fault, method, path));
      const entry = queued[at];
      if (!entry) return undefined;
      entry.left -= 1;
      if (entry.left <= 0) queued.splice(at, 1);
      return entry.fault;
    },
  };
}

function isFor({ method, path }: Aim, askedMethod: string, askedPath: string): boolean {
  if (method !== undefined && method !== askedMethod) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? path === askedPath : path.test(askedPath);
}
