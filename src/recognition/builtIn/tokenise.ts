import type { Item } from './item.js';

const PIECES = new RegExp(
  [
    String.raw`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}`,
    String.raw`(?<![\p{L}\p{N}])[a-z]{2,8}_[A-Za-z0-9_]+`,
    String.raw`(?<![\p{L}\p{N}])(?:US|AU|CA|NZ|HK|[ACRSacrs])\$`,
    String.raw`\d{4}(?:-\d{1,2}-|\/\d{1,2}\/|\.\d{1,2}\.)\d{1,2}`,
    String.raw`\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}(?!\d))?`,
    String.raw`\d{1,2}\/\d{1,2}(?:\/\d{2,4})?`,
    String.raw`\d+(?:[.,]\d+)*(?:[\p{L}][\p{L}\p{N}]*)?`,
    String.raw`\p{L}[\p{L}\p{M}\p{N}_]*(?:['-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}_]+)*`,
    String.raw`[,;.?!:()&+/$£€¥%#"'=<>\n-]`,
  ].join('|'),
  'gu',
);

/** More words than this are not read: nobody asks in so many, and it bounds the work. */
const MOST_PIECES = 400;

/** Cuts a tidy sentence into words, numbers, ids and marks; `word` is lower case without accents. */
export function tokenise(text: string): Item[] {
  const items: Item[] = [];
  let end = -1;
  for (const match of text.matchAll(PIECES)) {
    const raw = match[0];
    items.push({
      raw,
      word: raw === '\n' ? '\n' : fold(raw),
      ...(match.index === end ? { glued: true } : {}),
    });
    end = match.index + raw.length;
    if (items.length === MOST_PIECES) break;
  }
  return items;
}

/** Lower case, without accents: "Überweisung" → "uberweisung". */
export const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase();
