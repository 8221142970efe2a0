import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import type { StandInAnswer } from '../../src/demo/openRouter.js';
import type { Quota, Usage } from '../../src/recognition/recogniser.js';
import { choices, fault, type ModelTalk, openModelTalk, right, started, wanted } from './modelTalk.js';

describe('asking the model ends in time', () => {
  let talk: ModelTalk;
  before(async () => {
    talk = await openModelTalk();
  });
  after(async () => await talk.standIn.close());

  /** Answers that never end of themselves; each tells when its connection is closed. */
  const endless: readonly [what: string, answer: StandInAnswer][] = [
    ['a socket that hangs', 'hang'],
    ['an answer that hangs in the middle', started((outgoing) => outgoing.write('{"choices":['))],
    ['an answer that drips', started((outgoing) => dripping(outgoing, 20))],
  ];
  for (const [what, answer] of endless)
    it(`with ${what}`, async () => {
      talk.standIn.queue(answer);
      const { came, requests, took } = await talk.ask(talk.open({ budget: 200 }));
      expect([came, requests]).to.deep.equal(['timeout', 1]);
      expect(took).to.be.within(180, 1000);
    });

  it('in six seconds where nothing else is set', async () => {
    talk.standIn.queue('hang');
    const { came, took } = await talk.ask(talk.open());
    expect(came).to.equal('timeout');
    expect(took).to.be.within(5900, 6900);
  }).timeout(10_000);

  it('with an answer without end, of which it reads little', async () => {
    let written = 0;
    const closed = new Promise<void>((resolve) => {
      talk.standIn.queue(
        started((outgoing) => {
          outgoing.on('close', resolve);
          const more = () => {
            for (let room = true; room && !outgoing.destroyed; written += 65_536)
              room = outgoing.write(' '.repeat(65_536));
          };
          outgoing.on('drain', more);
          more();
        }),
      );
    });
    const { came, requests } = await talk.ask(talk.open());
    await closed;
    expect([came, requests]).to.deep.equal(['unreadable', 1]);
    expect(written).to.be.below(10_000_000);
  });

  it('with a port where nobody listens', async () => {
    const { came, took } = await talk.ask(talk.open({}, 'http://127.0.0.1:9/api/v1'));
    expect(came).to.equal('unreachable');
    expect(took).to.be.below(500);
  });

  it('begins no second try when hardly any of the time is left', async () => {
    const late = (outgoing: ServerResponse) => {
      outgoing.statusCode = 500;
      setTimeout(() => outgoing.end(), 3700);
    };
    talk.standIn.queue(late);
    expect(await talk.ask(talk.open({ budget: 4000 }))).to.include({ came: 'unreachable', requests: 1 });
  });

  it('with the turn, and does not take that for a fault of the model', async () => {
    const recognise = talk.open();
    for (const _ of [1, 2, 3, 4]) {
      talk.standIn.queue('hang');
      const { came, requests } = await talk.ask(recognise, undefined, AbortSignal.timeout(150));
      expect([came, requests]).to.deep.equal(['timeout', 1]);
    }
    expect((await talk.ask(recognise, undefined, AbortSignal.abort())).requests).to.equal(0);
    expect((await talk.ask(recognise)).came).to.deep.equal(wanted);
  });
});

describe('asking the model tells what it cost', () => {
  let talk: ModelTalk;
  before(async () => {
    talk = await openModelTalk();
  });
  after(async () => await talk.standIn.close());

  const usage = (prompt_tokens: unknown, completion_tokens: unknown, cost: unknown) => ({
    usage: { prompt_tokens, completion_tokens, cost },
  });
  const metered = (calls = 9) => {
    const used: Usage[] = [];
    let left = calls;
    const quota: Quota = {
      mayAsk: async () => left-- > 0,
      used: async (one) => {
        used.push(one);
      },
    };
    return { quota, used };
  };

  it('as numbers: tokens, cost, time, model and requests, of both tries together', async () => {
    talk.standIn.queue(
      choices({ message: { content: 'no' } }, usage(900, 5, 0.0004)),
      choices({ message: { content: right } }, usage(950, 25, 0.0005)),
    );
    const { quota, used } = metered();
    const { whole } = await talk.ask(talk.open(), quota);
    const [told] = used;
    expect(used).to.have.length(1);
    expect(whole?.usage).to.deep.equal(told);
    expect(told).to.include({ model: 'a/model', promptTokens: 1850, completionTokens: 30, attempts: 2 });
    expect(told?.cost).to.be.closeTo(0.0009, 1e-9);
    expect(told?.latency).to.be.within(0, 500);
  });

  it('where no plan came of it', async () => {
    talk.standIn.queue(
      choices({ message: { content: '' }, finish_reason: 'length' }, usage(900, 300, 0.001)),
    );
    const { quota, used } = metered();
    expect((await talk.ask(talk.open(), quota)).came).to.equal('unreadable');
    expect(used).to.have.length(1);
    expect(used[0]).to.include({ promptTokens: 900, completionTokens: 300, attempts: 1 });
  });

  it('not at all where nothing was asked', async () => {
    const recognise = talk.open();
    talk.standIn.queue(fault(402));
    await talk.ask(recognise);
    const { quota, used } = metered();
    await talk.ask(recognise, quota);
    expect(used).to.deep.equal([]);
  });

  it('as nothing where it is told nonsense, or a name that is none', async () => {
    talk.standIn.queue({
      status: 200,
      body: JSON.stringify({
        model: 'the model\nsays: hello',
        choices: [{ message: { content: right } }],
        ...usage('many', -5, { toString: 'x' }),
      }),
    });
    const { quota, used } = metered();
    await talk.ask(talk.open(), quota);
    expect(used[0]).to.include({ model: 'unknown', promptTokens: 0, completionTokens: 0 });
    expect(used[0]).to.not.have.property('cost');
  });

  it('and makes no second try that is not allowed', async () => {
    talk.standIn.queue(fault(500));
    const { came, requests } = await talk.ask(talk.open(), metered(0).quota);
    expect([came, requests]).to.deep.equal(['unreachable', 1]);
  });
});

/** Writes a letter every so many ms, for as long as anybody listens. */
function dripping(outgoing: ServerResponse, every: number): void {
  const timer = setInterval(() => outgoing.write(' '), every);
  outgoing.on('close', () => clearInterval(timer));
}
