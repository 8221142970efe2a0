// The second of the two Code nodes of the OpenRouter gateway: of the answer the plan, why it ended, and what it cost.

/** The envelope for the bot. */
export function keepModel({ statusCode, headers, body }) {
  return { gateway: 'n8n', v: 1, status: statusCode, headers: ofHeaders(headers), body: ofBody(body) };
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const plain = (value) => (typeof value === 'object' && value !== null ? undefined : value);
const some = (object, names) =>
  Object.fromEntries(
    names.filter((name) => plain(object[name]) !== undefined).map((name) => [name, object[name]]),
  );

function ofHeaders(headers) {
  const after = isObject(headers) ? headers['retry-after'] : undefined;
  return typeof after === 'string' && /^[\w :,]{1,50}$/.test(after) ? { 'retry-after': after } : {};
}

/** Only the number of an error: its words may repeat what was sent. */
const ofError = ({ error }) => (isObject(error) ? { error: some(error, ['code']) } : {});

function ofBody(body) {
  if (!isObject(body)) return {};
  return {
    ...some(body, ['model']),
    ...ofError(body),
    ...(Array.isArray(body.choices) ? { choices: body.choices.slice(0, 1).map(ofChoice) } : {}),
    ...(isObject(body.usage)
      ? { usage: some(body.usage, ['prompt_tokens', 'completion_tokens', 'cost']) }
      : {}),
  };
}

function ofChoice(choice) {
  if (!isObject(choice)) return {};
  const { message } = choice;
  return {
    ...some(choice, ['finish_reason']),
    ...ofError(choice),
    ...(isObject(message) ? { message: some(message, ['role', 'content', 'refusal']) } : {}),
  };
}
