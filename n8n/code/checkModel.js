// The first of the two Code nodes of the OpenRouter gateway: which models, which fields, how long an answer, and on
// which terms a provider may answer is decided here, whatever the bot asks for.

/** What goes to the node "OpenRouter", or an answer that says why nothing does. */
export function checkModel(request, settings, tables, now) {
  try {
    return checked(request, settings, tables, now);
  } catch (why) {
    return { gateway: 'n8n', v: 1, refused: typeof why === 'string' ? why : 'bad_request' };
  }
}

const isText = (value, most) => typeof value === 'string' && value.length <= most;
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

function checked({ body: said, jwtPayload: claims }, settings, tables, now) {
  if (!isObject(said) || !isObject(said.request) || said.v !== 1) throw 'bad_request';
  if (Object.keys(said).some((name) => name !== 'v' && name !== 'request')) throw 'bad_request';
  if (JSON.stringify(said).length > 131072) throw 'too_large';
  checkToken(claims, now);
  const { request } = said;
  if (request.stream !== undefined && request.stream !== false) throw 'no_stream';
  const known = [...tables.fields, 'stream'];
  if (Object.keys(request).some((name) => !known.includes(name))) throw 'not_allowed_parameter';
  const models = modelsIn(request, settings);
  checkMessages(request.messages, tables);
  return {
    url: `${settings.openRouterBaseUrl}/chat/completions`,
    request: {
      model: models[0],
      models,
      provider: tables.provider,
      response_format: formIn(request),
      max_tokens: Math.min(wholeNumber(request.max_tokens), tables.mostTokens),
      temperature: typeof request.temperature === 'number' ? request.temperature : 0,
      messages: request.messages.map(({ role, content }) => ({ role, content })),
    },
  };
}

/** The signature is the node "Webhook"'s business. A token without an end, or with a far one, is not the bot's. */
function checkToken(claims, now) {
  if (!isObject(claims)) throw 'bad_token';
  if (claims.iss !== 'tillkeeper' || claims.aud !== 'n8n' || !isText(claims.jti, 100) || claims.jti === '')
    throw 'bad_token';
  const { iat, exp } = claims;
  if (!Number.isInteger(iat) || !Number.isInteger(exp) || exp - iat > 300) throw 'bad_token';
  if (exp < now - 5 || iat > now + 60) throw 'bad_token';
  if (claims.use !== 'model' && claims.use !== 'check') throw 'bad_token';
}

function modelsIn({ model, models = [model] }, settings) {
  const allowed = typeof settings.models === 'string' ? JSON.parse(settings.models) : settings.models;
  if (!Array.isArray(models) || models.length < 1 || models.length > 3) throw 'not_allowed_model';
  if (model !== models[0] || models.some((name) => !allowed.includes(name))) throw 'not_allowed_model';
  return models;
}

const wholeNumber = (value) => {
  if (!Number.isInteger(value) || value < 1) throw 'bad_request';
  return value;
};

/** A plan is asked for in a fixed form, never free text: the key is no way to any other use of a model. */
function formIn({ response_format: form }) {
  if (!isObject(form) || form.type !== 'json_schema' || !isObject(form.json_schema))
    throw 'not_allowed_parameter';
  const { name, strict, schema } = form.json_schema;
  if (name !== 'plan' || strict !== true || !isObject(schema)) throw 'not_allowed_parameter';
  return { type: 'json_schema', json_schema: { name, strict, schema } };
}

const address = /[^\s"@]+@[^\s"@]+\.[a-z]{2,}/i;
const key = /\b(?:sk|rk|whsec)_(?:live|test)_\w+|\bsk-or-\w+/;

/** The bot puts placeholders in the place of addresses and keys; one that comes here all the same goes no further. */
function checkMessages(messages, { mostMessages }) {
  if (!Array.isArray(messages) || messages.length < 2 || messages.length > mostMessages) throw 'bad_request';
  messages.forEach((message, at) => {
    if (!isObject(message) || Object.keys(message).sort().join() !== 'content,role') throw 'bad_request';
    const { role, content } = message;
    if (!isText(content, 65536)) throw 'bad_request';
    if (at === 0 ? role !== 'system' : role !== 'user' && role !== 'assistant') throw 'bad_request';
    if (at > 0 && (address.test(content) || key.test(content))) throw 'personal_data';
  });
}
