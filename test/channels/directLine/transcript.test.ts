import { expect } from 'chai';
import fc from 'fast-check';
import {
  createTranscript,
  type Frame,
  type WireActivity,
} from '../../../src/channels/directLine/transcript.js';

const noon = () => new Date('2026-03-10T12:00:00Z');
const message = (id: string, text = id) => ({ id, type: 'message', text });
const ids = ({ activities }: Frame) => activities.map(({ id }) => id);

describe('A transcript', () => {
  it('gives what came after a watermark', () => {
    const transcript = createTranscript({ limit: 10, clock: noon });
    transcript.put(message('a'));
    const { watermark } = transcript.since(null);
    transcript.put(message('b'));
    expect(ids(transcript.since(watermark))).to.deep.equal(['b']);
    expect(ids(transcript.since(null))).to.deep.equal(['a', 'b']);
  });

  it('starts over for a watermark that is not its own', () => {
    const transcript = createTranscript({ limit: 10, clock: noon });
    transcript.put(message('a'));
    for (const watermark of ['99', 'x', '-1', '', '1e3']) {
      expect(ids(transcript.since(watermark)), watermark).to.deep.equal(['a']);
    }
  });

  it('keeps the first timestamp of what is said anew and tells it again', () => {
    let hour = 12;
    const transcript = createTranscript({ limit: 10, clock: () => new Date(Date.UTC(2026, 2, 10, hour)) });
    transcript.put(message('a', 'draft'));
    const { activities, watermark } = transcript.since(null);
    hour = 13;
    transcript.put(message('a', 'final'));
    expect(transcript.since(watermark).activities).to.deep.equal([{ ...activities[0], text: 'final' }]);
    expect(ids(transcript.since(null))).to.deep.equal(['a']);
  });

  it('tells of a deletion whoever saw the activity, and nobody else', () => {
    const transcript = createTranscript({ limit: 10, clock: noon });
    transcript.put(message('a'));
    const { watermark } = transcript.since(null);
    transcript.drop('a');
    transcript.drop('a');
    expect(transcript.since(watermark).activities).to.have.length(1);
    expect(transcript.since(watermark).activities[0]).to.deep.include({
      type: 'messageDelete',
      value: { activityId: 'a' },
    });
    expect(transcript.since(null).activities).to.deep.equal([]);
    expect(JSON.stringify(transcript.since(watermark))).not.to.contain('"text"');
  });

  it('forgets typing once something follows', () => {
    const transcript = createTranscript({ limit: 10, clock: noon });
    transcript.put({ id: 't', type: 'typing' });
    expect(ids(transcript.since(null))).to.deep.equal(['t']);
    transcript.put(message('a'));
    expect(ids(transcript.since(null))).to.deep.equal(['a']);
  });

  it('keeps no more than its limit, the newest', () => {
    const transcript = createTranscript({ limit: 3, clock: noon });
    for (const id of ['a', 'b', 'c', 'd']) transcript.put(message(id));
    expect(ids(transcript.since(null))).to.deep.equal(['b', 'c', 'd']);
  });

  it('gives rising timestamps within one millisecond', () => {
    const transcript = createTranscript({ limit: 10, clock: noon });
    for (const id of ['a', 'b', 'c']) transcript.put(message(id));
    const times = transcript.since(null).activities.map(({ timestamp }) => timestamp);
    expect(times).to.deep.equal([...new Set(times)].sort());
  });

  it('shows a reader who leaves and returns at any point the same as one who stayed', () => {
    const step = fc.record({
      verb: fc.constantFrom('put', 'drop', 'leave', 'return'),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const transcript = createTranscript({ limit: 100, clock: noon });
        const [stayed, roamed] = [createPage(), createPage()];
        transcript.follow(stayed.take);
        let leave = transcript.follow(roamed.take);
        const comeBack = () => {
          leave();
          roamed.take(transcript.since(roamed.watermark()));
          leave = transcript.follow(roamed.take);
        };
        steps.forEach(({ verb, id }, n) => {
          if (verb === 'put') transcript.put(message(id, `${n}`));
          if (verb === 'drop') transcript.drop(id);
          if (verb === 'leave') leave();
          if (verb === 'return') comeBack();
        });
        comeBack();
        expect(roamed.seen()).to.deep.equal(stayed.seen());
      }),
    );
  });
});

/** What a page shows after the frames it was given. */
const createPage = () => {
  const shown = new Map<string, WireActivity>();
  let watermark: string | null = null;
  return {
    take(frame: Frame) {
      watermark = frame.watermark;
      for (const activity of frame.activities) {
        if (activity.type === 'messageDelete') shown.delete(activity.id.replace('-deleted', ''));
        else shown.set(activity.id, activity);
      }
    },
    watermark: () => watermark,
    seen: () => [...shown.values()].sort((a, b) => a.id.localeCompare(b.id)),
  };
};
