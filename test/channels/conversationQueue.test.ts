import { expect } from 'chai';
import { createConversationQueue } from '../../src/channels/conversationQueue.js';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('The queue of turns', () => {
  it('runs the turns of a conversation in order, one at a time', async () => {
    const queue = createConversationQueue(() => {});
    const log: string[] = [];
    const turn = (name: string) => async () => {
      log.push(`${name} begins`);
      await soon();
      log.push(`${name} ends`);
    };
    queue.add('a', turn('first'));
    queue.add('a', turn('second'));
    expect(queue.waiting('a')).to.equal(2);
    await queue.idle();
    expect(log).to.deep.equal(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(queue.waiting('a')).to.equal(0);
  });

  it('lets conversations pass each other', async () => {
    const queue = createConversationQueue(() => {});
    const log: string[] = [];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = queue.add('slow', () => held);
    await queue.add('quick', async () => {
      log.push('quick');
    });
    release();
    await slow;
    expect(log).to.deep.equal(['quick']);
  });

  it('goes on past a turn that fails, by rejection or by throwing, and tells', async () => {
    const failures: unknown[] = [];
    const queue = createConversationQueue((error, conversation) => failures.push([conversation, error]));
    const log: string[] = [];
    queue.add('a', () => Promise.reject('rejected'));
    queue.add('a', () => {
      throw 'thrown';
    });
    await queue.add('a', async () => {
      log.push('ran');
    });
    expect(log).to.deep.equal(['ran']);
    expect(failures).to.deep.equal([
      ['a', 'rejected'],
      ['a', 'thrown'],
    ]);
  });

  it('is idle only when turns that were added meanwhile have ended too', async () => {
    const queue = createConversationQueue(() => {});
    const log: string[] = [];
    queue.add('a', async () => {
      queue.add('b', async () => {
        await soon();
        log.push('added meanwhile');
      });
    });
    await queue.idle();
    expect(log).to.deep.equal(['added meanwhile']);
  });
});
