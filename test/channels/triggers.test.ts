import { once } from 'node:events';
import { expect } from 'chai';
import { mountTriggers } from '../../src/channels/triggers.js';
import { TrailFault } from '../../src/errors.js';
import { createHttpServer } from '../../src/server.js';
import type { AnswerTrigger } from '../../src/triggers/desk.js';
import { asking, call, daily } from '../conversations/triggerCall.js';

const silent = { info: () => {}, warn: () => {}, error: () => {} };

describe('the door of triggers', () => {
  let answer: AnswerTrigger;
  let send: (owed: string) => Promise<void>;
  let door: ReturnType<typeof mountTriggers>;
  let house: { url: string; time: { now: number } };
  let close: () => void;

  beforeEach(async () => {
    const server = createHttpServer({ ready: async () => true });
    door = mountTriggers(server, {
      triggers: () => [daily],
      clock: () => new Date(house.time.now),
      nobodysSecret: 'a secret that nobody has',
      answer: async (...asked) => await answer(...asked),
      send: async (owed) => await send(owed),
      log: silent,
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    house = { url: `http://127.0.0.1:${server.address().port}`, time: { now: 1_772_000_000_000 } };
    close = () => server.close();
  });
  afterEach(() => close());

  it('hands on the body as it came and as it was read', async () => {
    const came: unknown[] = [];
    answer = async (trigger, delivery) => {
      came.push(trigger.name, delivery);
      return { status: 200, body: { summary: 'Räksmörgås' } };
    };
    const rawBody = '{ "v": 1,  "who": "Räksmörgås" }';
    expect((await call(house, rawBody)).body.summary).to.equal('Räksmörgås');
    expect(came).to.deep.equal([daily.name, { rawBody, body: { v: 1, who: 'Räksmörgås' } }]);
  });

  const faults: [what: string, fault: Error, error: string][] = [
    ['the record could not be kept', new TrailFault(new Error('canary')), '503 NotRecorded'],
    ['nobody settled it', new TypeError('canary'), '500 Internal'],
  ];
  for (const [what, fault, error] of faults)
    it(`answers ${error} in its own words when ${what}`, async () => {
      answer = async () => {
        throw fault;
      };
      const { status, body, text } = await call(house, asking());
      expect(`${status} ${body.error?.code}`).to.equal(error);
      expect(text).to.not.contain('canary');
    });

  it('is idle when every card that is owed was sent, or could not be', async () => {
    const sent: string[] = [];
    answer = async () => ({ status: 202, body: {}, owed: 'a-card' });
    send = async (owed) => {
      await new Promise((resolve) => setImmediate(resolve));
      sent.push(owed);
      throw new TypeError('it could not be sent');
    };
    await call(house, asking());
    await door.idle();
    expect(sent).to.deep.equal(['a-card']);
  });
});
