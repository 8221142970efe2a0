import type { Identifier } from './identifier.js';

/** Gives each identifier its placeholder, the same one each time, and finds the way back. */
export interface Numbering {
  placeholderOf: (identifier: Pick<Identifier, 'kind' | 'value'>) => string;
  /** A text with every placeholder that was given replaced by what it stands for; others stay. */
  restore: (text: string) => string;
}

const given = /(?<![A-Za-z0-9])(?:customer_\d+|[a-z]{2,8}_placeholder\d+)(?![A-Za-z0-9])/gi;

/** A numbering for one message. An id's placeholder keeps the id's beginning, so that it is valid where the id is. */
export function createNumbering(): Numbering {
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  return {
    placeholderOf: ({ kind, value }) => {
      const known = placeholders.get(value);
      if (known !== undefined) return known;
      const stem = kind === 'id' ? /^([a-z]{2,8})_/.exec(value)?.[1] : undefined;
      const name = stem === undefined || stem === 'customer' ? 'customer_' : `${stem}_placeholder`;
      const placeholder = `${name}${values.size + 1}`;
      placeholders.set(value, placeholder);
      values.set(placeholder, value);
      return placeholder;
    },
    restore: (text) => text.replace(given, (found) => values.get(found.toLowerCase()) ?? found),
  };
}
