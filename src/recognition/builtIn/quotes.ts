import type { Item } from './item.js';
import { isKnown } from './mend.js';
import { fold, tokenise } from './tokenise.js';

const QUOTED =
  /(?<![\p{L}\p{N}])"([^"]{1,1500})"|(?<![\p{L}\p{N}])'((?:[^'\n]|'(?=\p{L})){1,600})'(?!\p{L})/gu;
/** A quote of more words than this is something somebody wrote, not a name or a term. */
const MOST_WORDS = 4;
const REPORTED =
  /(?:says?|said|wrote|writes|message|mail|email|text|reads|note|forwarded|fwd|asks|asked|answered|tells|told|got this|line|written)[^\p{L}\p{N}]{0,6}$/iu;
/** Somebody's order in quotes is not the user's. */
const ORDERS =
  /^(?:please |pls )?(?:refund|cancel|delete|ignore|send|give|pay|transfer|show|remove|charge|stop|create|make)\b/i;
const NAMING =
  /(?:called|named?|titled|title|label(?:l?ed)?|customer|client|code|codes|explain|define|meaning of|mean by|term|word|what is|what's|whats|what does|get)(?: it| them| is)?[\s:,=]{1,4}$/i;

/** Cuts a sentence into items and takes quoted text for what it is: data (`~data`), a name (`~quote`) or plain words. */
export function readQuotes(text: string): Item[] {
  const items: Item[] = [];
  let at = 0;
  const plain = withoutQuotedLines(text);
  for (const match of plain.matchAll(QUOTED)) {
    const before = plain.slice(at, match.index);
    const inner = match[1] ?? match[2] ?? '';
    items.push(
      ...tokenise(before),
      ...quoteItems(
        inner,
        plain.slice(Math.max(0, match.index - 24), match.index),
        match[0].length === plain.length,
      ),
    );
    at = match.index + match[0].length;
  }
  items.push(...tokenise(plain.slice(at)));
  return items.slice(0, 400);
}

function quoteItems(inner: string, before: string, whole: boolean): Item[] {
  const parts = tokenise(inner);
  const wordsOf = parts.filter((item) => /[\p{L}\p{N}]/u.test(item.raw));
  if (whole) return parts;
  if (NAMING.test(before) && wordsOf.length <= 6) return [{ word: '~quote', raw: inner.trim() }];
  if (wordsOf.length > MOST_WORDS || REPORTED.test(before)) return [{ word: '~data', raw: '' }];
  if (wordsOf.length > 1 && ORDERS.test(inner)) return [{ word: '~data', raw: '' }];
  return wordsOf.every((item) => isKnown(fold(item.raw)) || /[_@\d]/.test(item.raw))
    ? parts
    : [{ word: '~quote', raw: inner.trim() }];
}

const SOMEBODY_ELSES =
  /^\s*>|^(?:from|to|cc|von|an|de|para):.{0,60}@|^(?:subject|sent|betreff|gesendet|objet|cc):/im;

/** Whether lines of somebody else's are among the text. */
export const quotesSomebody = (text: string): boolean => SOMEBODY_ELSES.test(text);

/** Lines that a mail program marks as somebody else's, fenced text, and what stands under "Original Message". */
function withoutQuotedLines(text: string): string {
  const open = text.replace(
    /'''(?:.|\n){0,3000}?'''|"""(?:.|\n){0,3000}?"""/g,
    ' "quoted text that was pasted here" ',
  );
  if (!SOMEBODY_ELSES.test(open)) return open;
  const kept = open.split('\n').filter((line) => !SOMEBODY_ELSES.test(line));
  return kept.some((line) => line.trim()) ? kept.join('\n') : open.replace(/^\s*>+/gm, '');
}
