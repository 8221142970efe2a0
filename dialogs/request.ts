import { maskNotice } from '../src/masking/mask.js';
import type { Masked, View } from '../src/masking/views.js';
import type { Plan } from '../src/recognition/plan.js';
import type { ShownRows } from './memory.js';

/** What a turn asks for: steps of a plan, or something that is answered as it is. */
export type Request =
  | {
      kind: 'steps';
      steps: readonly { do: string }[];
      /** The row behind which a list goes on. */
      after?: string;
      /** What the conversation remembers of it; nothing when absent. */
      plan?: Plan;
      /** Rows that stay in mind where this brings none. */
      shown?: readonly ShownRows[];
      /** Said before the answers. */
      before?: Masked<View>;
      /** True when it changes the question before, so that a coupon in it stands for the open one. */
      changes?: boolean;
    }
  | { kind: 'views'; views: readonly Masked<View>[] };

/** A request that is answered by one sentence. */
export function said(text: string): Request {
  return { kind: 'views', views: [maskNotice({ text })] };
}
