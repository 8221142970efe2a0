import { expect } from 'chai';
import { StoreFault } from '../../src/errors.js';
import { type BotStateStorage, createBotState, stateLapse } from '../../src/store/botState.js';
import type { Database } from '../../src/store/database.js';
import { inEachDatabase } from './databases.js';

/** What a caller without types may give. */
const nothings = { null: 'null', undefined: undefined };
const untyped = (text: string | undefined) => (text === undefined ? undefined : JSON.parse(text));

const outcome = async (doing: Promise<unknown>) =>
  await doing.then(
    () => 'done',
    (error: unknown) => (error instanceof StoreFault ? 'told' : 'rejected'),
  );

/** The cases of Microsoft's base tests for a Storage, and those of a compare-and-set. */
inEachDatabase('the bot’s state', ({ open }) => {
  let database: Database;
  let state: BotStateStorage;
  let now = 0;
  const clock = () => new Date(now);
  const read = async (key: string) => (await state.read([key]))[key];
  beforeEach(async () => {
    now = 1_000_000_000_000;
    database = await open();
    state = createBotState(database, clock);
  });
  afterEach(() => database.close());

  it('has nothing under a key that was never written', async () => {
    expect(await state.read(['unknown'])).to.deep.equal({});
    expect(await state.read([])).to.deep.equal({});
  });

  for (const [name, text] of Object.entries(nothings))
    it(`rejects ${name} for keys, changes and values, and writes nothing`, async () => {
      expect([
        await outcome(state.read(untyped(text))),
        await outcome(state.write(untyped(text))),
        await outcome(state.delete(untyped(text))),
        await outcome(state.write({ a: untyped(text) })),
      ]).to.deep.equal(['rejected', 'rejected', 'rejected', 'rejected']);
      expect(await database.run('select * from bot_state')).to.deep.equal([]);
    });

  it('takes no changes at all', async () => {
    expect(await outcome(state.write({}))).to.equal('done');
    expect(await outcome(state.write(JSON.parse('[]')))).to.equal('done');
  });

  it('gives back what was written, each with an eTag', async () => {
    const deep = { list: [1, { two: null }], text: 'ñ 😀 "\n', no: false };
    await state.write({ one: { id: 1 }, deep });
    const found = await state.read(['one', 'deep', 'unknown']);
    expect(found).to.deep.equal({ one: { id: 1, eTag: '1' }, deep: { ...deep, eTag: '1' } });
  });

  const keys = [
    '!@#$%^&*()~/\\><,.?\';"`~',
    'emulator/conversations/a b|c/users/ñ😀',
    "'; drop table bot_state; --",
    '%',
    '_',
    '',
    ' ',
    'KEY',
    'key',
    '__proto__',
    'constructor',
    'x'.repeat(2000),
  ];
  for (const key of keys)
    it(`takes the key ${key.slice(0, 40) || 'of no letters'}, and no other for it`, async () => {
      await state.write(Object.fromEntries(keys.map((each, id) => [each, { id }])));
      const found = await state.read([key]);
      expect(Object.entries(found)).to.deep.equal([[key, { id: keys.indexOf(key), eTag: '1' }]]);
      await state.delete([key]);
      expect(Object.keys(await state.read(keys))).to.have.members(keys.filter((each) => each !== key));
    });

  it('has a new eTag after every write, which is no part of what is kept', async () => {
    await state.write({ a: { count: 1 } });
    await state.write({ a: { count: 2, eTag: '1' } });
    expect(await read('a')).to.deep.equal({ count: 2, eTag: '2' });
    expect(await database.run('select body from bot_state')).to.deep.equal([{ body: '{"count":2}' }]);
  });

  const writes: [what: string, eTag: string | undefined, outcome: string][] = [
    ['the eTag that was read', '2', 'done'],
    ['no eTag', undefined, 'done'],
    ['a star', '*', 'done'],
    ['the eTag of before', '1', 'told'],
    ['an eTag to come', '3', 'told'],
    ['an empty eTag', '', 'told'],
    ['an eTag that is no number', 'two', 'told'],
    ['a number written otherwise', '2.0000000001', 'told'],
  ];
  for (const [what, eTag, expected] of writes)
    it(`overwrites with ${what}: ${expected}`, async () => {
      await state.write({ a: { count: 1 } });
      await state.write({ a: { count: 2 } });
      const next = { count: 3, ...(eTag === undefined ? {} : { eTag }) };
      expect(await outcome(state.write({ a: next }))).to.equal(expected);
      const left = expected === 'done' ? { count: 3, eTag: '3' } : { count: 2, eTag: '2' };
      expect(await read('a')).to.deep.equal(left);
    });

  it('tells who would write over what is gone', async () => {
    expect(await outcome(state.write({ a: { eTag: '1' } }))).to.equal('told');
    await state.write({ a: {} });
    await state.delete(['a']);
    expect(await outcome(state.write({ a: { eTag: '1' } }))).to.equal('told');
    expect(await state.read(['a'])).to.deep.equal({});
  });

  it('forgets what is deleted, and what never was', async () => {
    await state.write({ a: { id: 1 }, b: { id: 2 } });
    await state.delete(['a', 'unknown']);
    expect(await state.read(['a', 'b'])).to.deep.equal({ b: { id: 2, eTag: '1' } });
  });

  it('lets one of two who save at once win, and tells the other', async () => {
    await state.write({ a: { by: 'nobody' } });
    const other = createBotState(database, clock);
    const [mine, theirs] = [await read('a'), (await other.read(['a'])).a];
    const outcomes = await Promise.all([
      outcome(state.write({ a: { ...mine, by: 'me' } })),
      outcome(other.write({ a: { ...theirs, by: 'them' } })),
    ]);
    expect(outcomes.toSorted()).to.deep.equal(['done', 'told']);
    expect(await read('a')).to.deep.equal({ by: outcomes[0] === 'done' ? 'me' : 'them', eTag: '2' });
  });

  it('loses no count where everybody who was told tries again', async () => {
    await state.write({ a: { count: 0 } });
    const add = async (): Promise<void> => {
      const found = await read('a');
      const next = { a: { ...found, count: found.count + 1 } };
      if ((await outcome(state.write(next))) === 'told') await add();
    };
    await Promise.all(Array.from({ length: 20 }, add));
    expect(await read('a')).to.deep.equal({ count: 20, eTag: '21' });
  });

  it('goes a day after it was last written, and not before', async () => {
    await state.write({ left: { id: 1 }, again: { id: 2 } });
    now += stateLapse - 1;
    await state.prune(now);
    const { again } = await state.read(['left', 'again']);
    await state.write({ again: { ...again, id: 3 } });
    now += 1;
    await state.prune(now);
    expect(await state.read(['left', 'again'])).to.deep.equal({ again: { id: 3, eTag: '2' } });
    await state.write({ again: { id: 4 } });
    await state.prune(now + stateLapse - 1);
    expect(await database.run('select key from bot_state')).to.deep.equal([{ key: 'again' }]);
    await state.prune(now + stateLapse);
    expect(await database.run('select key from bot_state')).to.deep.equal([]);
  });
});
