import { z } from 'zod';
import { dataCards } from '../src/masking/takenBack.js';
import type { Masked, View } from '../src/masking/views.js';
import type { Seal } from '../src/sealed.js';
import type { Expiries } from '../src/store/expiries.js';
import { audienceOf, type Visit } from '../src/visit.js';

/** The question that a card answered, as it is asked again. */
export const question = z.object({ step: z.looseObject({ do: z.string() }), after: z.string().optional() });

export type Question = z.infer<typeof question>;

/** A data card that was just shown. */
export interface Watched {
  id: string;
  view: Masked<View>;
  /** Absent where the channel did not tell it: such a card cannot be taken back. */
  activity: string | undefined;
  question: Question;
}

export type Watch = (visit: Visit, card: Watched) => Promise<void>;

interface WatchNeeds {
  expiries: Expiries;
  seal: Seal;
  clock: () => Date;
  minutes: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Puts data cards on the list of those to be taken back; their questions, sealed, are kept a day longer. */
export function createWatch({ expiries, seal, clock, minutes }: WatchNeeds): Watch {
  return async (visit, { id, view, activity, question: asked }) => {
    if (activity === undefined || !dataCards.has(view.card)) return;
    const due = clock().getTime() + minutes * minute;
    const sealed = await seal.close(asked, audienceOf(visit));
    const card = { id, conversation: visit.conversation, activity, kind: view.card, due };
    await expiries.add({ ...card, question: sealed, forgetAt: due + day });
  };
}
