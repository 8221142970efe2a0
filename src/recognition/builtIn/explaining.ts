import { type Item, textOf } from './item.js';
import { has, opens } from './pattern.js';
import { REQUEST_PREFIX, TERMS } from './vocabulary.js';

const TRADE: ReadonlySet<string> = new Set(TERMS);

const POLITE = `${REQUEST_PREFIX}(?:(?:can|could|would|will) (?:you|someone|somebody) (?:please )?|i (?:want|would like|need) (?:to know|you to) |tell me |remind me |do you know |quick question |i am new |new here ){0,3}`;
const CONTEXT =
  '(?: (?:in|on|for|at|with|within|of|under) (?:the |a |our )?(?:stripe|this context|here|payments?|accounting|simple words|simple terms|plain words|plain english|english|short|general|a few words|finance)| here| exactly| actually| again| then| to me| to a beginner| please| precisely| in detail| briefly| quickly| for me| like i am 5| for beginners| good for| used for| for| mean| means| all about| about| please)*';
const ARTICLE =
  '(?:the (?:meaning|definition|term|word|concept|idea|phrase|expression|purpose|point|notion)(?: of)? |(?:a|an|the terms?|the words?|what) |by |of )*';

/** Patterns whose group is the word asked about, strongest first. */
const ASKS: readonly RegExp[] = [
  opens(
    `${POLITE}what does it mean (?:when|if|that) (?:an? |the |my |our )?(?:charge|payment|transaction|coupon|refund|customer|balance|it)s? (?:is|was|are|shows?|says?|reads?|has|goes)(?: marked| shown| as| been)* (?<term>.+?)${CONTEXT}$`,
  ),
  opens(
    `${POLITE}(?:what|wat) (?:exactly |actually )?(?:do|does|did|would|could|might|is) (?<term>.+?) (?:mean|stand for|stands for|refer to|signify|imply|means)${CONTEXT}$`,
  ),
  opens(
    `${POLITE}(?:explain|define|describe|clarify|clear up|explain to me|explain me|shed light on|help me understand|elaborate on)(?: to me| me| again)? (?:what |how )?${ARTICLE}(?<term>.+?)(?: (?:is|are|means?|work|works|stands for))?${CONTEXT}$`,
  ),
  opens(
    `${POLITE}(?:what|whats) (?:is|are)(?: meant by| the difference between| the meaning of| the definition of| meaning of)(?: an?)? (?<term>.+?)${CONTEXT}$`,
  ),
  opens(
    `${POLITE}what (?:do|does|did|would) (?:you|they|we|it|people|stripe|one|someone)(?: all)? (?:mean|understand|call) (?:by|with|under|when they say)? ?(?:an? )?(?<term>.+?)${CONTEXT}$`,
  ),
  opens(
    `${POLITE}(?:what|wat) (?:exactly )?(?:is|are) (?:an? |meant by |this thing called |that thing called |a so called |these |so called )(?<term>.+?)${CONTEXT}$`,
  ),
  opens(
    `${POLITE}(?:the )?(?:meaning|definition|explanation) (?:of )?(?:the (?:word|term) )?(?:an? |the )?(?<term>.+?)${CONTEXT}$`,
  ),
  opens(`${POLITE}(?:difference|differences) between (?:an? |the )?(?<term>.+?)${CONTEXT}$`),
  opens(
    `${POLITE}(?:(?:a|an|the) )?(?<term>.+?) (?:meaning|definition|explained|means what|mean what|is what exactly|what is that|what is it|explanation)${CONTEXT}$`,
  ),
  opens(`${POLITE}(?:what|how) (?:(?:an?|the) )?(?<term>.+?) (?:is|are|means|mean|does|do)${CONTEXT}$`),
  opens(
    `${POLITE}how (?:do|does|can) (?:an? |the )?(?<term>.+?) (?:work|happen|arise|come about|function)${CONTEXT}$`,
  ),
  opens(
    `(?:i am )?(?:i )?(?:(?:do|did|could|can) )?not (?:really |quite |fully )?(?:sure (?:what|i get|i understand|about)|get|understand|follow|know what|certain what)(?: what| the (?:word|term))? (?:an? |the )?(?<term>.+?)(?: (?:is|are|means?))?${CONTEXT}$`,
  ),
  opens(
    `${POLITE}(?:i am )?(?:confused about|unsure about|puzzled by|unfamiliar with|never heard of|wondering about|wondering what|curious what|unclear on|lost on) (?:the (?:word|term) )?(?:an? )?(?<term>.+?)(?: (?:is|are|means?))?${CONTEXT}$`,
  ),
  opens(`${POLITE}(?:the )?(?:word|term) (?<term>.+?)${CONTEXT}$`),
];
/** Without an article a plural or a state is asked about: "what are chargebacks", "whats minimum purchase". */
const BARE = opens(
  `${POLITE}(?:what|wat) (?:exactly )?(?:is|are) (?<term>(?!the |our |my |on |in |we |your |his |her |left |new |it |that |this |there |~|available (?:now|to|right|for)|going|happening|up)[a-z0-9-]+(?: [a-z0-9-]+){0,5}?)${CONTEXT}$`,
);
const MARKED = opens(
  `(?:an? |the )?(?:payments?|charges?|coupons?|customers?|something|it) (?:is|are|was|were) (?:marked|labelled|labeled|called|shown as|flagged)(?: as)? (?<term>.+?)$`,
);
const LEAD = /^(?:~quote |the (?:word|term|expression|phrase) |(?:what )?(?:an? |the |our |this |that ))+/;
const NOT_A_TERM = has(
  `we|our|my|i|you|did|do|does|have|has|today|yesterday|last|latest|~when|~date|~cus|~charge|~mail|should|which|status of|stuck|in pending|hanging|worth|wrong|up with`,
);

/** The word or words that a clause asks the meaning of, as said, or undefined. */
export function termsAsked(items: readonly Item[]): string[] | undefined {
  const text = textOf(items);
  for (const pattern of [...ASKS, BARE, MARKED]) {
    const term = pattern.exec(text)?.groups?.term;
    if (term && isTerm(term)) return split(term).map((part) => termOf(part, items));
  }
  return undefined;
}

const split = (term: string): string[] =>
  term.split(/ (?:and|or|versus|from|&|,) (?:an? |the )?/).filter((part) => part.trim());

/** Words of the trade, and few of them. */
export function isTerm(term: string): boolean {
  const parts = term.replace(LEAD, '').split(' ');
  if (/~quote/.test(term)) return true;
  return (
    parts.length <= 7 &&
    !NOT_A_TERM.test(term) &&
    parts.some((part) => TRADE.has(part)) &&
    !/~(?!quote)/.test(term)
  );
}

const PLURAL_KEPT = /(?:ss|us|is|\bfunds|terms|stripe)$/;
const SINGULAR: [RegExp, string][] = [
  [/ies$/, 'y'],
  [/(ch|sh|x|ss|z)es$/, '$1'],
  [/s$/, ''],
];

/** A term as the glossary has it: no article, singular, "promo" spelt out. */
export function termOf(said: string, items: readonly Item[]): string {
  const quoted = items.find((item) => item.word === '~quote');
  const plain = (said.includes('~quote') && quoted ? quoted.raw.toLowerCase() : said)
    .replace(LEAD, '')
    .replace(
      / (?:in a voucher|in a coupon|on a coupon|for a coupon|of a coupon|in stripe|here|status|state|thing|thingy|stuff)$/,
      '',
    )
    .replace(/ (?:for|in|on|of|with)(?: (?:an? |the |our )?[a-z]+)?$/, '')
    .replace(/\bpromos?\b/g, 'promotion')
    .replace(/ 's$/, '')
    .trim();
  return singular(plain).slice(0, 80);
}

function singular(term: string): string {
  if (PLURAL_KEPT.test(term)) return term;
  const rule = SINGULAR.find(([ending]) => ending.test(term));
  return rule ? term.replace(rule[0], rule[1]) : term;
}
