import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { ChannelFault } from '../errors.js';
import type { AcceptedTurn, InboxLog } from '../store/inboxLog.js';

/** An activity that a door lets in: whom it is from was proved. */
export interface Incoming {
  door: string;
  channel: string;
  conversation: string;
  /** The channel's id of it; a redelivery has the same. Absent where the channel gives none: then it is always new. */
  id: string | undefined;
  activity: object;
}

/** Runs a turn; `answers` is to be called before its first answer goes out. */
export type RunTurn = (turn: AcceptedTurn, answers: () => Promise<void>) => Promise<void>;

export interface InboxNeeds {
  log: InboxLog;
  clock: () => Date;
  /** A random id; one names this process. */
  random: () => string;
  run: RunTurn;
  /** Says honestly that a turn was interrupted and is not run again. */
  interrupted: (turn: AcceptedTurn) => Promise<void>;
  failed: (error: unknown) => void;
}

/** Accepts activities of every door: each is on disk before its sender is told so, and its turn runs once, in order. */
export interface Inbox {
  /** Resolves when it is on disk. `known`: it was accepted before, nothing runs. */
  accept: (incoming: Incoming) => Promise<{ kind: 'known' } | { kind: 'accepted'; start: () => void }>;
  /** Takes up what a process that ended has left. */
  recover: () => Promise<void>;
  /** How many turns of a conversation wait here. */
  waiting: (incoming: Pick<Incoming, 'door' | 'channel' | 'conversation'>) => number;
  /** Resolves when no turn is under way in this process, and none that it accepted waits for another process. */
  idle: () => Promise<void>;
  /** Begins no further turn: what waits is left to other processes, or to the next start. */
  stop: () => void;
}

/** How long a process has a lane without a word, in ms. After that it has ended, and another one goes on. */
const held = 8000;
/** How often a process that is at work in a lane says so, in ms. */
const stillHere = 2000;
/** A hold that ends within this many ms is of a process that has not said so for long. */
const lookAhead = 5000;
/** Who finds a lane taken looks again after this many ms: its holder may have left, or ended. */
const lookAgain = 250;
/** A turn that was begun this often and never ended is not begun again. */
const mostTries = 2;
/** What waited longer than this is not answered as if nothing had happened, in ms. */
const tooOld = 5 * 60_000;

/** Makes the inbox over its log. */
export function createInbox(needs: InboxNeeds): Inbox {
  const owner = needs.random();
  const lines = new Map<string, { done: Promise<void>; waiting: number; more: boolean }>();
  let stopping = false;
  const start = (lane: string) => {
    if (stopping) return;
    const line = lines.get(lane);
    if (line) {
      line.waiting += 1;
      line.more = true;
      return;
    }
    const fresh = { waiting: 1, done: Promise.resolve(), more: false };
    lines.set(lane, fresh);
    const ended = () => {
      fresh.waiting -= 1;
    };
    fresh.done = workOff(needs, { lane, owner, ended, stopping: () => stopping })
      .catch(needs.failed)
      .finally(() => {
        lines.delete(lane);
        // What came in while the lane was being left is not seen by who leaves it.
        if (fresh.more) start(lane);
      });
  };
  return {
    accept: async (incoming) => {
      const lane = laneOf(incoming);
      const id = digest([lane, incoming.id ?? needs.random()]);
      const { door, activity } = incoming;
      const now = needs.clock().getTime();
      const fresh = await needs.log.accept({ id, lane, door, activity, now });
      return fresh ? { kind: 'accepted', start: () => start(lane) } : { kind: 'known' };
    },
    recover: async () => {
      const soon = needs.clock().getTime() + lookAhead;
      for (const lane of await needs.log.abandoned(soon)) start(lane);
    },
    waiting: (incoming) => Math.max(0, lines.get(laneOf(incoming))?.waiting ?? 0),
    idle: async () => {
      while (lines.size > 0) await Promise.all([...lines.values()].map(({ done }) => done));
    },
    stop: () => {
      stopping = true;
    },
  };
}

interface Line {
  lane: string;
  owner: string;
  ended: () => void;
  stopping: () => boolean;
}

/** Sees to it that what waits in a lane is run, in order: here, or by the process that holds the lane. */
async function workOff(needs: InboxNeeds, line: Line): Promise<void> {
  const { log } = needs;
  const { lane, owner, stopping } = line;
  while (!stopping()) {
    if (await enter(needs, line)) {
      await runAll(needs, line);
      if (await log.leave(lane, owner)) return;
    } else {
      if (!(await log.waits(lane))) return;
      await after(lookAgain);
    }
  }
  await log.handOver(lane, owner);
}

async function enter({ log, clock }: InboxNeeds, { lane, owner }: Line): Promise<boolean> {
  const now = clock().getTime();
  return await log.enter(lane, { owner, now, until: now + held });
}

/** Runs one turn after the other, and holds on to the lane meanwhile. */
async function runAll(needs: InboxNeeds, line: Line): Promise<void> {
  const { lane, owner, ended, stopping } = line;
  const beat = setInterval(() => void enter(needs, line).catch(needs.failed), stillHere);
  try {
    while (!stopping()) {
      const turn = await needs.log.begin(lane, owner);
      if (turn === null) return;
      await runOnce(needs, turn);
      ended();
    }
  } finally {
    clearInterval(beat);
  }
}

async function runOnce(needs: InboxNeeds, turn: AcceptedTurn): Promise<void> {
  const { log, clock, run, interrupted, failed } = needs;
  const old = clock().getTime() - turn.receivedAt > tooOld;
  const answers = async () => {
    if (!(await log.answering(turn))) throw new ChannelFault('another process has taken this turn up');
  };
  try {
    if (old || turn.answering || turn.tries > mostTries) await interrupted(turn);
    else await run(turn, answers);
  } catch (error) {
    failed(error);
  } finally {
    await log.done(turn, clock().getTime());
  }
}

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

const laneOf = ({ door, channel, conversation }: Pick<Incoming, 'door' | 'channel' | 'conversation'>) =>
  digest([door, channel, conversation]);
