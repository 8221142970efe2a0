import { expect } from 'chai';
import Stripe from 'stripe';
import type { Fault } from '../../src/demo/stripe/faults.js';
import type { StripeCode } from '../../src/errors.js';
import { faultOf as oursOf } from '../../src/stripe/faults.js';
import { faultOf, leaveFor, openRoom, type Room } from './room.js';

/** Every kind of fault that the stand-in can queue, and what it comes to. */
const kinds: readonly [Fault, StripeCode | null][] = [
  [{ kind: 'refuse', status: 401 }, 'key_refused'],
  [{ kind: 'refuse', status: 403 }, 'no_permission'],
  [{ kind: 'refuse', status: 429 }, 'rate_limited'],
  [{ kind: 'refuse', status: 429, code: 'lock_timeout' }, 'rate_limited'],
  [{ kind: 'refuse', status: 400, code: 'rate_limit' }, 'rate_limited'],
  [{ kind: 'refuse', status: 400 }, 'not_accepted'],
  [{ kind: 'refuse', status: 402 }, 'not_accepted'],
  [{ kind: 'refuse', status: 404 }, 'not_found'],
  [{ kind: 'refuse', status: 404, code: 'resource_missing' }, 'not_found'],
  [{ kind: 'refuse', status: 409, code: 'idempotency_key_in_use', times: 2 }, 'conflict'],
  [{ kind: 'refuse', status: 409, times: 2 }, 'conflict'],
  [{ kind: 'refuse', status: 500, times: 2 }, 'unavailable'],
  [{ kind: 'refuse', status: 503, times: 2 }, 'unavailable'],
  [{ kind: 'drop', times: 2 }, 'unavailable'],
  [{ kind: 'hang' }, 'timeout'],
  [{ kind: 'cut' }, 'unavailable'],
  [{ kind: 'html' }, 'unreadable'],
  [{ kind: 'badJson' }, 'unreadable'],
  [{ kind: 'bareError', status: 418 }, 'unavailable'],
  [{ kind: 'otherMode' }, 'wrong_mode'],
  [{ kind: 'wait', until: Promise.resolve() }, null],
  [{ kind: 'delay', milliseconds: 5 }, null],
];

describe('a fault of Stripe', () => {
  let room: Room;
  /** Asked all at once: the SDK waits half a second before it asks again. */
  let came: (readonly [StripeCode | null, StripeCode | null])[];

  before(async () => {
    came = await Promise.all(kinds.map(async ([fault]) => await askedTwice(fault)));
  });

  beforeEach(async () => {
    room = await openRoom();
  });

  afterEach(async () => {
    await room.close();
  });

  const balance = () => room.account.balance(leaveFor('balance.read'));

  for (const [at, [fault, code]] of kinds.entries())
    it(`${JSON.stringify(fault)} is ${code ?? 'none'}, and the next question is answered`, () => {
      expect(came[at]).to.deep.equal([code, null]);
    });

  it('is unavailable twice over: the SDK asks once more, and then it is settled', async () => {
    room.standIn.queueFault({ kind: 'refuse', status: 500 });
    expect(await faultOf(balance())).to.equal(null);
    expect(room.standIn.requests.map(({ status }) => status)).to.deep.equal([500, 200]);
  });

  it('carries Stripe’s request id, so that it can be found there', async () => {
    room.standIn.queueFault({ kind: 'refuse', status: 403 });
    const fault = await faultOf(balance());
    expect(fault?.requestId).to.match(/^req_/).and.equal(room.standIn.requests.at(-1)?.requestId);
  });

  it('carries nothing of Stripe’s own words, of what was sent, or of a key', () => {
    const words = 'No such customer: jane@example.com; key rk_test_1234…abcd';
    const raw = {
      message: words,
      code: 'made_up',
      doc_url: words,
      type: 'invalid_request_error',
      param: 'customer',
      requestId: 'req_1',
      payment_intent: { id: words },
    } as const;
    const errors: unknown[] = [
      ...Object.values(Stripe.errors).flatMap((made) => {
        try {
          return [Reflect.construct(made, [raw])];
        } catch {
          return [];
        }
      }),
      new Error(words),
      new TypeError(words),
      words,
      { message: words },
      undefined,
    ];
    expect(errors.length).to.be.above(10);
    for (const error of errors) {
      const fault = oursOf(error);
      const kept = JSON.stringify([fault.message, String(fault), { ...fault }, fault.cause]);
      expect(kept).to.not.match(/jane|rk_test|No such/);
    }
  });
});

async function askedTwice(fault: Fault): Promise<[StripeCode | null, StripeCode | null]> {
  const { account, standIn, close } = await openRoom();
  standIn.queueFault(fault);
  const ask = async (turn: number) =>
    (await faultOf(account.balance(leaveFor('balance.read', 'main', AbortSignal.timeout(turn)))))?.code ??
    null;
  const both: [StripeCode | null, StripeCode | null] = [
    await ask(fault.kind === 'hang' ? 50 : 5000),
    await ask(5000),
  ];
  await close();
  return both;
}
