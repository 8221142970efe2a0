import { z } from 'zod';

/** Everything that was told, in the shapes in which something may hide in it. */
export interface Told {
  /** As it came over the wire: JSON. */
  wire: string;
  /** Every text in it, once: unescaped, and as a reader sees it. */
  words: string;
}

const frame = z.unknown();

/** Takes the wire of talks apart; a line that is no JSON is kept as it is. */
export function toldIn(wires: readonly string[]): Told {
  const wire = wires.join('\n');
  const texts = new Set<string>();
  for (const line of new Set(wire.split('\n'))) gather(parsed(line), texts);
  return { wire, words: [...texts, ...[...texts].map(asSeen)].join('\n') };
}

/** Without what the masking puts between letters to keep a client from acting on them. */
const asSeen = (text: string): string => text.replace(/[\u200b-\u200f\u2060-\u2069\ufeff\\]/g, '');

function parsed(line: string): unknown {
  try {
    return frame.parse(JSON.parse(line));
  } catch {
    return line;
  }
}

function gather(node: unknown, texts: Set<string>): void {
  if (typeof node === 'string') texts.add(node);
  if (typeof node !== 'object' || node === null) return;
  for (const [key, inner] of Object.entries(node)) {
    texts.add(key);
    gather(inner, texts);
  }
}

/** Those of some secrets that can be found: raw, escaped as JSON once or twice, or, for addresses, in any case. */
export function found(secrets: readonly string[], { wire, words }: Told): string[] {
  const folded = words.toLowerCase();
  return secrets.filter((secret) => {
    const escaped = JSON.stringify(secret).slice(1, -1);
    const address = secret.includes('@') && folded.includes(secret.toLowerCase());
    const shapes = [secret, asSeen(secret), escaped];
    return address || wire.includes(escaped) || shapes.some((shape) => words.includes(shape));
  });
}

const keys = /\b(?:(?:sk|rk|pk)_(?:test|live)|whsec)_\w{4,}/g;
const receipts = /https?:\/\/[\w.-]*stripe[\w.-]*\/?|\breceipts?\/|\bacct_\w+/gi;
/** No card begins with a 1, as every time in milliseconds does. */
const mightBeCard = /(?<![\w.-])[2-6](?:[ -]?\d){12,18}(?![\w-])/g;

/** Whatever looks like a key of Stripe's, one of its links, or a whole card number. */
export function suspicious({ words }: Told): string[] {
  const cards = (words.match(mightBeCard) ?? []).filter((digits) => passesLuhn(digits.replace(/\D/g, '')));
  return [...(words.match(keys) ?? []), ...(words.match(receipts) ?? []), ...cards];
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
