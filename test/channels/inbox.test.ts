import { expect } from 'chai';
import { createInbox, type RunTurn } from '../../src/channels/inbox.js';
import { createSeal } from '../../src/sealed.js';
import type { Database } from '../../src/store/database.js';
import { createInboxLog } from '../../src/store/inboxLog.js';
import { inEachDatabase } from '../store/databases.js';

const seal = createSeal(['a secret of these tests, long enough']);

/** A process with an inbox over a database; `killed` ones are simply not asked again. */
function open(database: Database, run: RunTurn, now = () => 1000) {
  const interrupted: unknown[] = [];
  const failures: unknown[] = [];
  let ids = 0;
  const inbox = createInbox({
    log: createInboxLog(database, seal),
    clock: () => new Date(now()),
    random: () => `random-${Math.random()}-${ids++}`,
    run,
    interrupted: async (turn) => void interrupted.push(turn.activity),
    failed: (error) => failures.push(error),
  });
  const say = async (text: string, { conversation = 'c-1', id = text as string | undefined } = {}) => {
    const activity = { text };
    const accepted = await inbox.accept({ door: 'test', channel: 'test', conversation, id, activity });
    if (accepted.kind === 'accepted') accepted.start();
    return accepted.kind;
  };
  return { inbox, say, interrupted, failures };
}

/** Waits until a turn that is not done is like this. */
async function comes(database: Database, like: string): Promise<void> {
  while ((await database.run(`select id from inbox where done_at is null and ${like}`)).length === 0)
    await new Promise((resolve) => setImmediate(resolve));
}

const textOf = (activity: unknown): string => String(Object(activity).text);

inEachDatabase('the inbox', ({ open: openDatabase }) => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase();
  });
  afterEach(async () => await database.close());

  it('runs the turns of a conversation in order, one at a time', async () => {
    const seen: string[] = [];
    let under = 0;
    const { inbox, say } = open(database, async ({ activity }) => {
      under += 1;
      expect(under).to.equal(1);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(textOf(activity));
      under -= 1;
    });
    const said = Array.from({ length: 50 }, (_, at) => `message ${at}`);
    for (const text of said) await say(text);
    await inbox.idle();
    expect(seen).to.deep.equal(said);
  });

  it('does not let conversations wait for each other', async () => {
    let release = () => {};
    const waits = new Promise<void>((resolve) => {
      release = resolve;
    });
    const seen: string[] = [];
    const { inbox, say } = open(database, async ({ activity }) => {
      if (textOf(activity) === 'slow') await waits;
      seen.push(textOf(activity));
      if (textOf(activity) === 'quick') release();
    });
    await say('slow', { conversation: 'c-1' });
    await say('quick', { conversation: 'c-2' });
    await inbox.idle();
    expect(seen).to.deep.equal(['quick', 'slow']);
  });

  it('runs a redelivery once, and what has no id each time', async () => {
    const seen: string[] = [];
    const { inbox, say } = open(database, async ({ activity }) => {
      seen.push(textOf(activity));
    });
    expect(await Promise.all([say('a', { id: 'x' }), say('a', { id: 'x' })])).to.have.members([
      'accepted',
      'known',
    ]);
    await inbox.idle();
    expect(await say('a', { id: 'x' })).to.equal('known');
    expect(await say('a', { id: 'x', conversation: 'c-2' })).to.equal('accepted');
    await inbox.idle();
    expect(seen).to.deep.equal(['a', 'a']);
  });

  it('goes on after a turn that failed', async () => {
    const seen: string[] = [];
    const { inbox, say, failures } = open(database, async ({ activity }) => {
      if (textOf(activity) === 'bad') throw new TypeError('of this test');
      seen.push(textOf(activity));
    });
    await say('bad');
    await say('good');
    await inbox.idle();
    expect(seen).to.deep.equal(['good']);
    expect(failures).to.have.lengthOf(1);
  });

  it('keeps nothing of what was said once its turn is done', async () => {
    const { inbox, say } = open(database, async () => {});
    await say('something private');
    expect(JSON.stringify(await database.run('select * from inbox'))).not.to.contain('private');
    await inbox.idle();
    const [row] = await database.run('select sealed, done_at from inbox');
    expect(row).to.include({ sealed: '', done_at: 1000 });
  });

  describe('of a process that ended', () => {
    const never: RunTurn = () => new Promise(() => {});

    it('is taken up by another once its hold is over, in order', async () => {
      const dead = open(database, never);
      for (const text of ['one', 'two', 'three']) await dead.say(text);
      const seen: string[] = [];
      let now = 1000;
      const next = open(
        database,
        async ({ activity }) => void seen.push(textOf(activity)),
        () => now,
      );
      await next.inbox.recover();
      await next.inbox.idle();
      expect(seen).to.deep.equal([]);
      now += 20_001;
      await next.inbox.recover();
      await next.inbox.idle();
      expect(seen).to.deep.equal(['one', 'two', 'three']);
    });

    it('is not run again when its answer had begun to go out: its person is told', async () => {
      const dead = open(database, async (_, answers) => {
        await answers();
        await new Promise(() => {});
      });
      await dead.say('one');
      await comes(database, 'answering = 1');
      const seen: string[] = [];
      const next = open(
        database,
        async ({ activity }) => void seen.push(textOf(activity)),
        () => 30_000,
      );
      await next.inbox.recover();
      await next.inbox.idle();
      expect(seen).to.deep.equal([]);
      expect(next.interrupted).to.deep.equal([{ text: 'one' }]);
    });

    it('is told after two tries, and when it is too old to be answered as if nothing had happened', async () => {
      for (const now of [1000, 30_000]) {
        const dead = open(database, never, () => now);
        await (now === 1000 ? dead.say('one') : dead.inbox.recover());
        await comes(database, `tries = ${now === 1000 ? 1 : 2}`);
      }
      const third = open(database, never, () => 60_000);
      await third.inbox.recover();
      await third.inbox.idle();
      expect(third.interrupted).to.deep.equal([{ text: 'one' }]);
      const dead = open(database, never);
      await dead.say('two');
      const late = open(database, never, () => 400_000);
      await late.inbox.recover();
      await late.inbox.idle();
      expect(late.interrupted).to.deep.equal([{ text: 'two' }]);
    });
  });

  it('has one process at a time in a conversation, and none of its turns is lost between two', async () => {
    const seen: string[] = [];
    let under = 0;
    const run: RunTurn = async ({ activity }) => {
      under += 1;
      expect(under).to.equal(1);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(textOf(activity));
      under -= 1;
    };
    const [one, other] = [open(database, run), open(database, run)];
    const said = Array.from({ length: 40 }, (_, at) => `message ${at}`);
    for (const [at, text] of said.entries()) await (at % 2 ? one : other).say(text);
    await Promise.all([one.inbox.idle(), other.inbox.idle()]);
    await one.inbox.recover();
    await one.inbox.idle();
    expect([...one.failures, ...other.failures]).to.deep.equal([]);
    expect(seen).to.deep.equal(said);
  });

  it('lets a process that was taken for dead answer nothing, and end no turn of the one that goes on', async () => {
    const answered: string[] = [];
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const slow = open(database, async (_, answers) => {
      await asleep;
      await answers();
      answered.push('slow');
    });
    await slow.say('one');
    await comes(database, 'tries = 1');
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const next = open(
      database,
      async (_, answers) => {
        await answers();
        answered.push('next');
        await finished;
      },
      () => 20_000,
    );
    await next.inbox.recover();
    await comes(database, 'tries = 2 and answering = 1');
    wake();
    while (slow.failures.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await database.run('select id from inbox where done_at is null')).to.have.lengthOf(1);
    finish();
    await Promise.all([slow.inbox.idle(), next.inbox.idle()]);
    expect(await database.run('select id from inbox where done_at is null')).to.deep.equal([]);
    expect([answered, next.failures]).to.deep.equal([['next'], []]);
  });

  it('goes on in a conversation as soon as the process that had it is taken for dead', async () => {
    const dead = open(database, () => new Promise(() => {}));
    await dead.say('one');
    await comes(database, 'tries = 1');
    const seen: string[] = [];
    let now = 1000;
    const next = open(
      database,
      async ({ activity }) => void seen.push(textOf(activity)),
      () => now,
    );
    await next.say('two');
    now += 8001;
    await next.inbox.idle();
    expect(seen).to.deep.equal(['one', 'two']);
  });

  it('that is stopped ends the turn under way and leaves the others to the next process, at once', async () => {
    const seen: string[] = [];
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const stopped = open(database, async ({ activity }) => {
      await finished;
      seen.push(`stopped: ${textOf(activity)}`);
    });
    await stopped.say('one');
    await comes(database, 'tries = 1');
    await stopped.say('two');
    stopped.inbox.stop();
    expect(await stopped.say('three')).to.equal('accepted');
    finish();
    await stopped.inbox.idle();
    const next = open(database, async ({ activity }) => void seen.push(`next: ${textOf(activity)}`));
    await next.inbox.recover();
    await next.inbox.idle();
    expect(seen).to.deep.equal(['stopped: one', 'next: two', 'next: three']);
  });

  it('forgets ids a day after their turn', async () => {
    const { inbox, say } = open(database, async () => {});
    await say('one');
    await inbox.idle();
    const log = createInboxLog(database, seal);
    await log.prune(1000 + 24 * 60 * 60_000 - 1);
    expect(await database.run('select id from inbox')).to.have.lengthOf(1);
    await log.prune(1000 + 24 * 60 * 60_000);
    expect(await database.run('select id from inbox')).to.have.lengthOf(0);
  });
});
