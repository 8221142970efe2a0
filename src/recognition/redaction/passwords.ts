import { isKnown } from '../builtIn/mend.js';
import { type Find, type Span, spansOf } from './span.js';

const strong =
  'pass ?word|pass ?wd|pwd|pass ?phrase|pass ?code|kennwort|passwort|mot de passe|contraseña|senha|wachtwoord|lösenord|hasło|пароль|パスワード|otp|2fa code|one[ -]time (?:password|pin)|verification code';
const weak =
  'secret|token|api[ _-]?key|access[ _-]?key|account ?key|shared ?access ?key|private[ _-]?key|client[ _-]?secret|signing[ _-]?key|credentials?|auth|key|sig|signature|passkey';
const says = '(?: (?:is|was|lautet|ist|est|es|é|to|now) {1,2}| ?(?:[:=]|=>|->|：) ?)';
const value = String.raw`(?<value>"[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s"'<>]{3,300})`;
const stated = (labels: string) =>
  new RegExp(String.raw`(?<!\p{L})(?:${labels})["']?${says}(?:(?:now|just|still|set to) )?${value}`, 'gu');
const password = stated(strong);
const secret = stated(weak);
const bare = new RegExp(
  String.raw`(?<!\p{L})(?:${strong}|pw) (?<value>(?=\S{0,60}\d)(?=\S{0,60}\p{L})\S{6,200})`,
  'gu',
);
const short =
  /(?<!\p{L})(?:pw|pass)["']?(?: ?[:=] ?(?<value>[^\s"'<>]{3,300})| is (?<odd>(?=\S{0,60}\d)\S{6,200}))/gu;
const inAddress = /:\/\/(?<value>[^\s/:@]{1,100}:[^\s/@]{1,200})@/gu;

/** Finds passwords, and secrets that only the word before gives away. Plain words after "is" are no password. */
export const findPasswords: Find = (text, lower) => [
  ...spansOf(lower, password, 'password', 'value').filter((span) => isPassword(lower, span)),
  ...spansOf(lower, secret, 'key', 'value').filter((span) => isSecret(wordIn(text, span))),
  ...spansOf(lower, bare, 'password', 'value').filter((span) => !isStripeId(wordIn(text, span))),
  ...spansOf(lower, short, 'password', 'value'),
  ...spansOf(lower, short, 'password', 'odd'),
  ...spansOf(text, inAddress, 'password', 'value'),
];

const wordIn = (text: string, { start, end }: Span): string =>
  text.slice(start, end).replace(/^["']|["',;.)\]]+$/g, '');

function isPassword(text: string, span: Span): boolean {
  const word = wordIn(text, span);
  return /[:="']/.test(text.slice(span.start - 2, span.start + 1)) || !isKnown(word);
}

/** The words "key" and "token" are used of much: only what looks made up by a machine is one. */
const isSecret = (word: string): boolean =>
  !isStripeId(word) && /\d/.test(word) && (word.length >= 16 || (word.length >= 8 && /[a-z]/.test(word)));

const isStripeId = (word: string): boolean => /^[a-z]{2,10}_[A-Za-z0-9_]+$/.test(word);
