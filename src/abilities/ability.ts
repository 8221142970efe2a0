import type { ZodType } from 'zod';
import type { Permission } from '../access/permission.js';
import type { Leave } from '../stripe/speaker.js';
import type { AccountAsk, Answer, Ask } from './ask.js';

interface Common<S> {
  /** The `do` of its step, as it stands in a plan. */
  does: string;
  /** The form of its step: what a recogniser may fill in. */
  step: ZodType<S>;
  /** What a person reads of it: "see charges". */
  title: string;
  /** Phrases people use; shown as buttons and given to the model. */
  examples: readonly string[];
}

/** An ability that needs a permission, asked for before anything is read. */
interface Guarded<S> extends Common<S> {
  permission: Permission;
  answer: (step: S, ask: AccountAsk, leave: Leave) => Promise<Answer>;
}

/** An ability that shows nothing of an account. */
interface Open<S> extends Common<S> {
  permission: null;
  answer: (step: S, ask: Ask) => Promise<Answer>;
}

/** One thing that can be asked, as the table of abilities holds it: its answer takes any step and checks it again. */
export type Ability = Guarded<unknown> | Open<unknown>;

/** Makes an ability from its file's parts. */
export function guarded<S>(parts: Guarded<S>): Ability {
  const made: Guarded<unknown> = {
    ...parts,
    answer: (step, ask, leave) => parts.answer(parts.step.parse(step), ask, leave),
  };
  return made;
}

/** The same for one that needs no permission. */
export function open<S>(parts: Open<S>): Ability {
  const made: Open<unknown> = { ...parts, answer: (step, ask) => parts.answer(parts.step.parse(step), ask) };
  return made;
}
