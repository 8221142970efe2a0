import type { Channel } from './connectorTalk.js';
import { talkOverDirectLine } from './directLineTalk.js';
import { type House, openHouse } from './house.js';
import type { Spill } from './spill.js';
import type { Reply, SpillingStripe } from './spillingStripe.js';
import type { Talk } from './talk.js';

/** What a path may make use of. */
export interface Scene {
  house: House;
  stripe: SpillingStripe;
  channel: Channel;
  /** Somebody who may do everything, over the embedded Direct Line. */
  talk: Talk;
  /** The same over the Connector. */
  member: Talk;
  /** Asks the bot's server; what it answers is looked through. */
  http: (path: string, init?: RequestInit) => Promise<unknown>;
  /** Changes the database from outside, and puts it back when the sentence was said. */
  broken: (sql: { by: string; mend: string }, during: () => Promise<unknown>) => Promise<unknown>;
  /** How many lines the log has. */
  logged: () => number;
  /** Looks through what another house wrote and sent. */
  elsewhere: (house: House, talk: Talk) => void;
}

/** A way to fail with canaries in what fails. */
export interface Path {
  what: string;
  /** `false`: the fault did not strike. */
  run: (scene: Scene, spill: Spill) => Promise<unknown>;
  /** Where what was let loose may be found: it was put there by the path itself. */
  allowed?: readonly ('database' | 'model')[];
}

/** The fault is one that leaves a line in the log; without one it did not strike. */
const withLine =
  (run: Path['run']): Path['run'] =>
  async (scene, spill) => {
    const before = scene.logged();
    await run(scene, spill);
    return scene.logged() > before;
  };

const charges = 'show me the last 10 charges';
const all = (spill: Spill): string => Object.values(spill).join(' | ');

/** As Stripe refuses, with everything echoed that was ever sent to it. */
function refusal(status: number, spill: Spill, own: object = {}): Reply {
  const { name, email, phone, address, receipt } = spill;
  const details = { name, email, phone, address: { line1: address } };
  const error = {
    type: 'invalid_request_error',
    code: 'parameter_invalid',
    message: `Not possible: ${all(spill)}`,
    param: `metadata[${spill.metadata}]`,
    doc_url: receipt,
    request_log_url: receipt,
    payment_intent: { id: 'pi_1', client_secret: spill.secret, description: all(spill) },
    payment_method: { billing_details: details, card: { number: spill.pan, fingerprint: spill.fingerprint } },
    ...own,
  };
  const headers = { 'X-Echo': encodeURIComponent(all(spill)), 'Stripe-Account': spill.metadata };
  return { status, headers, body: JSON.stringify({ error }) };
}

const list = (rows: readonly object[]): string =>
  JSON.stringify({ object: 'list', data: rows, has_more: false, url: '/v1/charges' });

const refused: [what: string, reply: (spill: Spill) => Reply][] = [
  ['refuses with 400', (spill) => refusal(400, spill)],
  ['refuses with 401', (spill) => refusal(401, spill, { code: undefined })],
  ['refuses with 402', (spill) => refusal(402, spill, { type: 'card_error', decline_code: spill.metadata })],
  ['refuses with 403', (spill) => refusal(403, spill, { type: 'permission_error' })],
  ['refuses with 404', (spill) => refusal(404, spill, { code: 'resource_missing' })],
  ['refuses with 409', (spill) => refusal(409, spill, { type: 'idempotency_error' })],
  ['refuses with 429', (spill) => refusal(429, spill, { code: 'rate_limit' })],
  ['fails with 500', (spill) => refusal(500, spill, { type: 'api_error' })],
  ['fails with 503', (spill) => refusal(503, spill, { type: 'api_error' })],
  [
    'names its fault by what was sent',
    (spill) => refusal(400, spill, { type: spill.name, code: spill.email }),
  ],
  [
    'fails with a text for an error',
    (spill) => ({ status: 400, body: JSON.stringify({ error: all(spill) }) }),
  ],
  ['answers in half', (spill) => ({ status: 200, body: list([{ object: 'charge', ...spill }]), cut: true })],
  ['answers with broken JSON', (spill) => ({ status: 200, body: `{"data": ["${all(spill)}` })],
  [
    'answers with a page',
    (spill) => ({ status: 200, headers: { 'Content-Type': 'text/html' }, body: `<p>${all(spill)}</p>` }),
  ],
  ['sends elsewhere', (spill) => ({ status: 302, headers: { Location: spill.receipt }, body: all(spill) })],
  [
    'answers with rows of another form',
    (spill) => ({ status: 200, body: list([{ object: 'charge', ...spill }]) }),
  ],
  [
    'answers with rows of the other mode',
    (spill) => ({ status: 200, body: list([{ object: 'charge', livemode: true, id: 'ch_1', ...spill }]) }),
  ],
];

const asks = [
  ['of a customer', (spill: Spill) => `charges of ${spill.email}`],
  ['of a name', (spill: Spill) => `charges of ${spill.name}`],
  ['of the balance', () => 'what is our balance?'],
  ['of the coupons', () => 'list coupons'],
  ['of the customers', () => 'the latest customers'],
] as const;

/** Presses Create coupon while Stripe refuses one of the two writes. */
const refusedWrite =
  (path: string): Path['run'] =>
  async ({ talk, stripe }, spill) => {
    const cards = await talk.say('create a 12% off coupon');
    stripe.next({ ...refusal(400, spill), to: { method: 'POST', path } });
    await talk.press(
      cards.find(({ name }) => name === 'couponReview'),
      'Create coupon',
    );
  };

/** Charges as Stripe has them, with it all in them. */
const inCharges: Path['run'] = async ({ talk, house }, spill) => {
  const { name, email, phone, address, receipt, metadata, fingerprint, pan, iban } = spill;
  const billing_details = { name, email, phone, address: { line1: address, country: 'DE' } };
  for (const charge of house.stripe.data('acct_demo_main')?.charges ?? [])
    Object.assign(charge, {
      billing_details,
      receipt_email: email,
      receipt_url: receipt,
      metadata: { note: metadata, card: pan, [metadata]: iban },
      description: all(spill),
      failure_message: all(spill),
      client_secret: spill.secret,
      payment_method_details: {
        type: 'card',
        card: { brand: 'visa', last4: '4242', fingerprint, number: pan },
      },
    });
  const [card] = await talk.say(charges);
  return card?.text.includes('q•••@q•••.example');
};

const ofStripe: Path[] = [
  { what: 'Stripe answers as ever, with it all in the charges', run: inCharges },
  ...refused.map(
    ([what, reply]): Path => ({
      what: `Stripe ${what}`,
      run: async ({ talk, stripe }, spill) => {
        stripe.next(reply(spill));
        await talk.say(charges);
      },
    }),
  ),
  ...asks.map(
    ([what, sentence]): Path => ({
      what: `Stripe refuses a question ${what}`,
      run: async ({ talk, stripe }, spill) => {
        stripe.next(refusal(400, spill));
        await talk.say(sentence(spill));
      },
    }),
  ),
  { what: 'Stripe refuses the coupon', run: refusedWrite('/v1/coupons') },
  { what: 'Stripe refuses the code of a coupon that it made', run: refusedWrite('/v1/promotion_codes') },
];

/** As OpenRouter answers, with the sentence and more in it. */
const completion = (spill: Spill, choice: object, own: object = {}): string =>
  JSON.stringify({ id: spill.metadata, model: all(spill), choices: [choice], usage: {}, ...own });

const modelError = (code: number, spill: Spill) =>
  JSON.stringify({
    error: { code, message: all(spill), metadata: { flagged_input: all(spill), raw: all(spill) } },
  });

const answers: [what: string, status: number, body: (spill: Spill) => string][] = [
  ['refuses with 400', 400, (spill) => modelError(400, spill)],
  ['declines with 403', 403, (spill) => modelError(403, spill)],
  ['refuses with 413', 413, (spill) => modelError(413, spill)],
  ['fails with 408', 408, (spill) => modelError(408, spill)],
  ['fails with an error in a 200', 200, (spill) => modelError(400, spill)],
  ['answers with a page', 200, (spill) => `<p>${all(spill)}</p>`],
  ['answers with a refusal', 200, (spill) => completion(spill, { message: { refusal: all(spill) } })],
  [
    'is cut off',
    200,
    (spill) => completion(spill, { finish_reason: 'length', message: { content: all(spill) } }),
  ],
  [
    'answers with a tool call',
    200,
    (spill) => completion(spill, { message: { tool_calls: [{ id: all(spill) }] } }),
  ],
];

/** Plans that no sentence asked for. */
const plans: [what: string, content: (spill: Spill) => string][] = [
  ['with words for a plan', all],
  ['with a step that is none', (spill) => JSON.stringify({ steps: [{ do: spill.prompt, with: [] }] })],
  [
    'with a customer whom nobody named',
    (spill) =>
      JSON.stringify({
        steps: [{ do: 'list_charges', with: [{ field: 'customer', value: spill.email }] }],
      }),
  ],
];

/** A model that is down at once is left alone for half a minute, so each of these has a house of its own. */
const inOwnHouse =
  (status: number): Path['run'] =>
  async ({ elsewhere }, spill) => {
    const house = await openHouse();
    const talk = await talkOverDirectLine(house, 'admin');
    house.openRouter.queue({ status, body: modelError(status, spill) });
    await talk.say(`${charges}, ${spill.prompt}`);
    elsewhere(house, talk);
    await house.close();
    return house.openRouter.bodies.length === 1;
  };

const ofModel: Path[] = [
  ...answers.map(
    ([what, status, body]): Path => ({
      what: `the model ${what}`,
      run: async ({ talk, house }, spill) => {
        house.openRouter.queue({ status, body: body(spill) });
        await talk.say(charges);
        await talk.say('what is our balance?');
      },
    }),
  ),
  ...plans.map(
    ([what, content]): Path => ({
      what: `the model answers ${what}`,
      // Its own words go back to it, with what is wrong with them.
      allowed: ['model'],
      run: async ({ talk, house }, spill) => {
        const body = completion(spill, { message: { content: content(spill) } });
        house.openRouter.queue({ status: 200, body }, { status: 200, body });
        await talk.say('which of them were refunded?');
        house.openRouter.forget();
      },
    }),
  ),
  ...[401, 402, 404].map(
    (status): Path => ({
      what: `the model refuses with ${status}`,
      // An ordinary word of the sentence is what the model is asked about.
      allowed: ['model'],
      run: inOwnHouse(status),
    }),
  ),
];

const ofChannel: Path[] = [
  ...[400, 401, 403, 404, 413].map(
    (status): Path => ({
      what: `the channel answers a card with ${status}`,
      run: withLine(async ({ member, channel }, spill) => {
        channel.fail(status, 40, { error: { code: spill.email, message: all(spill) } });
        await member.say(charges);
        channel.fail(0, 0);
      }),
    }),
  ),
  ...[409, 400].map(
    (status): Path => ({
      what: `the channel answers a take-back with ${status}`,
      run: withLine(async ({ member, channel, house }, spill) => {
        await member.say(charges);
        channel.fail(status, 40, { error: { code: spill.email, message: all(spill) } });
        house.time.now += 11 * 60_000;
        await house.app.work();
        channel.fail(0, 0);
        house.time.now += 2 * 60_000;
        await house.app.work();
      }),
    }),
  ),
];

const json = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  headers,
  body,
});
const inAddress = (spill: Spill): string => encodeURIComponent(all(spill));

const requests: [what: string, path: (spill: Spill) => string, init: (spill: Spill) => RequestInit][] = [
  ['JSON that is none', () => '/api/messages', (spill) => post(`{"text": "${all(spill)}`)],
  [
    'an activity of another form',
    () => '/api/messages',
    (spill) => post(JSON.stringify({ type: 7, text: all(spill), from: spill })),
  ],
  [
    'an activity for another address',
    () => '/api/messages',
    (spill) =>
      post(
        JSON.stringify({
          type: 'message',
          channelId: spill.name,
          serviceUrl: spill.receipt,
          conversation: { id: spill.email },
          from: { id: spill.email },
          text: all(spill),
        }),
      ),
  ],
  ['a path that is none', (spill) => `/${inAddress(spill)}`, () => ({})],
  ['a query', (spill) => `/healthz?token=${inAddress(spill)}`, () => ({ method: 'PUT' })],
  [
    'a token for nobody',
    () => '/v3/directline/tokens/generate',
    (spill) => post(JSON.stringify({ user: { id: spill.email, name: spill.name } })),
  ],
  [
    'a portal’s secret that is wrong',
    () => '/v3/directline/tokens/generate',
    (spill) => post(JSON.stringify({ user: { id: spill.email } }), { ...json, authorization: spill.bearer }),
  ],
  [
    'a token that is forged',
    (spill) => `/v3/directline/conversations/${spill.metadata}/activities`,
    (spill) =>
      post(JSON.stringify({ type: 'message', text: all(spill) }), { ...json, authorization: spill.bearer }),
  ],
  [
    'a stream with a token that is forged',
    (spill) => `/v3/directline/conversations/x/stream?t=${inAddress(spill)}`,
    () => ({}),
  ],
  ['a file', () => '/api/messages', (spill) => post(all(spill), { 'content-type': 'text/csv' })],
];

const ofRequests = requests.map(
  ([what, path, init]): Path => ({
    what: `a request brings ${what}`,
    run: async ({ http }, spill) => await http(path(spill), init(spill)),
  }),
);

/** What people type that nobody may pass on; the words around it may be read by the model. */
const typed = ({ pan, cvc, key, email, phone, name, iban, bearer }: Spill): string =>
  `charges of ${email}, card ${pan} cvc ${cvc.slice(-3)}, iban ${iban}, call ${phone}, ${key} ${bearer}, ask for ${name}`;

const ofSentences: Path[] = [
  {
    what: 'somebody writes what nobody has to know',
    // Ordinary words of the sentence: the model reads them, and nobody keeps them.
    allowed: ['model'],
    run: async ({ talk, stripe }, spill) => {
      stripe.next(refusal(400, spill));
      await talk.say(`${charges}, ${spill.prompt}`);
    },
  },
  { what: 'somebody types it all', run: async ({ talk }, spill) => await talk.say(typed(spill)) },
  {
    what: 'somebody types it all while the model fails',
    run: async ({ talk, house }, spill) => {
      house.openRouter.queue({ status: 400, body: modelError(400, spill) });
      await talk.say(typed(spill));
      await talk.say('what is our balance?');
    },
  },
  {
    what: 'somebody types it all while Stripe fails',
    run: async ({ talk, stripe }, spill) => {
      stripe.next(refusal(500, spill));
      await talk.say(typed(spill));
    },
  },
  {
    what: 'a button carries it',
    run: async ({ talk }, spill) =>
      await talk.send({ value: { tillkeeper: { act: spill.name, nonce: spill.key, cursor: all(spill) } } }),
  },
];

/** An error of the database that tells what was to be written. */
const onWrite = (table: string, { name, email, metadata }: Spill) => ({
  by: `create trigger broken before insert on ${table} begin select raise(abort, '${name} ${email} ${metadata}'); end`,
  mend: 'drop trigger broken',
});

const ofDatabase: Path[] = [
  ...['trail', 'expiry', 'question', 'conversation_reference'].map(
    (table): Path => ({
      what: `the database refuses a row of ${table}`,
      allowed: ['database'],
      run: async ({ broken, talk }, spill) =>
        await broken(onWrite(table, spill), async () => await talk.say(charges)),
    }),
  ),
  {
    what: 'the database refuses an offer',
    allowed: ['database'],
    run: async ({ broken, talk }, spill) =>
      await broken(onWrite('confirmation', spill), async () => await talk.say('create a 12% off coupon')),
  },
  {
    what: 'the database is read-only',
    allowed: ['database'],
    run: async ({ broken, talk }, spill) => {
      const update = `create trigger broken before update on bot_state begin select raise(abort, 'readonly: ${spill.email}'); end`;
      await broken({ by: update, mend: 'drop trigger broken' }, async () => await talk.say(charges));
    },
  },
  {
    what: 'a table is gone',
    allowed: ['database'],
    run: async ({ broken, talk }, { metadata }) => {
      const [by, mend] = [
        `alter table trail rename to ${metadata}`,
        `alter table ${metadata} rename to trail`,
      ];
      await broken({ by, mend }, async () => await talk.say(charges));
    },
  },
  {
    what: 'what the bot remembers is broken',
    allowed: ['database'],
    run: async ({ broken, talk }, spill) => {
      const by = `update bot_state set body = '${all(spill)}'`;
      await broken({ by, mend: 'delete from bot_state' }, async () => await talk.say(charges));
    },
  },
  {
    what: 'where somebody is to be reached is broken',
    allowed: ['database'],
    run: async ({ broken, talk, house }, spill) => {
      await talk.say(charges);
      const by = `alter table conversation_reference rename to "${spill.name}"`;
      const mend = `alter table "${spill.name}" rename to conversation_reference`;
      await broken({ by, mend }, async () => {
        house.time.now += 11 * 60_000;
        await house.app.work();
      });
    },
  },
];

/** Every path that is looked through. */
export const faultPaths: readonly Path[] = [
  ...ofStripe,
  ...ofModel,
  ...ofChannel,
  ...ofRequests,
  ...ofSentences,
  ...ofDatabase.map((path): Path => ({ ...path, run: withLine(path.run) })),
];
