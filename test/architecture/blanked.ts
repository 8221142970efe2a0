/**
 * The same text with every comment and everything between quotes turned into spaces, so that a rule sees code
 * only. Length and line breaks stay, so a place in the one is the same place in the other; quotes stay too.
 */
export const blanked = (source: string): string => {
  const out = source.split('');
  for (const { from, to } of spansToBlank(source)) {
    for (let at = from; at < to; at += 1) if (out[at] !== '\n') out[at] = ' ';
  }
  return out.join('');
};

interface Span {
  from: number;
  to: number;
}

const spansToBlank = (text: string): Span[] => {
  const spans: Span[] = [];
  /** Depth of braces inside each template's `${`; a `}` at depth 0 goes back into the template. */
  const templates: number[] = [];
  let at = 0;
  while (at < text.length) {
    const next = step({ text, at, spans, templates });
    at = next > at ? next : at + 1;
  }
  return spans;
};

interface Reading {
  text: string;
  at: number;
  spans: Span[];
  templates: number[];
}

const step = (reading: Reading): number => {
  const { text, at, templates } = reading;
  const here = text[at];
  if (text.startsWith('//', at)) return blankTo(reading, at, endOf(text, '\n', at));
  if (text.startsWith('/*', at)) return blankTo(reading, at, endOf(text, '*/', at) + 2);
  if (here === "'" || here === '"') return blankTo(reading, at + 1, closing(text, at + 1, here)) + 1;
  if (here === '/' && regexMayStart(text, at)) return blankTo(reading, at + 1, endOfRegex(text, at + 1)) + 1;
  if (here === '`') return inTemplate(reading, at + 1);
  if (here === '{' && templates.length > 0) templates.push((templates.pop() ?? 0) + 1);
  if (here === '}' && templates.length > 0) {
    const depth = (templates.pop() ?? 0) - 1;
    if (depth < 0) return inTemplate(reading, at + 1);
    templates.push(depth);
  }
  return at + 1;
};

const blankTo = ({ spans }: Reading, from: number, to: number): number => {
  spans.push({ from, to });
  return to;
};

const inTemplate = (reading: Reading, from: number): number => {
  const { text, templates } = reading;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return blankTo(reading, from, at) + 1;
    else if (text.startsWith('${', at)) {
      templates.push(0);
      return blankTo(reading, from, at) + 2;
    }
  }
  return blankTo(reading, from, text.length);
};

const endOf = (text: string, mark: string, from: number): number => {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found;
};

const closing = (text: string, from: number, quote: string): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote || text[at] === '\n') return at;
  }
  return text.length;
};

const endOfRegex = (text: string, from: number): number => {
  let inClass = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if ((text[at] === '/' && !inClass) || text[at] === '\n') return at;
  }
  return text.length;
};

/** A slash after an operator, an opening bracket or `return` starts a regular expression, else it divides. */
const regexMayStart = (text: string, at: number): boolean =>
  /(?:^|[(,=:[!&|?{};\n+*%~^<>-]|\breturn|\bcase|=>)$/.test(text.slice(Math.max(0, at - 40), at).trimEnd());
