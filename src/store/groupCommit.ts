import { StoreFault } from '../errors.js';
import type { Row, Statement } from './driver.js';

/** A connection that does one thing after the other, at once. */
export interface Connection {
  run: (statement: Statement) => Row[];
  exec: (sql: string) => void;
  inTransaction: () => boolean;
}

/** Statements of one pass of the event loop, made durable together. */
export interface GroupCommit {
  run: (statement: Statement) => Promise<Row[]>;
  /** Does now what waits; what cannot be done now is rejected. */
  end: () => void;
}

interface Waiting extends Statement {
  since: number;
  resolve: (rows: Row[]) => void;
  reject: (error: unknown) => void;
}

type Outcome = { rows: Row[] } | { error: unknown };
/** Another process writes: nothing was done yet. */
type Busy = { busy: unknown };

/** More would keep the event loop from everything else. */
const most = 256;
/** How long until another process that writes is asked again, in ms. */
const pause = 10;

/** One transaction, and so one wait for the disk, for all statements that arrive in a pass of the event loop; each
 * resolves once it is on disk. They run in their order; one that fails, fails alone. `patience`: how long another
 * process that writes is waited for, in ms, without holding up the event loop. */
export function createGroupCommit(connection: Connection, patience: number): GroupCommit {
  let waiting: Waiting[] = [];
  let planned = false;
  const plan = (later: (act: () => void) => void) => {
    if (planned || waiting.length === 0) return;
    planned = true;
    later(work);
  };
  const work = () => {
    planned = false;
    const batch = nextOf(waiting);
    const outcomes = together(connection, batch);
    if ('busy' in outcomes) {
      waiting = withoutOverdue(waiting, { before: performance.now() - patience, error: outcomes.busy });
      plan((act) => setTimeout(act, pause));
    } else {
      waiting = waiting.slice(batch.length);
      for (const [at, each] of batch.entries()) settle(each, outcomes[at]);
      plan(setImmediate);
    }
  };
  return {
    run: async (statement) =>
      await new Promise((resolve, reject) => {
        waiting.push({ ...statement, since: performance.now(), resolve, reject });
        plan(setImmediate);
      }),
    end: () => {
      while (waiting.length > 0) {
        const before = waiting.length;
        work();
        const closed = { before: Number.POSITIVE_INFINITY, error: new StoreFault('the database is closed') };
        if (waiting.length === before) waiting = withoutOverdue(waiting, closed);
      }
    },
  };
}

const writes = ({ sql }: Statement): boolean => !/^\s*(?:select|pragma)\b/i.test(sql);

/** Reads that nothing is written before need no transaction, and do not wait for who writes. */
function nextOf(waiting: readonly Waiting[]): Waiting[] {
  const first = waiting.findIndex(writes);
  return waiting.slice(0, Math.min(first > 0 ? first : waiting.length, most));
}

function together(connection: Connection, batch: readonly Waiting[]): Outcome[] | Busy {
  const [first, ...others] = batch;
  if (first === undefined) return [];
  if (others.length === 0 || !writes(first)) return alone(connection, batch);
  try {
    connection.exec('begin immediate');
  } catch (error) {
    return isBusy(error) ? { busy: error } : alone(connection, batch);
  }
  const outcomes: Outcome[] = [];
  for (const each of batch) {
    const outcome = outcomeOf(connection, each);
    // A full or failing disk may undo the whole: then each is done for itself.
    if ('error' in outcome && !connection.inTransaction()) return alone(connection, batch);
    outcomes.push(outcome);
  }
  return committed(connection) ? outcomes : alone(connection, batch);
}

function committed(connection: Connection): boolean {
  try {
    connection.exec('commit');
    return true;
  } catch {
    if (connection.inTransaction()) connection.exec('rollback');
    return false;
  }
}

function alone(connection: Connection, batch: readonly Waiting[]): Outcome[] | Busy {
  const outcomes = batch.map((each) => outcomeOf(connection, each));
  const [only, ...others] = outcomes;
  return only && others.length === 0 && 'error' in only && isBusy(only.error)
    ? { busy: only.error }
    : outcomes;
}

function outcomeOf(connection: Connection, statement: Statement): Outcome {
  try {
    return { rows: connection.run(statement) };
  } catch (error) {
    return { error };
  }
}

function settle({ resolve, reject }: Waiting, outcome: Outcome | undefined): void {
  if (outcome && 'rows' in outcome) resolve(outcome.rows);
  else reject(outcome?.error);
}

function withoutOverdue(waiting: readonly Waiting[], { before, error }: { before: number; error: unknown }) {
  for (const { reject } of waiting.filter(({ since }) => since <= before)) reject(error);
  return waiting.filter(({ since }) => since > before);
}

/** Whether another process holds the database. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
