import type { Step } from '../plan.js';
import { plain } from './answering.js';
import { isGreeting } from './closings.js';
import { isTerm, termOf } from './explaining.js';
import type { Following } from './following.js';
import { phrases, reader } from './phrases.js';

const nextTerm = reader(`
  ^ and|what_about|how_about|also|then|or|so|ok|okay|now|explain|what_is|what_are+ a|an|the? <> mean|please|then|too|as_well* $
  ^ <> too|as_well|also|then? $
`);
const asksData = phrases('last|latest|show|list|\\d+|our|ours|any|how_many|which|newest|all|today|~when|who');

/** After a meaning: "and a chargeback?". */
export function explainedNext({ previous, items, alone }: Following): Step[] | undefined {
  if (previous.steps.at(-1)?.do !== 'explain') return undefined;
  const text = plain(items);
  const [term] = asksData(text) ? [] : (nextTerm(text).find(([word = '']) => isTerm(word)) ?? []);
  if (term) return [{ do: 'explain', term: termOf(term, items) }];
  return alone.length > 0 && isGreeting(text) ? [{ do: 'help' }] : undefined;
}
