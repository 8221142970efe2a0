/** What the bot sends to a Stripe gateway, as n8n's Webhook box hands it on. */
export interface GatewayRequest {
  body: unknown;
  jwtPayload?: Readonly<Record<string, unknown>> | undefined;
}

/** When these tests are, in seconds. */
export const now = 1_795_352_700;

/** A token's claims, good for a minute. */
export function claims(own: Readonly<Record<string, unknown>> = {}) {
  const usual = { iss: 'tillkeeper', aud: 'n8n', jti: 'j-1', iat: now, exp: now + 60 };
  return { ...usual, ability: 'charges.read', account: 'main', roles: ['analyst'], use: 'read', ...own };
}

/** A request of the bot, about charges where nothing else is said. */
export function ask(
  own: Readonly<Record<string, unknown>> = {},
  token: Readonly<Record<string, unknown>> = {},
): GatewayRequest {
  const usual = {
    v: 1,
    account: 'main',
    mode: 'test',
    method: 'GET',
    path: '/v1/charges?limit=10',
    body: '',
    idempotencyKey: '',
    stripeVersion: '2026-10-28.endive',
  };
  return { body: { ...usual, ...own }, jwtPayload: claims(token) };
}

/** One of the two writes. */
export function write(
  path: string,
  body: string,
  own: Readonly<Record<string, unknown>> = {},
  token: Readonly<Record<string, unknown>> = {},
): GatewayRequest {
  return ask(
    { method: 'POST', path, body, idempotencyKey: 'till-key-0001', ...own },
    { ability: 'coupons.create', roles: ['marketing'], use: 'write', ...token },
  );
}

export const couponId = 'till-0123456789abcdef';
export const couponForm = `id=${couponId}&duration=once&percent_off=15`;

/** A request to a model, as the bot makes it. */
export function modelAsk(own: Readonly<Record<string, unknown>> = {}, token = {}): GatewayRequest {
  const request = {
    model: 'openai/gpt-4.1-mini',
    models: ['openai/gpt-4.1-mini', 'google/gemini-2.5-flash'],
    provider: { data_collection: 'deny', zdr: true, require_parameters: true },
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'plan', strict: true, schema: { type: 'object' } },
    },
    max_tokens: 300,
    temperature: 0,
    messages: [
      { role: 'system', content: 'Turn one message into a plan.' },
      { role: 'user', content: '{"sentence": "charges of customer_1"}' },
    ],
    ...own,
  };
  return { body: { v: 1, request }, jwtPayload: claims({ use: 'model', roles: [], ...token }) };
}
