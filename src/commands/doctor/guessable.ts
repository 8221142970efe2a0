/** Shorter secrets can be found by trying, in characters. */
export const shortest = 16;

/** Fewer different characters are a pattern, not chance. */
const fewestDifferent = 8;

/** Whether a secret is so short or so regular that it can be found by trying. */
export function canBeGuessed(secret: string): boolean {
  return secret.length < shortest || new Set(secret).size < fewestDifferent;
}
