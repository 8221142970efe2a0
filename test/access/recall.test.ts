import { expect } from 'chai';
import { createRecall } from '../../src/access/recall.js';

describe('what is remembered of answers', () => {
  const open = (most = 3) => {
    const time = { now: 1000 };
    const asked: string[] = [];
    const recall = createRecall<string>({
      most,
      now: () => time.now,
      holds: (answer) => (answer === 'short' ? 10 : 100),
    });
    const get = async (key: string, answer = `answer to ${key}`) =>
      await recall(key, async () => {
        asked.push(key);
        return answer;
      });
    return { time, asked, get, recall };
  };

  it('is given again without asking, for its time and no longer', async () => {
    const { time, asked, get } = open();
    expect(await get('a')).to.equal('answer to a');
    time.now += 99;
    expect(await get('a', 'another')).to.equal('answer to a');
    time.now += 1;
    expect(await get('a', 'another')).to.equal('another');
    expect(asked).to.deep.equal(['a', 'a']);
  });

  it('is held for as long as the answer says', async () => {
    const { time, asked, get } = open();
    await get('a', 'short');
    time.now += 9;
    await get('a');
    time.now += 1;
    await get('a');
    expect(asked).to.deep.equal(['a', 'a']);
  });

  it('counts from the question, however long the answer took', async () => {
    const { time, asked, recall } = open();
    let answer = (_: string) => {};
    const first = recall('a', async () => await new Promise<string>((resolve) => (answer = resolve)));
    time.now += 99;
    answer('late');
    expect(await first).to.equal('late');
    time.now += 1;
    await recall('a', async () => {
      asked.push('again');
      return 'new';
    });
    expect(asked).to.deep.equal(['again']);
  });

  it('is asked for once by all who want it at the same time', async () => {
    const { asked, get } = open();
    const all = await Promise.all(Array.from({ length: 50 }, async () => await get('a')));
    expect(new Set(all)).to.deep.equal(new Set(['answer to a']));
    expect(asked).to.have.length(1);
  });

  it('is of one key alone, even of one that every object has', async () => {
    const { asked, get } = open(10);
    for (const key of ['a', '__proto__', 'constructor', 'toString', 'A'])
      expect(await get(key)).to.equal(`answer to ${key}`);
    expect(asked).to.have.length(5);
  });

  it('is bounded: what was not wanted for the longest time goes', async () => {
    const { asked, get } = open(3);
    for (const key of ['a', 'b', 'c', 'a', 'd']) await get(key);
    asked.splice(0);
    for (const key of ['a', 'c', 'd']) await get(key);
    expect(asked).to.deep.equal([]);
    await get('b');
    expect(asked).to.deep.equal(['b']);
  });
});
