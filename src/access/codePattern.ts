/** Signs that a promotion code may hold at Stripe, the likeliest of an example first. */
const signs = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyz-'];
const atom = String.raw`[A-Za-z0-9-]|\\d|\.|\[\^?[A-Za-z0-9-]+\]`;
const count = String.raw`[?*+]|\{\d{1,2}(?:,\d{0,2})?\}`;
const piece = `(?:${atom})(?:${count})?`;
const choice = String.raw`\((?:\?:)?(?:${piece}|\|)+\)`;
const whole = new RegExp(`^(?:${piece}|${choice})+$`);
const pieces = new RegExp(`(${atom})(${count})?|${choice}`, 'g');
/** What lets a pattern match in more than one way. With few of them and a code of 40 signs, no pattern takes long. */
const mostLoose = 4;

/** Whether a code, from its first sign to its last, follows the pattern of the settings' `coupons.codePattern`. */
export function followsPattern(pattern: string, code: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(code);
}

/** What is wrong with a pattern, as a request to whoever writes the settings; `null` when it can be used.
 * Only a plain part of regular expressions is taken, so that no code can keep the bot busy. */
export function codePatternFault(pattern: string): string | null {
  const allowed =
    'write letters, digits, dashes, [classes], \\d or ., each with ?, *, + or {n,m} if need be, and (one|other) without any of these behind it';
  if (!whole.test(pattern)) return `${allowed}; the whole code is compared, so leave out ^ and $`;
  if (looseParts(pattern) > mostLoose)
    return `use at most ${mostLoose} of ?, *, +, {n,m} and (one|other) in it`;
  try {
    const example = exampleOf(pattern);
    const usable = /^[A-Za-z0-9-]{3,40}$/.test(example) && followsPattern(pattern, example);
    return usable ? null : 'write a pattern that a code of 3 to 40 letters, digits and dashes can follow';
  } catch {
    return allowed;
  }
}

function looseParts(pattern: string): number {
  return [...pattern.matchAll(pieces)].filter(([part, , times]) => {
    if (times === undefined) return part.startsWith('(');
    return !/^\{\d+\}$/.test(times);
  }).length;
}

/** A code that follows a pattern, to show what is meant: the first choice everywhere. */
export function exampleOf(pattern: string): string {
  return pattern.replace(pieces, (part: string, sign: string | undefined, times: string | undefined) => {
    if (sign === undefined) return exampleOf(part.replace(/^\((?:\?:)?|\)$/g, '').split('|')[0] ?? '');
    return firstOf(sign).repeat(howOften(times));
  });
}

function firstOf(sign: string): string {
  const fits = new RegExp(`^${sign}$`);
  return signs.find((each) => fits.test(each)) ?? '';
}

/** Twice or three times, where the pattern leaves it open. */
function howOften(times: string | undefined): number {
  if (times === undefined || times === '?') return 1;
  if (times === '*' || times === '+') return 3;
  const [least = 0, most] = times
    .slice(1, -1)
    .split(',')
    .map((each) => (each === '' ? 40 : Number(each)));
  return most === undefined ? least : Math.max(least, Math.min(most, 3));
}
