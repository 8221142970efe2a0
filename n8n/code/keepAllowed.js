// The second of the two Code nodes of a Stripe gateway: of Stripe's answer only what is on the list goes on to the bot,
// and whatever says who somebody is goes masked. A field that Stripe adds tomorrow is on no list, so it stays here.

/** The envelope for the bot. */
export function keepAllowed({ statusCode, headers, body }, { method, keep }, settings, tables) {
  const kept = statusCode >= 400 ? ofError(body) : ofAnswer(body, keep, tables);
  const live = settings.mode === 'live';
  // What was made is made: the bot compares the mode of that itself.
  if (method === 'GET' && keep.gives !== 'check' && inOtherMode(kept, live))
    return { gateway: 'n8n', v: 1, refused: 'wrong_mode' };
  return { gateway: 'n8n', v: 1, status: statusCode, headers: ofHeaders(headers), body: kept };
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

function inOtherMode(kept, live) {
  const all = [kept, ...(Array.isArray(kept.data) ? kept.data : [])];
  return all.some(({ livemode }) => typeof livemode === 'boolean' && livemode !== live);
}

const headersThatGoOn = ['request-id', 'idempotent-replayed', 'stripe-should-retry', 'retry-after'];

function ofHeaders(headers) {
  if (!isObject(headers)) return {};
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  const known = ([name, value]) =>
    headersThatGoOn.includes(name) && typeof value === 'string' && /^[\w .:,-]{1,100}$/.test(value);
  return Object.fromEntries(given.filter(known));
}

const word = /^[\w.[\]-]{1,100}$/;

/** Why, in Stripe's own words of one word each: its sentences may repeat what was sent. */
function ofError(body) {
  if (!isObject(body) || !isObject(body.error)) return {};
  const { error } = body;
  const told = ['type', 'code', 'decline_code', 'param'].filter(
    (name) => typeof error[name] === 'string' && word.test(error[name]),
  );
  return { error: Object.fromEntries(told.map((name) => [name, error[name]])) };
}

function ofAnswer(body, keep, tables) {
  if (!isObject(body)) return {};
  const one = (object) => ofObject(object, keep, tables);
  if (body.object !== 'list' && body.object !== 'search_result') return one(body);
  const data = Array.isArray(body.data) ? body.data.map(one) : undefined;
  return withoutNothing({ object: body.object, data, has_more: plain(body.has_more) });
}

/** An object of another kind than was asked for is told by its kind alone. */
function ofObject(object, { gives, codes }, { fields }) {
  if (!isObject(object)) return {};
  const kind = plain(object.object);
  if (gives === 'check')
    return withoutNothing({
      object: kind,
      livemode: plain(object.livemode),
      id: kind === 'account' ? plain(object.id) : undefined,
    });
  if (kind !== gives) return withoutNothing({ object: typeof kind === 'string' ? kind : undefined });
  return ofFields(object, fields[gives], { whole: codes === 'whole' || object.customer == null });
}

function ofFields(object, list, codes) {
  const kept = Object.entries(list).map(([name, how]) => [
    name,
    Object.hasOwn(object, name) ? one(object[name], how, codes) : undefined,
  ]);
  return withoutNothing(Object.fromEntries(kept));
}

const withoutNothing = (object) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

const plain = (value) => (typeof value === 'object' && value !== null ? undefined : value);
const ofText = (mask) => (value) =>
  typeof value === 'string' ? mask(value) : value === null ? null : undefined;

function one(value, how, codes) {
  if (Array.isArray(how))
    return Array.isArray(value) ? value.map((each) => one(each, how[0], codes)) : undefined;
  if (typeof how === 'object')
    return isObject(value) ? ofFields(value, how, codes) : plain(value) === null ? null : undefined;
  return ways[how](value, codes);
}

const ways = {
  value: plain,
  id: (value) => (isObject(value) ? plain(value.id) : plain(value)),
  maskedEmail: ofText(maskEmail),
  initials: ofText(initials),
  maskedCode: (value, { whole }) => (whole ? plain(value) : ofText(maskCode)(value)),
};

const mask = '•••';

/** `j•••@e•••.com` */
function maskEmail(email) {
  if (email === '') return '';
  const at = email.lastIndexOf('@');
  if (at < 0) return mask;
  const labels = email.slice(at + 1).split('.');
  const top = labels.length > 1 ? labels.at(-1).toLowerCase() : '';
  const ending = /^(\p{L}{2,10}|xn--[a-z0-9]{2,20})$/u.test(top) ? `.${top}` : '';
  return `${firstOf(email.slice(0, at))}${mask}@${firstOf(labels[0])}${mask}${ending}`;
}

function firstOf(part) {
  const points = [...part.slice(0, 8)];
  return points.length > 1 && /^[\p{L}\p{N}]$/u.test(points[0]) ? points[0] : '';
}

/** "J. R." */
function initials(name) {
  const words = name.slice(0, 5000).normalize('NFC').split(/\s+/u);
  const letters = words.flatMap((each) => /\p{L}/u.exec(each)?.[0] ?? []);
  const ends = letters.length > 1 ? [letters[0], letters.at(-1)] : letters;
  return ends.map((letter) => `${capital(letter)}.`).join(' ');
}

function capital(letter) {
  const upper = letter.toUpperCase();
  return [...upper].length === 1 ? upper : letter;
}

/** Four dots, so that the bot sees a code of six signs, and shows two of them as it does of any. */
function maskCode(code) {
  const start = /^[A-Za-z0-9]{2}(?=.{4})/u.exec(code)?.[0];
  return start ? `${start}••••` : mask;
}
