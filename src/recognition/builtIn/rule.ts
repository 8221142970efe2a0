import type { Clause } from './clauses.js';
import type { Frame } from './frame.js';
import type { Slots } from './slots.js';

/** What the rules look at: the clause, what it states, and what the sentence has said so far. */
export interface View {
  text: string;
  clause: Clause;
  slots: Slots;
  before: Frame | undefined;
}

/** What a rule makes of a clause; undefined when it is not its own. */
export type Found = Partial<Frame> | undefined;
