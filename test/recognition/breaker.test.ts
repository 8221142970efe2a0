import { expect } from 'chai';
import type { StandInAnswer } from '../../src/demo/openRouter.js';
import { choices, fault, type ModelTalk, openModelTalk, says, sent, wanted } from './modelTalk.js';

describe('while the model is down, it', () => {
  let talk: ModelTalk;
  before(async () => {
    talk = await openModelTalk();
  });
  after(async () => await talk.standIn.close());

  it('lets one sentence wait for it, and no other until it has rested', async () => {
    const recognise = talk.open({ budget: 250, rest: 300 });
    talk.standIn.queue('hang');
    expect((await talk.ask(recognise)).came).to.equal('timeout');
    for (const _ of [1, 2, 3, 4, 5]) {
      const { came, requests, took } = await talk.ask(recognise);
      expect([came, requests]).to.deep.equal(['unreachable', 0]);
      expect(took).to.be.below(200);
    }
    await new Promise((rested) => setTimeout(rested, 310));
    talk.standIn.queue('hang');
    const [probe, ...others] = await Promise.all([
      talk.ask(recognise),
      talk.ask(recognise),
      talk.ask(recognise),
    ]);
    expect(probe?.came).to.equal('timeout');
    for (const { came, took } of others) {
      expect(came).to.equal('unreachable');
      expect(took).to.be.below(200);
    }
  });

  it('is asked as before once it answers again', async () => {
    const recognise = talk.open({ rest: 200 });
    talk.standIn.queue(fault(402));
    expect((await talk.ask(recognise)).came).to.equal('no_credit');
    expect((await talk.ask(recognise)).requests).to.equal(0);
    await new Promise((rested) => setTimeout(rested, 210));
    expect((await talk.ask(recognise)).came).to.deep.equal(wanted);
    expect((await talk.ask(recognise)).came).to.deep.equal(wanted);
  });

  const opening: readonly [what: string, answers: StandInAnswer[], sentences: number][] = [
    ['401', [fault(401)], 1],
    ['402', [fault(402)], 1],
    ['404', [fault(404)], 1],
    ['500 and 500 again', [fault(500), fault(500)], 3],
    ['429 for long', [fault(429, { 'Retry-After': '60' })], 3],
    ['HTML', [sent('text/html', '<html>')], 3],
  ];
  for (const [what, answers, sentences] of opening)
    it(`rests after ${sentences === 1 ? 'one' : sentences} of ${what}`, async () => {
      const recognise = talk.open();
      for (let one = 0; one < sentences; one += 1) {
        talk.standIn.queue(...answers);
        expect((await talk.ask(recognise)).requests).to.equal(answers.length);
      }
      expect((await talk.ask(recognise)).requests).to.equal(0);
    });

  const never: readonly [what: string, answers: StandInAnswer[]][] = [
    ['a refusal', [choices({ message: { refusal: 'no' } })]],
    ['403', [fault(403)]],
    ['nonsense', [says('no'), says('no')]],
  ];
  for (const [what, answers] of never)
    it(`never rests for ${what}: any sentence may bring that about`, async () => {
      const recognise = talk.open();
      for (const _ of [1, 2, 3, 4, 5]) {
        talk.standIn.queue(...answers);
        expect((await talk.ask(recognise)).requests).to.equal(answers.length);
      }
      expect((await talk.ask(recognise)).came).to.deep.equal(wanted);
    });
});
