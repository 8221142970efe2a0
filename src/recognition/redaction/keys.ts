import { type Find, type Stretch, spansOf } from './span.js';

const edge = '(?<![A-Za-z0-9])';

/** How the secrets of well-known services look. */
const issued = [
  '(?:sk|rk|pk|ek)_(?:live|test|prod|org)_ ?[A-Za-z0-9_]{10,}',
  'whsec_ ?[A-Za-z0-9+/=_-]{12,}',
  '(?:pi|seti|cs|src|si)_[A-Za-z0-9_]{1,80}_secret_[A-Za-z0-9_]{6,}',
  '(?:gh[pousr]|github_pat)_[A-Za-z0-9_]{16,}',
  '(?:xox[a-z]|xapp)-[A-Za-z0-9-]{10,}',
  '(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{12,}',
  String.raw`AIza[A-Za-z0-9_-]{20,}|ya29\.[A-Za-z0-9_.-]{20,}|GOCSPX-[A-Za-z0-9_-]{16,}|1//0[A-Za-z0-9_-]{20,}`,
  String.raw`SG\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}|key-[0-9a-f]{32}|EAA[A-Za-z0-9]{30,}`,
  '(?:AC|SK|AP)[0-9a-f]{32}|sq0[a-z]{3}-[A-Za-z0-9_-]{16,}|EAAA[A-Za-z0-9_-]{20,}',
  String.raw`(?<![_-])eyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){1,4}`,
  String.raw`[A-Za-z0-9_-]{11}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])`,
].map((form) => new RegExp(`${edge}(?:${form})`, 'g'));
/** Their beginnings are short: in small letters alone what follows may be words. */
const digitsIn = [
  'sk-[A-Za-z0-9_-]{16,}',
  '(?:gsk|xai|pplx|tvly|nvapi|csk|fw|r8|hf|lsv2|dop|doo|glpat|glrt|gldt|npm|pypi|shpat|shpss|shpca|rzp|dapi|ntn|lin_api|sbp|sntrys|phc|phx|atlasv1|vercel|figd|pat|PMAK)[-_][A-Za-z0-9_.-]{16,}',
].map((form) => new RegExp(`${edge}(?:${form})`, 'g'));

const azure = /[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{30,40}/g;
const bearer = /(?<!\p{L})bearer[\s:]{1,3}(?<token>(?=[A-Za-z_~+/=-]{0,200}\d)[A-Za-z0-9._~+/=-]{12,})/giu;
const basic =
  /(?<!\p{L})basic +(?<token>(?=[A-Za-z0-9+/]{0,200}[A-Z0-9][A-Za-z0-9+/]{0,200}[A-Z0-9=])[A-Za-z0-9+/]{10,}={0,2})(?![a-z])/giu;
const pem =
  /(?<!-)-{3,12}BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-{3,12}[^-]*(?:-{3,12}END [A-Z0-9 ]{0,50}-{3,12})?/g;

const long = /(?<![A-Za-z0-9_~-])[A-Za-z0-9_~-]{32,}/g;
/** As AWS writes its secrets. */
const base64 = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/g;

/** Finds keys of Stripe, OpenRouter and other services, tokens, private keys, and long random strings of any origin. */
export const findKeys: Find = (text) => [
  ...issued.flatMap((form) => spansOf(text, form, 'key')),
  ...digitsIn.flatMap((form) => spansOf(text, form, 'key')).filter((span) => isMadeUp(text, span)),
  ...spansOf(text, azure, 'key'),
  ...spansOf(text, bearer, 'key', 'token'),
  ...spansOf(text, basic, 'key', 'token'),
  ...spansOf(text, pem, 'key'),
  ...[long, base64]
    .flatMap((form) => spansOf(text, form, 'key'))
    .filter(({ start, end }) => isRandom(text.slice(start, end))),
];

const isMadeUp = (text: string, { start, end }: Stretch): boolean =>
  /\d|[a-z][A-Z]/.test(text.slice(start, end));

/** Long, of both cases and digits in one stretch, and no id as Stripe writes them ("pi_…", "cs_test_…"). */
const isRandom = (token: string): boolean =>
  !/^[a-z]{2,10}_/.test(token) &&
  (token.match(/[A-Za-z0-9]{24,}|^[A-Za-z0-9+/]{40}$/g) ?? []).some(
    (part) => /[a-z]/.test(part) && /[A-Z]/.test(part) && /\d[^\d]+\d/.test(part),
  );
