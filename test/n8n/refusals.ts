import { ask, couponForm, couponId, type GatewayRequest, modelAsk, now, write } from './asks.js';

/** What is asked for, the code it is refused with, and the request. */
export type RefusedKind = readonly [what: string, code: string, request: GatewayRequest];

const at = (path: string): GatewayRequest => ask({ path });
const coupon = (form: string) => write('/v1/coupons', form);
const code = (form: string) => write('/v1/promotion_codes', `promotion[type]=coupon&${form}`);

/** Addresses that the bot never asks. */
const paths: readonly RefusedKind[] = [
  ['refunds', 'not_allowed_path', at('/v1/refunds')],
  ['a refund of a charge', 'not_allowed_path', write('/v1/charges/ch_1/refunds', '')],
  ['a refund by its own address', 'not_allowed_path', write('/v1/refunds', 'charge=ch_1')],
  ['a charge to be made', 'not_allowed_path', write('/v1/charges', 'amount=100&currency=usd')],
  ['a charge to be changed', 'not_allowed_path', write('/v1/charges/ch_1', 'description=x')],
  ['a customer to be made', 'not_allowed_path', write('/v1/customers', 'email=a%40b.example')],
  ['a coupon to be changed', 'not_allowed_path', write(`/v1/coupons/${couponId}`, 'name=x')],
  ['a code to be switched off', 'not_allowed_path', write('/v1/promotion_codes/promo_1', 'active=false')],
  ['a coupon to be deleted', 'not_allowed_path', ask({ method: 'DELETE', path: `/v1/coupons/${couponId}` })],
  ['a customer to be deleted', 'not_allowed_path', ask({ method: 'DELETE', path: '/v1/customers/cus_1' })],
  ['another method', 'not_allowed_path', ask({ method: 'PUT' })],
  ['payouts', 'not_allowed_path', at('/v1/payouts')],
  ['what a customer pays with', 'not_allowed_path', at('/v1/customers/cus_1/payment_methods')],
  ['sources', 'not_allowed_path', at('/v1/customers/cus_1/sources')],
  ['transactions', 'not_allowed_path', at('/v1/balance_transactions')],
  ['other accounts', 'not_allowed_path', at('/v1/accounts')],
  ['the account outside a check', 'not_allowed_path', at('/v1/account')],
  ['webhooks', 'not_allowed_path', at('/v1/webhook_endpoints')],
  ['files', 'not_allowed_path', at('/v1/files')],
  ['a search of charges', 'not_allowed_parameter', at('/v1/charges/search?query=amount%3E1')],
  ['version 2', 'not_allowed_path', at('/v2/core/accounts')],
  ['another host', 'not_allowed_path', at('//evil.example/v1/charges')],
  ['another host behind an @', 'not_allowed_path', at('@evil.example/v1/charges')],
  ['a whole address', 'not_allowed_path', at('https://evil.example/v1/charges')],
  ['steps upwards', 'not_allowed_path', at('/v1/charges/../refunds')],
  ['hidden steps upwards', 'not_allowed_path', at('/v1/charges/%2e%2e')],
  ['a hidden slash', 'not_allowed_path', at('/v1/charges/ch_1%2Frefunds')],
  ['a hidden backslash', 'not_allowed_path', at('/v1/charges/ch_1%5Crefunds')],
  ['a hidden question mark', 'not_allowed_path', at('/v1/charges/ch_1%3Fexpand')],
  ['a hidden end of line', 'not_allowed_path', at('/v1/charges/ch_1%0d%0aHost:')],
  ['an empty id', 'not_allowed_path', at('/v1/charges/')],
  ['a hash', 'not_allowed_path', at('/v1/charges#x')],
  ['two question marks', 'not_allowed_path', at('/v1/charges?limit=1?limit=2')],
  ['other letters', 'not_allowed_path', at('/v1/Charges')],
  ['a percent sign that means nothing', 'bad_request', at('/v1/charges/%zz')],
];

/** Parameters that the bot never sends, and values. */
const parameters: readonly RefusedKind[] = [
  ['to expand a customer', 'not_allowed_parameter', at('/v1/charges?expand[]=data.customer')],
  ['to expand, written otherwise', 'not_allowed_parameter', at('/v1/charges?expand%5B0%5D=data.customer')],
  ['to expand one charge', 'not_allowed_parameter', at('/v1/charges/ch_1?expand[]=customer')],
  ['another connected account', 'not_allowed_parameter', at('/v1/charges?stripe_account=acct_1')],
  ['more than a hundred', 'not_allowed_parameter', at('/v1/charges?limit=101')],
  ['no number', 'not_allowed_parameter', at('/v1/charges?limit=ten')],
  ['two limits', 'not_allowed_parameter', at('/v1/charges?limit=1&limit=100')],
  ['two limits, one in disguise', 'not_allowed_parameter', at('/v1/charges?limit=1&%6cimit=100')],
  ['a name of every object', 'not_allowed_parameter', at('/v1/charges?__proto__=1')],
  ['a parameter without a value', 'bad_request', at('/v1/charges?limit')],
  ['a parameter without a name', 'bad_request', at('/v1/charges?=1')],
  [
    'a search for metadata',
    'not_allowed_parameter',
    ask({ path: "/v1/customers/search?query=metadata['ssn']:'1'" }, { ability: 'customers.read' }),
  ],
  [
    'a search with a second condition',
    'not_allowed_parameter',
    ask({ path: '/v1/customers/search?query=name:"a" OR name~"bcd"' }, { ability: 'customers.read' }),
  ],
  ['metadata of a coupon', 'not_allowed_parameter', coupon(`${couponForm}&metadata[x]=1`)],
  ['a coupon for products', 'not_allowed_parameter', coupon(`${couponForm}&applies_to[products][0]=p`)],
  ['a coupon under another id', 'not_allowed_parameter', coupon('id=FREE&duration=once&percent_off=15')],
  ['a coupon of no kind', 'not_allowed_parameter', coupon(`id=${couponId}&duration=never`)],
  ['a discount in words', 'not_allowed_parameter', coupon(`id=${couponId}&duration=once&percent_off=all`)],
  ['a code of a coupon of others', 'not_allowed_parameter', code('promotion[coupon]=VIP100')],
  ['a code of another kind', 'not_allowed_parameter', write('/v1/promotion_codes', 'promotion[type]=gift')],
  ['a code that is no code', 'not_allowed_parameter', code(`promotion[coupon]=${couponId}&code=a b`)],
];

/** Who asks, how, and for which account. */
const askers: readonly RefusedKind[] = [
  ['another account', 'wrong_account', ask({ account: 'eu' })],
  ['another account by its token', 'wrong_account', ask({}, { account: 'eu' })],
  ['an account in other letters', 'wrong_account', ask({ account: 'Main' }, { account: 'Main' })],
  ['no account', 'wrong_account', ask({ account: '' }, { account: '' })],
  ['the other mode', 'wrong_mode', ask({ mode: 'live' })],
  ['a role that may not', 'role', ask({}, { roles: ['marketing'] })],
  ['a role that n8n does not know', 'role', ask({}, { roles: ['owner'] })],
  ['a role named like what every object has', 'role', ask({}, { roles: ['constructor', '__proto__'] })],
  ['no role', 'role', ask({}, { roles: [] })],
  ['roles that are no list', 'role', ask({}, { roles: 'analyst' })],
  ['another permission than the call needs', 'role', ask({}, { ability: 'balance.read' })],
  ['no permission', 'role', ask({}, { ability: undefined })],
  ['a coupon for reading', 'role', write('/v1/coupons', couponForm, {}, { use: 'read' })],
  ['a coupon by who only reads', 'role', write('/v1/coupons', couponForm, {}, { roles: ['analyst'] })],
  ['a coupon by who only approves', 'role', write('/v1/coupons', couponForm, {}, { roles: ['approver'] })],
  [
    'the balance by support',
    'role',
    ask({ path: '/v1/balance' }, { ability: 'balance.read', roles: ['support'] }),
  ],
  [
    'a coupon that cannot be sent again',
    'bad_request',
    write('/v1/coupons', couponForm, { idempotencyKey: '' }),
  ],
  [
    'an odd idempotency key',
    'bad_request',
    write('/v1/coupons', couponForm, { idempotencyKey: 'a\nb: 12345' }),
  ],
  ['no token', 'bad_token', { ...ask(), jwtPayload: undefined }],
  ['a token of somebody else', 'bad_token', ask({}, { iss: 'other' })],
  ['a token for somebody else', 'bad_token', ask({}, { aud: 'stripe' })],
  ['a token without an end', 'bad_token', ask({}, { exp: undefined })],
  ['a token for a year', 'bad_token', ask({}, { exp: now + 31_536_000 })],
  ['a token that has ended', 'bad_token', ask({}, { iat: now - 120, exp: now - 60 })],
  ['a token of tomorrow', 'bad_token', ask({}, { iat: now + 86_400, exp: now + 86_460 })],
  ['a token without an id', 'bad_token', ask({}, { jti: '' })],
  ['a token for the model', 'bad_token', ask({}, { use: 'model' })],
  ['a token for anything', 'bad_token', ask({}, { use: 'admin' })],
  [
    'a check with other parameters',
    'not_allowed_path',
    ask({ path: '/v1/charges?limit=100' }, { use: 'check' }),
  ],
  [
    'a check that would make a coupon',
    'not_allowed_path',
    write('/v1/coupons', couponForm, {}, { use: 'check' }),
  ],
];

/** Requests that are none. */
const forms: readonly RefusedKind[] = [
  ['nothing', 'bad_request', { ...ask(), body: undefined }],
  ['a text', 'bad_request', { ...ask(), body: '{}' }],
  ['a list', 'bad_request', { ...ask(), body: [] }],
  ['a later form', 'bad_request', ask({ v: 2 })],
  ['a further field', 'bad_request', ask({ headers: { 'Stripe-Account': 'acct_1' } })],
  ['a path that is no text', 'bad_request', ask({ path: ['/v1/charges'] })],
  ['a query and a body', 'bad_request', ask({ body: 'limit=1' })],
  ['a query in a write', 'bad_request', write('/v1/coupons?expand[]=x', couponForm)],
  ['no version', 'bad_request', ask({ stripeVersion: '' })],
  ['a version with a header in it', 'bad_request', ask({ stripeVersion: '2026-10-28\r\nX: 1' })],
  ['a path of ten thousand letters', 'bad_request', at(`/v1/charges/${'a'.repeat(10_000)}`)],
  ['a megabyte', 'too_large', at(`/v1/charges/${'a'.repeat(1_000_000)}`)],
];

/** Everything that a Stripe gateway refuses. */
export const stripeRefusals: readonly RefusedKind[] = [...paths, ...parameters, ...askers, ...forms];

const turn = (content: unknown, role: unknown = 'user') => ({ role, content });
const system = turn('Turn one message into a plan.', 'system');
const said = (content: string) => modelAsk({ messages: [system, turn(content)] });

/** Everything that the OpenRouter gateway refuses. */
export const modelRefusals: readonly RefusedKind[] = [
  ['another model', 'not_allowed_model', modelAsk({ model: 'evil/large', models: ['evil/large'] })],
  [
    'another model as a fallback',
    'not_allowed_model',
    modelAsk({ models: ['openai/gpt-4.1-mini', 'evil/large'] }),
  ],
  ['no model', 'not_allowed_model', modelAsk({ model: undefined, models: [] })],
  [
    'a first model that is not the first',
    'not_allowed_model',
    modelAsk({ model: 'google/gemini-2.5-flash' }),
  ],
  ['a stream', 'no_stream', modelAsk({ stream: true })],
  ['tools', 'not_allowed_parameter', modelAsk({ tools: [] })],
  ['plugins', 'not_allowed_parameter', modelAsk({ plugins: [{ id: 'web' }] })],
  ['who asks', 'not_allowed_parameter', modelAsk({ user: 'u-1001' })],
  ['free text', 'not_allowed_parameter', modelAsk({ response_format: { type: 'text' } })],
  ['no form', 'not_allowed_parameter', modelAsk({ response_format: undefined })],
  ['no limit of tokens', 'bad_request', modelAsk({ max_tokens: undefined })],
  ['no messages', 'bad_request', modelAsk({ messages: [] })],
  ['a hundred messages', 'bad_request', modelAsk({ messages: [system, ...Array(99).fill(turn('x'))] })],
  ['no system turn', 'bad_request', modelAsk({ messages: [turn('x'), turn('y')] })],
  ['two system turns', 'bad_request', modelAsk({ messages: [system, system] })],
  ['a picture', 'bad_request', modelAsk({ messages: [system, turn([{ type: 'image_url' }])] })],
  ['an e-mail address', 'personal_data', said('charges of jane@example.com')],
  ['a key', 'personal_data', said('use sk_live_51Habcdef')],
  ['a token for Stripe', 'bad_token', modelAsk({}, { use: 'write' })],
  ['a token that has ended', 'bad_token', modelAsk({}, { iat: now - 120, exp: now - 60 })],
  ['another form', 'bad_request', { ...modelAsk(), body: { v: 1 } }],
  ['a megabyte', 'too_large', said('a'.repeat(1_000_000))],
];
