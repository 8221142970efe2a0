import { type Item, rawOf, textOf } from './item.js';

/** A found pattern: its named groups (empty when absent) and the items it covers. */
export interface Found {
  items: Item[];
  group: (name: string) => string;
}

/** Compiles a pattern over words: it starts and ends at a word's edge. */
export const words = (source: string): RegExp => new RegExp(`(?<![^ ])(?:${source})(?![^ ])`, 'g');

/**
 * Puts one item in the place of every run of items that the pattern covers; where `make` gives nothing, the run stays.
 * The new item keeps what was typed.
 */
export function rewrite(
  items: readonly Item[],
  pattern: RegExp,
  make: (found: Found) => Pick<Item, 'word' | 'value'> | undefined,
): Item[] {
  const text = textOf(items);
  const out: Item[] = [];
  const walk = { item: 0, at: 0 };
  const stepTo = (offset: number, keep: (item: Item) => void) => {
    for (let item = items[walk.item]; item && walk.at < offset; item = items[walk.item]) {
      keep(item);
      walk.at += item.word.length + 1;
      walk.item += 1;
    }
  };
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue;
    stepTo(match.index, (item) => out.push(item));
    const covered: Item[] = [];
    stepTo(match.index + match[0].length, (item) => covered.push(item));
    const made = make({ items: covered, group: (name) => match.groups?.[name] ?? '' });
    out.push(...(made ? [merged(covered, made)] : covered));
  }
  stepTo(text.length + 1, (item) => out.push(item));
  return out;
}

function merged(covered: Item[], made: Pick<Item, 'word' | 'value'>): Item {
  const item: Item = { word: made.word, raw: rawOf(covered) };
  if (made.value) item.value = made.value;
  if (covered[0]?.glued) item.glued = true;
  return item;
}
