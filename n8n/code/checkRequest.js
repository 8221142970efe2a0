// The first of the two Code nodes of a Stripe gateway: looks at what the bot asks before anything reaches Stripe.
// What is not allowed by name is refused. `npm run n8n` puts this file and the tables of the bot's own code into the
// workflow. Nothing but the language itself is used here: a Code node of n8n has no URL, no crypto, no require.

const refused = (code) => ({ gateway: 'n8n', v: 1, refused: code });

/** What goes to the node "Stripe", or an answer that says why nothing does. */
export function checkRequest(request, settings, tables, now) {
  try {
    return checked(request, settings, tables, now);
  } catch (why) {
    return refused(typeof why === 'string' ? why : 'bad_request');
  }
}

function checked({ body: said, jwtPayload: claims }, settings, tables, now) {
  checkForm(said);
  checkToken(claims, now);
  if (said.account !== settings.account || claims.account !== settings.account) throw 'wrong_account';
  if (said.mode !== settings.mode) throw 'wrong_mode';
  const asked = askedIn(said);
  return claims.use === 'check'
    ? ofCheck(asked, said, settings, tables)
    : ofCall(asked, said, claims, settings, tables);
}

const fields = ['account', 'body', 'idempotencyKey', 'method', 'mode', 'path', 'stripeVersion', 'v'];
const isText = (value, most) => typeof value === 'string' && value.length <= most;

function checkForm(said) {
  if (said === null || typeof said !== 'object' || Array.isArray(said)) throw 'bad_request';
  if (JSON.stringify(said).length > 16384) throw 'too_large';
  if (Object.keys(said).some((name) => !fields.includes(name))) throw 'bad_request';
  if (said.v !== 1 || !isText(said.path, 8192) || !isText(said.body, 8192)) throw 'bad_request';
  if (said.method !== 'GET' && said.method !== 'POST') throw 'not_allowed_path';
  if (said.method === 'GET' ? said.body !== '' : said.path.includes('?')) throw 'bad_request';
  if (!/^\d{4}-\d{2}-\d{2}(?:\.[a-z]{1,30})?$/.test(said.stripeVersion)) throw 'bad_request';
  if (
    said.idempotencyKey != null &&
    said.idempotencyKey !== '' &&
    !/^[\w:.-]{8,255}$/.test(said.idempotencyKey)
  )
    throw 'bad_request';
}

const uses = ['read', 'write', 'check'];

/** The signature is the node "Webhook"'s business. A token without an end, or with a far one, is not the bot's. */
function checkToken(claims, now) {
  if (claims === null || typeof claims !== 'object') throw 'bad_token';
  if (claims.iss !== 'tillkeeper' || claims.aud !== 'n8n' || !isText(claims.jti, 100) || claims.jti === '')
    throw 'bad_token';
  const { iat, exp } = claims;
  if (!Number.isInteger(iat) || !Number.isInteger(exp) || exp - iat > 300) throw 'bad_token';
  if (exp < now - 5 || iat > now + 60) throw 'bad_token';
  if (!uses.includes(claims.use)) throw 'bad_token';
}

/** The address and the parameters, read. Whatever could be read in two ways is refused. */
function askedIn({ method, path, body }) {
  const [address, query = '', ...more] = path.split('?');
  if (more.length > 0 || path.includes('#') || !/^\/v1\/[A-Za-z0-9_/%.~!*'()-]+$/.test(address))
    throw 'not_allowed_path';
  const pairs = pairsOf(method === 'GET' ? query : body);
  const names = pairs.map(([name]) => name);
  if (new Set(names).size !== names.length) throw 'not_allowed_parameter';
  return { method, parts: address.split('/').map(decoded), pairs };
}

const decoded = (text) => decodeURIComponent(text);

function pairsOf(text) {
  if (text === '') return [];
  return text.split('&').map((pair) => {
    const [, name, value] = /^([^=]+)=([^=]*)$/.exec(pair.replace(/\+/g, ' ')) ?? [];
    if (name === undefined) throw 'bad_request';
    return [decoded(name), decoded(value)];
  });
}

/** What stands for `:id`: no part of an address that a server could read as more than one. */
const isId = (part) => /^[^/\\?#\p{Cc}]{1,500}$/u.test(part) && !/^\.*$/.test(part);

function fits(pattern, parts) {
  const wanted = pattern.split('/');
  return (
    wanted.length === parts.length &&
    wanted.every((part, at) => (part === ':id' ? isId(parts[at]) : part === parts[at]))
  );
}

function ofCall(asked, said, claims, settings, { calls }) {
  const call = calls.find(({ method, path }) => method === asked.method && fits(path, asked.parts));
  if (call === undefined) throw 'not_allowed_path';
  for (const [name, value] of asked.pairs) {
    const pattern = Object.hasOwn(call.parameters, name) ? call.parameters[name] : undefined;
    if (pattern === undefined || !new RegExp(`^(?:${pattern})$`).test(value)) throw 'not_allowed_parameter';
  }
  if (!call.may.includes(claims.ability) || !mayRole(claims, settings)) throw 'role';
  if (asked.method === 'POST' && claims.use !== 'write') throw 'role';
  if (asked.method === 'POST' && !said.idempotencyKey) throw 'bad_request';
  const byCode = asked.pairs.some(([name]) => name === 'code');
  return outgoing(asked, said, settings, {
    gives: call.gives,
    codes: byCode || claims.ability === 'coupons.create' ? 'whole' : 'masked',
  });
}

/** The second opinion on who may: one of the caller's roles has the ability by the table in "Settings". */
function mayRole({ ability, roles }, settings) {
  const table = typeof settings.roles === 'string' ? JSON.parse(settings.roles) : settings.roles;
  return (
    Array.isArray(roles) &&
    roles.some((role) => isText(role, 200) && Object.hasOwn(table, role) && table[role].includes(ability))
  );
}

/** What tells of the key alone: exactly the calls of the table, and of the answer only the mode and whose it is. */
function ofCheck(asked, said, settings, { checks }) {
  const ours = (pairs) => JSON.stringify([...pairs].sort());
  const known = checks.some(
    ({ method, path, parameters }) =>
      method === asked.method &&
      fits(path, asked.parts) &&
      ours(Object.entries(parameters)) === ours(asked.pairs),
  );
  if (!known) throw 'not_allowed_path';
  return outgoing(asked, said, settings, { gives: 'check' });
}

/** Written anew from what was read, so that Stripe reads the same. */
function outgoing({ method, parts, pairs }, said, settings, keep) {
  const address = parts.map(encodeURIComponent).join('/');
  const form = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  const query = method === 'GET' && form !== '' ? `?${form}` : '';
  return {
    method,
    url: `${settings.stripeBaseUrl}${address}${query}`,
    headers: {
      'Stripe-Version': said.stripeVersion,
      ...(said.idempotencyKey ? { 'Idempotency-Key': said.idempotencyKey } : {}),
      ...(settings.stripeAccount ? { 'Stripe-Account': settings.stripeAccount } : {}),
    },
    body: method === 'POST' ? form : '',
    keep,
  };
}
