import type { Clause } from './clauses.js';
import type { Frame } from './frame.js';
import type { Slots } from './slots.js';

/** A sentence half read: its requests so far, the pieces that wait for one, and what was said for all that follow. */
export interface Draft {
  clauses: readonly Clause[];
  frames: Frame[];
  waiting: Frame[];
  /** A label ("last week:", "two lists for yesterday:") whose period holds for what follows. */
  label?: { slots: Slots; clauses: Clause[] };
  /** Inside what somebody else is reported to have said. */
  reported?: boolean;
  /** "Rosa Marin: …" */
  customers?: string[];
  person?: Clause[];
}
