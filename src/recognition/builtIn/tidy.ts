import { CHARGE_MANY, COUPON_MANY, CREATE_VERB, CUSTOMER_MANY, SHOW_VERB } from './vocabulary.js';

const ENTITIES: Record<string, string> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Words that a mention "@Stripe Desk show …" can be followed by and that are no longer the name. */
const NAME_PART = /^[A-Z][a-z]+[,:;]?$/;

const SPEAKS = new RegExp(
  `^(?:${[...SHOW_VERB, ...CREATE_VERB, ...CHARGE_MANY, ...COUPON_MANY, ...CUSTOMER_MANY].join('|')}|who|what|which|how|why|when|where|is|are|do|does|did|can|could|please|hi|hello|hey|last|latest|balance|help|refund|cancel|delete|new|any|my|our|the|i|am|a|in|all|thanks|good|if|explain|define|not|yes|no|remove|update|change)$`,
  'i',
);

/** Cleans what a channel adds to what was typed: mentions, entities, tags, odd quotes and blanks. Keeps line ends. */
export function tidy(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/<at\b[^>]{0,200}>[^<]{0,200}<\/at>/gi, ' ')
    .replace(/&(?:nbsp|amp|lt|gt|quot|#39);/gi, (found) => ENTITIES[found.toLowerCase()] ?? ' ')
    .replace(
      /<\/?(?:br|p|div|li|ul|ol|tr|h\d|system|user|assistant|instructions?|prompt|admin)\b[^<>]{0,200}>/gi,
      '\n',
    )
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/"?\b(confirmed|approved)"?\s{0,3}[:=]\s{0,3}"?(true|yes)\b"?/gi, ' $1 $2 ')
    .replace(/"act"\s{0,3}:\s{0,3}"[\w.]{1,40}"/gi, ' confirmed true ')
    .replace(/[‘’‛´`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑]/g, '-')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/(?<=^|\n)\s{0,9}(?:fwd?|fw|re|aw|wg)\s?:\s{0,9}/gi, '')
    .replace(/(?<![\w*])[*_]{1,2}(?=\S)([^*_\n]{1,200})(?<=\S)[*_]{1,2}(?![\w*])/g, '$1')
    .replace(/\b(?:i\.e\.|e\.g\.)/gi, ',')
    .replace(/(\d)[,.]-(?!\d)/g, '$1')
    .replace(/(?:\.{2,}|…|\*{2,}|x{2,}|•{2,})[ -]?(\d{4})(?!\d)/gi, ' ending $1')
    .replace(JOINED_TIMES, '$1 - $2')
    .replace(/\b(min|max|approx|incl|excl|exp|resp|nr|no)\.(?=\s{0,2}[\w€$£])/gi, '$1 ')
    .replace(/(?<=^|\s)[:;=]-?[)(DPpo|/](?=\s|$)/g, ' ');
  return withoutBullets(withoutMentions(plain)).trim();
}

const TIME_WORD =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs?|fri|sat|sun)[a-z]{0,6}';
/** "jan-mar" */
const JOINED_TIMES = new RegExp(`\\b(${TIME_WORD})-(${TIME_WORD})\\b`, 'gi');
const BULLET = /(?<=^|\n|[;,.] {0,2})\s{0,9}(?:[(]?(?:\d{1,2}|[a-e])[)]|\d{1,2}[.:](?=\s)|[*•–])\s{1,9}/g;

const INLINE_BULLET = /(?<=^|\s)[(]?(?:\d{1,2}|[a-h])[.)]\s{1,9}/g;

/** "1) balance 2) charges": numbers of a list count nothing. One alone may be meant. */
const withoutBullets = (text: string): string =>
  (text.match(BULLET) ?? []).length > 1
    ? text.replace(BULLET, '\n')
    : /^\s*[(]?(?:1|a)[.)]\s/.test(text)
      ? text.replace(INLINE_BULLET, '\n')
      : text;

function withoutMentions(text: string): string {
  if (!text.includes('@')) return text;
  const parts = text.split(/(\s+)/);
  let inside = false;
  return parts
    .filter((part) => {
      if (/^\s*$/.test(part)) return true;
      const mention = /^[([]?@\p{L}/u.test(part);
      const named = mention || (inside && NAME_PART.test(part) && !SPEAKS.test(part));
      inside = named && !/[,:;]$/.test(part);
      return !named;
    })
    .join('');
}
