import type { Clause } from './clauses.js';
import { isTerm, termOf } from './explaining.js';
import type { Frame } from './frame.js';
import { reader } from './phrases.js';

const PURE_TERM =
  /^(?:an? )?(?!the |our |my )(?!(?:show|list|give|how|what|who|last|latest|any|all|create|make|new) )\S+(?: \S+){0,3}$/;

/** "explain disputes and refunds": a clause that is only a term is one more to explain. */
export function addTerm(last: Frame, clause: Clause): boolean {
  const text = clause.text.replace(/ (?:to me|for me|please|mean|means)$/, '');
  if (!/^(?:and|or|,|:)$/.test(clause.joint) || !PURE_TERM.test(text) || !isTerm(text)) return false;
  const added = termOf(text, clause.items);
  last.terms = [...(last.terms ?? []).map((term) => completed(term, added)), added];
  return true;
}

/** "pending and available balance": the noun is said once for both. */
function completed(term: string, next: string): string {
  const noun = /^\S+ (balance|charge|payment|refund|key|mode|amount)$/.exec(next)?.[1];
  return noun &&
    /^(?:pending|available|failed|succeeded|partial|full|test|live|restricted|secret|captured|uncaptured|net|gross)$/.test(
      term,
    )
    ? `${term} ${noun}`
    : term;
}

const shownAs = reader(`
  {det}? {charge}|{coupon}|{customer}|{charges}|{coupons}|refund|it|something|one is|are|was|were|shows|appears|says|reads|stands|came_up|went|goes marked|labelled|flagged|listed|shown|up|as|to|still* <> $
  ^ i|we|they|someone|somebody|people|a_colleague|my_boss|it|there|the_card|the_list|you|she|he ..2 hear|hearing|heard|reading|seeing|say|says|said|see|saw|read|mention|mentioned|mentions|talk|wrote|is|found|got|use about|of|the|a|an|word|term|that|this* <> $
`);
const BACK =
  /^(?:(?:and|so|but) )*(?:what (?:is|are|does) (?:that|it|this|those|they|these)(?: mean| exactly| supposed to (?:mean|be)| actually)*|what does (?:it|that|this) mean(?: \S+){0,3}|meaning|how (?:do|does|are) (?:they|those|these|that|it|the two) (?:differ|different|work|compare)|what is (?:that|the meaning)|(?:what|which) is the difference|difference|explain (?:that|it|this)(?: please)?)$/;

/** "what's the difference, coupon or voucher?": the words follow the question. */
export function asksAhead(piece: Frame, clause: Clause): boolean {
  const question = piece.clauses[0]?.text ?? '';
  if (!BACK.test(question) || !PURE_TERM.test(clause.text) || !isTerm(clause.text)) return false;
  piece.asks = 'explain';
  piece.rule = 'meaning';
  piece.terms = [termOf(clause.text, clause.items)];
  return true;
}

/** "charge?? what is that": the words before were the term. */
export function asksBack(last: Frame, clause: Clause): boolean {
  const whole = last.clauses[0]?.text ?? '';
  const said =
    isTerm(whole) && whole.split(' ').length <= 4
      ? whole
      : (shownAs(whole).find(([word = '']) => isTerm(word))?.[0] ?? whole);
  if (!BACK.test(clause.text) || !isTerm(said) || said.split(' ').length > 4) return false;
  last.asks = 'explain';
  last.rule = 'meaning';
  last.terms = said.split(/ (?:versus|and|or) /).map((term) => termOf(term, last.clauses[0]?.items ?? []));
  return true;
}
