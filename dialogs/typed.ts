import type { Road } from '../src/answer.js';
import { maskNotice } from '../src/masking/mask.js';
import type { Masked, View } from '../src/masking/views.js';
import { redact } from '../src/recognition/redact.js';
import { sensitiveSentence } from '../src/sentences.js';
import type { Visit } from '../src/visit.js';
import { type Request, said } from './request.js';

/** A sentence that may be read: without what nobody should pass on, and with the word about that. */
export interface Typed {
  text: string;
  /** Said before the answers. */
  before?: Masked<View>;
}

/** Longer than this no question is; what is longer was pasted. */
const longestText = 2000;

/** Looks a sentence over before anything reads it. A request instead of it says why it is not read. */
export async function typed(road: Road, visit: Visit, text: string): Promise<Typed | Request> {
  if (text.length > longestText) {
    await road.record(visit, { event: 'asked', ability: 'none', outcome: 'too_long' });
    return said(`That is longer than the ${longestText} characters I read. Ask it in a shorter sentence.`);
  }
  const { text: clean, sensitive } = redact(text);
  if (sensitive.length === 0) return { text };
  const reason = sensitive.join(',');
  await road.record(visit, { event: 'sensitive_input', ability: 'none', outcome: 'removed', reason });
  return { text: clean, before: maskNotice({ text: sensitiveSentence(sensitive) }) };
}
