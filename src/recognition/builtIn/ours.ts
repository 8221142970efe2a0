import { asksBalance } from './asksBalance.js';
import { headNoun } from './nouns.js';
import { phrases } from './phrases.js';
import type { Found, View } from './rule.js';
import { readSlots } from './slots.js';
import { asksAction, asksMissing } from './unsupported.js';

const asksOurs = phrases(`
  ^ {ask}* show|list|give|display|see|get|find|open|check|what_are|which_are|how_many_of me|us|all|of? ours|our_own|those_we_have|the_ones_we_have|them|all_of_them|mine|some|any|the_last_ones
  ^ {ask}* show|list|give|display|see|get me|us|all|of|the* ours|ones_we_have|ones_of_ours|own
  ^ {ask}* show|list|give|display|see|get me|us? the? latest|newest|last|recent|most_recent ones|one $
  ^ {ask}* do|did|have we|i still|currently|ever|already? have|got|get|had? any|one|some|many|ones|open|new|of|those|these|such|them* recently|now|currently|at_the_moment|right_now|~when|~since|~date|open|ours|so_far|this_time|here|out_there|outstanding* $
  ^ {ask}* have|had we got|had? any|some|many|ones|of_those|of_these* ~when|~since|recently|so_far|lately? $
  ^ {ask}* are|were there any|some|many|open|new|ones|of|those* ones|now|~when|~since|recently|at_the_moment|right_now|lately|here|so_far|on_our_side* $
  ^ {ask}* how many do|did|have we have|got|get|had? ~when|~since|so_far|now? $
  ^ {ask}* which|what ones|one? do|have we have|got
  ^ {ask}* ours|our_own|and_ours please? $
  ^ {ask}* what|how about ours|our_own $
`);
const asksItself = phrases(`
  ^ {ask}* when|where is|was|will|are the|our? next|last|first? one|it|ours|that come|due|coming|be? ..2 $
  ^ {ask}* do|make|start|trigger|create|send|give_me|request|need|want one|it|them|that ..4 $
  ^ {ask}* can|could|may you|i|we do|make|start|create|trigger|have one|it|that ..2 $
`);

/** What "ours" and "one" mean after a word was explained: "what is a coupon, and list ours". */
export function ours({ text, before, slots }: View): Found {
  const [term] = before?.asks === 'explain' ? (before.terms ?? []) : [];
  if (!term) return undefined;
  if (asksItself(text) && asksAction(`do a ${term}`)) return { asks: 'refuse', reason: 'unsupported_action' };
  if (asksItself(text) && asksMissing(`next ${term}s`))
    return { asks: 'refuse', reason: 'unsupported_action' };
  if (!asksOurs(text)) return undefined;
  if (asksBalance(term)) return { asks: 'show_balance' };
  const kind = headNoun(term)?.asks;
  const states = readSlots({ items: [], text: term, joint: 'and', next: 'end', asked: false });
  return kind && { asks: kind, slots: { ...slots, statuses: states.statuses } };
}
