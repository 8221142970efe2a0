import { type Item, textOf } from './item.js';

/** A stretch of the sentence between two marks, with the mark before it and the one after. */
export interface Clause {
  items: Item[];
  text: string;
  /** "start", ",", "and", "or", "then", ";" (any full stop), ":" or "\n". */
  joint: string;
  /** The mark that ends it; "end" for the last one. */
  next: string;
  /** It ends with a question mark. */
  asked: boolean;
}

const JOINTS: ReadonlyMap<string, string> = new Map([
  ...[',', '(', ')', '>', '"'].map((mark): [string, string] => [mark, ',']),
  ...[';', '.', '?', '!'].map((mark): [string, string] => [mark, ';']),
  ...['and', '&', '+', 'plus', 'also'].map((mark): [string, string] => [mark, 'and']),
  ...['then', 'afterwards'].map((mark): [string, string] => [mark, 'then']),
  ...[':', '\n', 'or', 'but'].map((mark): [string, string] => [mark, mark]),
]);
const RANK = [',', ':', 'and', 'or', 'but', 'then', '\n', ';'];

/** Splits a sentence where one request may end and the next begin. Marks inside amounts, dates and names are gone by now. */
export function splitClauses(items: readonly Item[]): Clause[] {
  const clauses: Clause[] = [];
  let part: Item[] = [];
  let joint = 'start';
  const close = (mark: string, asked: boolean) => {
    if (part.length > 0) clauses.push({ items: part, text: textOf(part), joint, next: mark, asked });
    joint = part.length > 0 || clauses.length === 0 ? mark : stronger(joint, mark);
    const last = clauses.at(-1);
    if (last) last.next = joint;
    part = [];
  };
  items.forEach((item, at) => {
    const mark = namesField(items, at)
      ? undefined
      : (JOINTS.get(item.word) ?? (isDash(item, items[at - 1]) ? ',' : undefined));
    if (mark && !(mark === 'and' || mark === 'or' ? joinsVerbs(items, at) : false))
      close(mark, item.word === '?');
    else part.push(item);
  });
  if (part.length > 0) clauses.push({ items: part, text: textOf(part), joint, next: 'end', asked: false });
  return clauses;
}

const FIELD =
  /^(?:code|name|title|amount|discount|percent|percentage|expires|expiry|until|uses|redemptions|limit|minimum|min|order|purchase|spend|duration|customer|currency|status|value|maximum|max|end|ends|from|to|since|reduction|expiration|validity)$/;

/** "max uses: 80": the colon belongs to the field it follows. */
const namesField = (items: readonly Item[], at: number): boolean =>
  items[at]?.word === ':' && FIELD.test(items[at - 1]?.word ?? '');

const VERB =
  /^(?:cancel|refund|delete|remove|change|create|make|add|see|view|edit|approve|read|list|look|ask|submit|confirm|void|deactivate|pause|stop)$/;

/** "cancel and refund the order", "expired or not": one object, one request. */
const joinsVerbs = (items: readonly Item[], at: number): boolean =>
  (VERB.test(items[at - 1]?.word ?? '') && VERB.test(items[at + 1]?.word ?? '')) ||
  (items[at]?.word === 'or' && items[at + 1]?.word === 'not') ||
  compares(items, at);

/** "are refunds and reversals the same thing?": one question about both. */
const compares = (items: readonly Item[], at: number): boolean =>
  /^(?:is|are)$/.test(items[0]?.word ?? '') &&
  items
    .slice(at)
    .some(({ word }) => /^(?:same|different|identical|equal|synonyms|interchangeable|similar)$/.test(word));

/** A dash with a blank before it parts; one inside a word does not. */
const isDash = (item: Item, before: Item | undefined): boolean =>
  /^[-/]$/.test(item.word) && (item.glued !== true || before === undefined || before.word === '\n');

const stronger = (a: string, b: string): string => (RANK.indexOf(a) >= RANK.indexOf(b) ? a : b);
