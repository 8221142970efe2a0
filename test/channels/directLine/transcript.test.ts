import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import type { Frame, WireActivity } from '../../../src/channels/directLine/frame.js';
import type { Database } from '../../../src/store/database.js';
import { inEachDatabase } from '../../store/databases.js';
import { type Book, noon, openBook, openTranscript, seal } from './book.js';
import { eventually } from './line.js';

const message = (id: string, text = id) => ({ id, type: 'message', text });
const anything = z.record(z.string(), z.unknown());
const ids = ({ activities }: Frame) => activities.map(({ id }) => id);

inEachDatabase('A transcript', ({ name, open }) => {
  let database: Database;
  const books: Book[] = [];
  before(async () => {
    database = await open();
  });
  afterEach(() => {
    for (const book of books.splice(0)) book.close();
  });
  after(async () => await database.close());

  const bookOf = (options: Parameters<typeof openBook>[1] = {}) => {
    const book = openBook(database, options);
    books.push(book);
    return book;
  };
  const make = async (options?: Parameters<typeof openBook>[1]) =>
    (await openTranscript(bookOf(options))).transcript;

  it('gives what came after a watermark', async () => {
    const transcript = await make();
    await transcript.put(message('a'));
    const { watermark } = await transcript.since(null);
    await transcript.put(message('b'));
    expect(ids(await transcript.since(watermark))).to.deep.equal(['b']);
    expect(ids(await transcript.since(null))).to.deep.equal(['a', 'b']);
  });

  it('starts over for a watermark that is not its own', async () => {
    const transcript = await make();
    await transcript.put(message('a'));
    for (const watermark of ['99', 'x', '-1', '', '1e3']) {
      expect(ids(await transcript.since(watermark)), watermark).to.deep.equal(['a']);
    }
  });

  it('keeps the first timestamp of what is said anew and tells it again', async () => {
    let hour = 12;
    const transcript = await make({ clock: () => new Date(Date.UTC(2026, 2, 10, hour)) });
    await transcript.put(message('a', 'draft'));
    const { activities, watermark } = await transcript.since(null);
    hour = 13;
    await transcript.put(message('a', 'final'));
    expect((await transcript.since(watermark)).activities).to.deep.equal([
      { ...activities[0], text: 'final' },
    ]);
    expect(ids(await transcript.since(null))).to.deep.equal(['a']);
  });

  it('tells of a deletion whoever saw the activity, and nobody else', async () => {
    const transcript = await make();
    await transcript.put(message('a'));
    const { watermark } = await transcript.since(null);
    expect([await transcript.drop('a'), await transcript.drop('a')]).to.deep.equal([true, false]);
    const later = await transcript.since(watermark);
    expect(later.activities).to.have.length(1);
    expect(later.activities[0]).to.deep.include({ type: 'messageDelete', value: { activityId: 'a' } });
    expect((await transcript.since(null)).activities).to.deep.equal([]);
    expect(JSON.stringify(later)).not.to.contain('"text"');
  });

  it('forgets typing once something follows', async () => {
    const transcript = await make();
    await transcript.put({ id: 't', type: 'typing' });
    expect(ids(await transcript.since(null))).to.deep.equal(['t']);
    await transcript.put(message('a'));
    expect(ids(await transcript.since(null))).to.deep.equal(['a']);
  });

  it('forgets typing after a while that nothing follows', async () => {
    let now = noon().getTime();
    const book = bookOf({ clock: () => new Date(now) });
    const [one, other] = [await openTranscript(book), await openTranscript(book)];
    await one.transcript.put({ id: 't', type: 'typing' });
    now += 31_000;
    await other.transcript.put({ id: 'u', type: 'typing' });
    expect(ids(await one.transcript.since(null))).to.deep.equal([]);
    expect(ids(await other.transcript.since(null))).to.deep.equal(['u']);
  });

  it('keeps no more than its limit, the newest', async () => {
    const transcript = await make({ limit: 3 });
    for (const id of ['a', 'b', 'c', 'd']) await transcript.put(message(id));
    expect(ids(await transcript.since(null))).to.deep.equal(['b', 'c', 'd']);
  });

  it('gives rising timestamps within one millisecond', async () => {
    const transcript = await make();
    for (const id of ['a', 'b', 'c']) await transcript.put(message(id));
    const times = (await transcript.since(null)).activities.map(({ timestamp }) => timestamp);
    expect(times).to.deep.equal([...new Set(times)].sort());
    expect(times).to.have.length(3);
  });

  it('takes what is new once, and says anew only what is still there', async () => {
    const transcript = await make();
    const outcomes = [
      await transcript.put(message('a', 'first'), 'known'),
      await transcript.put(message('a', 'second'), 'new'),
      await transcript.put(message('a', 'third'), 'new'),
      await transcript.put(message('a', 'fourth'), 'known'),
    ];
    await transcript.drop('a');
    outcomes.push(await transcript.put(message('a', 'fifth'), 'known'), await transcript.has('a'));
    expect(outcomes).to.deep.equal([false, true, false, true, false, false]);
    expect(ids(await transcript.since(null))).to.deep.equal([]);
  });

  it('takes nothing where there is no conversation', async () => {
    const nowhere = bookOf().of('no such conversation');
    expect(await nowhere.put(message('a'))).to.equal(false);
    expect(await nowhere.since('7')).to.deep.equal({ activities: [], watermark: '0' });
  });

  it('is there, with its watermarks, for a process that was started again', async () => {
    const { id, transcript } = await openTranscript(bookOf());
    await transcript.put(message('a', 'Zürich 💳 \u0000'));
    const { watermark } = await transcript.since(null);
    const again = bookOf().of(id);
    expect(await again.since(watermark)).to.deep.equal({ activities: [], watermark });
    expect(await again.since(null)).to.deep.equal(await transcript.since(null));
    await again.put(message('b'));
    expect(ids(await transcript.since(watermark))).to.deep.equal(['b']);
  });

  it('reaches readers at another process, dots excepted, and readers at this one at once', async () => {
    const [here, there] = [bookOf({ pollEvery: 600_000 }), bookOf()];
    const { id, transcript } = await openTranscript(here);
    const [near, far] = [createPage(), createPage()];
    transcript.follow(null, near.take);
    there.of(id).follow(null, far.take);
    await transcript.put(message('a', 'draft'));
    await eventually(() => near.watermark() === '1');
    await transcript.put({ id: 't', type: 'typing' });
    await transcript.put(message('a', 'final'));
    await transcript.put(message('b'));
    await transcript.drop('b');
    await eventually(() => near.watermark() === '4' && far.watermark() === '4');
    expect(near.told().map(({ type }) => type)).to.deep.equal([
      'message',
      'typing',
      'message',
      'message',
      'messageDelete',
    ]);
    expect(far.told().some(({ type }) => type === 'typing')).to.equal(false);
    const said = near.seen().filter(({ type }) => type !== 'typing');
    expect(far.seen()).to.deep.equal(said);
    expect(said.map(({ text }) => text)).to.deep.equal(['final']);
  });

  it('tells a reader who has left nothing', async () => {
    const transcript = await make();
    const page = createPage();
    const leave = transcript.follow(null, page.take);
    await transcript.put(message('a'));
    await eventually(() => page.told().length === 1);
    leave();
    await transcript.put(message('b'));
    expect(ids({ activities: page.told(), watermark: '' })).to.deep.equal(['a']);
  });

  it('lies sealed, and is overwritten when it is replaced or taken back', async () => {
    const { id, transcript } = await openTranscript(bookOf());
    const sealedOf = async () =>
      await database.run(
        `select id, place, sealed from direct_line_activity where conversation = $1 order by place`,
        [id],
      );
    await transcript.put(message('a', 'first words'));
    await transcript.put(message('b', 'other words'));
    expect(JSON.stringify(await sealedOf())).not.to.contain('words');
    await transcript.put(message('a', 'new words'));
    await transcript.drop('b');
    const kept = (await sealedOf()).filter(({ sealed }) => sealed !== '');
    expect(kept.map(({ id: of, place }) => [of, place])).to.deep.equal([['a', 3]]);
    const opened = await seal.open(
      String(kept[0]?.sealed),
      JSON.stringify(['direct line', id, 'a']),
      anything,
    );
    expect(opened).to.deep.equal({ type: 'message', text: 'new words' });
    expect(
      await seal.open(String(kept[0]?.sealed), JSON.stringify(['direct line', id, 'b']), anything),
    ).to.equal(null);
  });

  it('shows a reader who leaves and returns at any point the same as one who stayed', async () => {
    const step = fc.record({
      verb: fc.constantFrom('put', 'drop', 'leave', 'return'),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const transcript = await make({ limit: 100 });
        const [stayed, roamed] = [createPage(), createPage()];
        transcript.follow(null, stayed.take);
        let leave = transcript.follow(null, roamed.take);
        const comeBack = () => {
          leave();
          leave = transcript.follow(roamed.watermark(), roamed.take);
        };
        for (const [n, { verb, id }] of steps.entries()) {
          if (verb === 'put') await transcript.put(message(id, `${n}`));
          if (verb === 'drop') await transcript.drop(id);
          if (verb === 'leave') leave();
          if (verb === 'return') comeBack();
        }
        comeBack();
        const { activities } = await transcript.since(null);
        const shown = activities.sort((a, b) => a.id.localeCompare(b.id));
        const told = () => [stayed, roamed].every((page) => same(page.seen(), shown));
        await within(2000, told);
        expect(roamed.seen()).to.deep.equal(stayed.seen());
        expect(stayed.seen()).to.deep.equal(shown);
      }),
      { numRuns: name === 'SQLite' ? 100 : 10 },
    );
  }).timeout(30_000);

  it('shows every reader the same whichever of two processes says it, and nothing twice', async () => {
    const act = fc.record({
      by: fc.constantFrom(0, 1),
      verb: fc.constantFrom('put', 'update', 'drop'),
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      /** Whether the other one is waited for. */
      waits: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 30 }), async (acts) => {
        const pair = [bookOf({ limit: 100, pollEvery: 5 }), bookOf({ limit: 100, pollEvery: 5 })] as const;
        const { id: conversation } = await openTranscript(pair[0]);
        const sides = pair.map((book) => book.of(conversation));
        const pages = sides.map((side) => {
          const page = createPage();
          side.follow(null, page.take);
          return page;
        });
        const poller = createPage();
        let polls: Promise<void> = Promise.resolve();
        const poll = (side: (typeof sides)[number] | undefined) => {
          polls = polls.then(async () => {
            if (side) poller.take(await side.since(poller.watermark()));
          });
        };
        const under: Promise<unknown>[] = [];
        for (const [n, { by, verb, id, waits }] of acts.entries()) {
          const side = sides[by];
          if (verb === 'put') under.push(side?.put(message(id, `${n}`)) ?? polls);
          if (verb === 'update') under.push(side?.put(message(id, `${n}`), 'known') ?? polls);
          if (verb === 'drop') under.push(side?.drop(id) ?? polls);
          poll(sides[1 - by]);
          if (waits) await Promise.all(under);
        }
        await Promise.all(under);
        poll(sides[0]);
        await polls;
        const { activities: all } = (await sides[0]?.since(null)) ?? { activities: [] };
        const shown = all.sort((a, b) => a.id.localeCompare(b.id));
        await within(3000, () => pages.every((page) => same(page.seen(), shown)));
        for (const page of [...pages, poller]) {
          expect(page.seen()).to.deep.equal(shown);
          expect(page.repeated()).to.deep.equal([]);
        }
        for (const book of pair) book.close();
      }),
      { numRuns: name === 'SQLite' ? 60 : 15 },
    );
  }).timeout(60_000);
});

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const within = async (longest: number, holds: () => boolean) => {
  const until = performance.now() + longest;
  await eventually(() => holds() || performance.now() > until);
};

/** What a page shows after the frames it was given. */
const createPage = () => {
  const shown = new Map<string, WireActivity>();
  const told: WireActivity[] = [];
  let watermark: string | null = null;
  return {
    take(frame: Frame) {
      watermark = frame.watermark;
      told.push(...frame.activities);
      for (const activity of frame.activities) {
        if (activity.type === 'messageDelete') shown.delete(activity.id.replace('-deleted', ''));
        else shown.set(activity.id, activity);
      }
    },
    watermark: () => watermark,
    told: () => told,
    /** What was told twice with the very same words. */
    repeated: () => {
      const all = told.map((each) => JSON.stringify(each));
      return all.filter((each, at) => all.indexOf(each) !== at);
    },
    seen: () => [...shown.values()].sort((a, b) => a.id.localeCompare(b.id)),
  };
};
