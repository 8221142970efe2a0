import { expect } from 'chai';
import { createClient } from '../../src/stripe/client.js';
import { charge } from '../../src/stripe/leaves/charge.js';
import { createSpeaker, type Leave } from '../../src/stripe/speaker.js';
import { faultOf, leaveFor, settingsAt } from './room.js';
import { openWire, type Said, said, type Wire } from './wire.js';

const place = { id: 'main', label: 'Main store', mode: 'test' } as const;
const one = { object: 'charge', livemode: false, id: 'ch_1', created: 1, amount: 100, currency: 'usd' };

describe('the speaker of one account', () => {
  let wire: Wire;
  let answer: Said;
  let close: () => void;
  let ask: (leave?: Leave) => Promise<unknown>;
  let list: (leave?: Leave) => Promise<unknown>;

  beforeEach(async () => {
    answer = said(one);
    wire = await openWire(() => answer);
    const client = createClient('rk_test_x', settingsAt(wire.url));
    close = client.close;
    const speaker = createSpeaker(client, place);
    ask = (leave = leaveFor('charges.read')) =>
      speaker.one(leave, 'charges.read', charge, (sdk) => sdk.charges.retrieve('ch_1'));
    list = (leave = leaveFor('charges.read')) =>
      speaker.page(leave, 'charges.read', charge, (sdk) => sdk.charges.list());
  });

  afterEach(async () => {
    close();
    await wire.close();
  });

  it('asks and takes the leaves', async () => {
    expect(await ask()).to.include({ id: 'ch_1', amount: 100, currency: 'usd' });
    expect(wire.heard).to.have.length(1);
  });

  const wrongLeaves: readonly [string, () => Leave][] = [
    ['another permission', () => leaveFor('customers.read')],
    ['another account', () => leaveFor('charges.read', 'eu')],
  ];
  for (const [what, leave] of wrongLeaves)
    it(`asks nothing with leave for ${what}`, async () => {
      for (const asking of [ask, list])
        expect((await faultOf(asking(leave())))?.code).to.equal('no_permission');
      expect(wire.heard).to.deep.equal([]);
    });

  const answers: readonly [string, Said, string][] = [
    ['a status of failure without an error in it', said({ message: 'upstream' }, 502), 'unavailable'],
    ['a redirect with a charge in it', said(one, 302), 'unavailable'],
    ['an object of another kind', said({ ...one, object: 'refund' }), 'unreadable'],
    ['a charge without an amount', said({ ...one, amount: null }), 'unreadable'],
    ['nothing but null', said(null), 'unreadable'],
    ['a charge of the other mode', said({ ...one, livemode: true }), 'wrong_mode'],
    ['a charge that tells no mode', said({ ...one, livemode: undefined }), 'unreadable'],
  ];
  for (const [what, given, code] of answers)
    it(`takes ${what} for ${code}`, async () => {
      answer = given;
      expect((await faultOf(ask()))?.code).to.equal(code);
    });

  const lists: readonly [string, unknown, string][] = [
    ['one row of the other mode', { data: [one, { ...one, livemode: true }], has_more: false }, 'wrong_mode'],
    ['one row that cannot be read', { data: [one, { ...one, id: 7 }], has_more: false }, 'unreadable'],
    ['no word on further rows', { data: [one] }, 'unreadable'],
    ['no rows at all', { has_more: false }, 'unreadable'],
  ];
  for (const [what, body, code] of lists)
    it(`shows nothing of a list with ${what}`, async () => {
      answer = said({ object: 'list', ...Object(body) });
      expect((await faultOf(list()))?.code).to.equal(code);
    });

  it('tells the rows of a page, and whether there are more', async () => {
    answer = said({ object: 'list', data: [one, { ...one, id: 'ch_2' }], has_more: true });
    expect(await list()).to.have.nested.include({ more: true, 'rows[0].id': 'ch_1', 'rows[1].id': 'ch_2' });
  });

  it('ends its wait with the turn, though Stripe hangs', async () => {
    answer = 'hang';
    const turn = new AbortController();
    const asked = faultOf(ask(leaveFor('charges.read', 'main', turn.signal)));
    while (wire.heard.length === 0) await new Promise(setImmediate);
    turn.abort();
    expect((await asked)?.code).to.equal('timeout');
  });

  it('does not wait for a turn that is over', async () => {
    expect((await faultOf(ask(leaveFor('charges.read', 'main', AbortSignal.abort()))))?.code).to.equal(
      'timeout',
    );
  });

  it('lets nothing unhandled behind when a request fails after its turn', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => void unhandled.push(error);
    process.on('unhandledRejection', note);
    await faultOf(ask(leaveFor('charges.read', 'main', AbortSignal.abort())));
    close();
    await wire.close();
    await new Promise((later) => setTimeout(later, 20));
    process.off('unhandledRejection', note);
    expect(unhandled).to.deep.equal([]);
  });
});
