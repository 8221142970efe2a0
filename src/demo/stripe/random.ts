/** A number from 0 up to, not including, 1. */
export type Random = () => number;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The same seed gives the same numbers (mulberry32). Not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function draw(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}

/** An id as Stripe writes them: the prefix and letters and digits of both cases. */
export function randomId(random: Random, prefix: string, length = 24): string {
  return prefix + draw(random, letters, length);
}

/** A code a person can type: capitals and digits, none that look alike. */
export function randomCode(random: Random, length = 8): string {
  return draw(random, capitals, length);
}

/** one of `choices`; the first when `random` misbehaves. */
export function pick<Choice>(random: Random, choices: readonly [Choice, ...Choice[]]): Choice {
  return choices[Math.floor(random() * choices.length)] ?? choices[0];
}
