/** What must never be found where it does not belong: of every kind one, and of every fault path its own. */
export type Spill = Readonly<
  Record<
    | 'pan'
    | 'cvc'
    | 'key'
    | 'email'
    | 'phone'
    | 'name'
    | 'prompt'
    | 'bearer'
    | 'address'
    | 'iban'
    | 'receipt'
    | 'metadata'
    | 'secret'
    | 'fingerprint',
    string
  >
>;

const fourDigits = (of: number): string => String(of).padStart(4, '0');

/** The canaries of one path; its number stands in each. */
export function spillOf(path: number): Spill {
  const n = fourDigits(path);
  return {
    pan: withCheckDigit(`4539 0147 20${n.slice(0, 2)} ${n.slice(2)}0`),
    cvc: `qzcvc${n}`,
    key: ['sk', 'live', `qzkey${n}AbCdEfGhIjKlMnOp`].join('_'),
    email: `qzmail${n}@qzhost${n}.example`,
    phone: `+49 30 901820 ${n}`,
    name: `Qzada${inLetters(n)} Qzvex${inLetters(n)}`,
    prompt: `qzprompt${n}`,
    bearer: `Bearer eyJhbGciOiJub25lIn0.qzbearer${n}.c2lnbmVk`,
    address: `Qzstreet${n} 12, 10115 Berlin`,
    iban: withChecksum(`3704 0044 0532 01${n.slice(0, 2)} ${n.slice(2)}`),
    receipt: `https://pay.stripe.example/receipts/qzreceipt${n}`,
    metadata: `qzmeta${n}`,
    secret: `pi_3_secret_qzsecret${n}`,
    fingerprint: `qzfinger${n}`,
  };
}

/** A German account number as IBAN: "DE" is 1314, and what is left of 98 by 97 makes it valid. */
function withChecksum(account: string): string {
  const rest = BigInt(`${account.replace(/\D/g, '')}131400`) % 97n;
  return `DE${String(98n - rest).padStart(2, '0')} ${account}`;
}

/** A number as letters: nobody's name has digits in it. */
const inLetters = (digits: string): string =>
  digits.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
const inDigits = (letters: string): string =>
  letters.replace(/[a-j]/g, (letter) => String('abcdefghij'.indexOf(letter)));

/** The last of 16 digits, so that the number passes as a card's. */
function withCheckDigit(digits: string): string {
  const sum = [...digits.replace(/\D/g, '')].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const parts: [kind: keyof Spill, part: RegExp][] = [
  ['pan', /4539014720(\d{4})/g],
  ['cvc', /qzcvc(\d{4})/g],
  ['key', /qzkey(\d{4})/g],
  ['email', /qz(?:mail|host)(\d{4})/g],
  ['phone', /4930901820(\d{4})/g],
  ['name', /qz(?:ada|vex)([a-j]{4})/g],
  ['prompt', /qzprompt(\d{4})/g],
  ['bearer', /qzbearer(\d{4})/g],
  ['address', /qzstreet(\d{4})/g],
  ['iban', /de\d\d37040044053201(\d{4})/g],
  ['receipt', /qzreceipt(\d{4})/g],
  ['metadata', /qzmeta(\d{4})/g],
  ['secret', /qzsecret(\d{4})/g],
  ['fingerprint', /qzfinger(\d{4})/g],
];

export const kinds: readonly (keyof Spill)[] = parts.map(([kind]) => kind);

/** A canary that was found: its kind, and the number of the path it was let loose on. */
export interface Hit {
  kind: keyof Spill;
  path: number;
}

/** Finds canaries, or a telling part of one, in a text: in any case, with whatever between the digits. */
export function spilt(text: string): Hit[] {
  if (text === '') return [];
  const plain = text.toLowerCase().replace(/[\u200b-\u200f\u2060-\u2069\ufeff\\]/g, '');
  const joined = plain.replace(/(?<=[a-z]{2}\d\d|\d)[ .\u00a0-]+(?=\d)/g, '');
  const hits = parts.flatMap(([kind, part]) =>
    [...joined.matchAll(part)].map(([, path]) => ({ kind, path: Number(inDigits(path ?? '')) })),
  );
  return [...new Map(hits.map((hit) => [`${hit.kind} ${hit.path}`, hit])).values()];
}
