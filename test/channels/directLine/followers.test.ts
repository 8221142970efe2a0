import { expect } from 'chai';
import { createFollowers } from '../../../src/channels/directLine/followers.js';
import type { Frame } from '../../../src/channels/directLine/frame.js';
import { eventually } from './line.js';

const activity = (id: string) => ({ id, type: 'message', timestamp: '2026-03-10T12:00:00.000Z' });
const upTo = (place: number, from = 0): Frame => ({
  activities: Array.from({ length: Math.max(0, place - from) }, (_, at) => activity(`${from + at + 1}`)),
  watermark: String(place),
});

/** Readers over something that others write to, which can be away. */
const open = () => {
  const state = { place: 0, away: false, asked: 0, looked: 0 };
  const followers = createFollowers({
    every: 5,
    largest: async (conversations) => {
      state.asked += 1;
      if (state.away) throw new TypeError('away');
      return new Map(conversations.map((each) => [each, state.place]));
    },
    since: async (_, watermark) => {
      state.looked += 1;
      if (state.away) throw new TypeError('away');
      return upTo(state.place, Number(watermark));
    },
  });
  const told: string[] = [];
  const read = ({ activities }: Frame) => told.push(...activities.map(({ id }) => id));
  return { state, followers, told, read };
};

const aWhile = async () => await new Promise((resolve) => setTimeout(resolve, 30));

describe('The readers of a conversation', () => {
  it('ask nobody while there are none', async () => {
    const { state, followers, read } = open();
    await aWhile();
    expect(state.asked).to.equal(0);
    const leave = followers.follow('c', null, read);
    await eventually(() => state.asked > 1);
    leave();
    const { asked } = state;
    await aWhile();
    expect(state.asked).to.be.at.most(asked + 1);
    followers.close();
  });

  it('have every place once, in order, whoever tells it first', async () => {
    const { state, followers, told, read } = open();
    followers.follow('c', null, read);
    await eventually(() => state.looked === 1);
    await aWhile();
    state.place = 1;
    followers.told('c', 1, activity('1'));
    expect(told).to.deep.equal(['1']);
    state.place = 4;
    followers.told('c', 4, activity('4'));
    followers.told('c', 3, activity('3'));
    await eventually(() => told.length === 4);
    followers.told('c', 2, activity('2'));
    await aWhile();
    expect(told).to.deep.equal(['1', '2', '3', '4']);
    followers.close();
  });

  it('go on when what they ask was away', async () => {
    const { state, followers, told, read } = open();
    state.away = true;
    followers.follow('c', null, read);
    await eventually(() => state.looked > 0 && state.asked > 0);
    state.place = 2;
    state.away = false;
    await eventually(() => told.length === 2);
    followers.close();
    expect(told).to.deep.equal(['1', '2']);
  });

  it('are told what only passes, also while they look', async () => {
    const { state, followers, told, read } = open();
    followers.follow('c', '0', read);
    state.place = 1;
    followers.passing('c', activity('dots'));
    await eventually(() => state.looked === 2);
    await eventually(() => told.includes('1'));
    followers.passing('c', activity('more dots'));
    expect(told).to.deep.equal(['1', 'more dots']);
    followers.close();
    followers.passing('c', activity('nobody'));
    expect(told).to.have.length(2);
  });

  it('of another conversation are told nothing', async () => {
    const { followers, told, read } = open();
    followers.follow('c', null, read);
    await aWhile();
    followers.told('d', 1, activity('1'));
    followers.passing('d', activity('dots'));
    await aWhile();
    expect(told).to.deep.equal([]);
    followers.close();
  });
});
