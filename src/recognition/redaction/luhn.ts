/** Whether the last digit fits the others as on every payment card (ISO/IEC 7812-1, annex B). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, twice = false; at >= 0; at--, twice = !twice) {
    const digit = digits.charCodeAt(at) - 48;
    sum += twice ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/**
 * First and last beginning of each network's numbers, by four digits, and how long they may be. Twelve digits: only
 * Maestro's own old ranges.
 */
const networks: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [4000, 4999, [13, 16, 18, 19]],
  [5100, 5599, [16]],
  [2221, 2720, [16]],
  [3400, 3499, [15]],
  [3700, 3799, [15]],
  [3000, 3059, [14, 15, 16, 17, 18, 19]],
  [3095, 3095, [14, 15, 16, 17, 18, 19]],
  [3600, 3699, [14, 15, 16, 17, 18, 19]],
  [3800, 3999, [14, 15, 16, 17, 18, 19]],
  [3528, 3589, [16, 17, 18, 19]],
  [2200, 2204, [16, 17, 18, 19]],
  [5000, 5099, [16, 17, 18, 19]],
  [5600, 5899, [16, 17, 18, 19]],
  [6000, 6999, [16, 17, 18, 19]],
  [8100, 8299, [16, 17, 18, 19]],
  [9792, 9792, [16, 17, 18, 19]],
  ...[5018, 5020, 5038, 5868, 5893, 6304, 6390, 6759, 6761, 6762, 6763].map(
    (one) => [one, one, [12, 13, 14, 15]] as const,
  ),
];

/** Whether a number of any length may be a card's by how it begins. */
export const beginsAsCard = (digits: string): boolean => {
  const begins = Number(digits.slice(0, 4));
  return networks.some(([from, to]) => begins >= from && begins <= to);
};

/** Whether a number begins and is as long as a card's of some network. */
export function isOfNetwork(digits: string): boolean {
  const begins = Number(digits.slice(0, 4));
  return networks.some(
    ([from, to, lengths]) => begins >= from && begins <= to && lengths.includes(digits.length),
  );
}

/** Whether a run of digits is a card's number. */
export const isCard = (digits: string): boolean => isOfNetwork(digits) && isLuhn(digits);
