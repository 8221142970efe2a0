/** What is taken out of a sentence for good, by the name under which it goes on record. */
export const kinds = ['card', 'cvc', 'iban', 'phone', 'key', 'password'] as const;
export type Kind = (typeof kinds)[number];

/** A stretch of a text, `end` not included. */
export interface Stretch {
  start: number;
  end: number;
}

/** A stretch that must not leave, and why. */
export interface Span extends Stretch {
  kind: Kind;
}

/**
 * Finds in a folded text what is of its kind. Its time grows with the text's length and no faster; a pattern begins
 * with a look at the one character, for to look behind it by its Unicode class costs.
 * @param lower the text in small letters, each character in its place: patterns that need no case are faster on it
 */
export type Find = (text: string, lower: string) => Span[];

/** A text in small letters, each character in its place. */
export const lowerOf = (text: string): string => text.replaceAll('\u0130', 'I').toLowerCase();

/** Where a pattern stands, each as a span of `kind`. `group` names the part that is meant when it is not the whole. */
export function spansOf(text: string, pattern: RegExp, kind: Kind, group?: string): Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = group === undefined ? match[0] : match.groups?.[group];
    if (!value) return [];
    const end = match.index + match[0].length;
    const start = group === undefined ? match.index : match.index + match[0].lastIndexOf(value);
    return [{ kind, start, end: group === undefined ? end : start + value.length }];
  });
}

/** Stretches in order, those that touch or overlap as one. */
export function joined(spans: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}
