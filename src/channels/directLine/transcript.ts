import type { DirectLineLog, LoggedActivity } from '../../store/directLineLog.js';
import { createFollowers } from './followers.js';
import type { Frame, WireActivity } from './frame.js';

/** An activity before the transcript gave it its time. */
export interface Unsaid {
  id: string;
  type: string;
  [field: string]: unknown;
}

/** What was said in one conversation, as far as a page may still read it. */
export interface Transcript {
  /**
   * Says an activity, or says it anew if its id is known: with its first timestamp, for Web Chat replaces
   * what has the same id and sorts by time. `only`: if its id is new here, or still to be read.
   * `false`: it was not said, as `only` has it or because the conversation is gone.
   */
  put(activity: Unsaid, only?: 'new' | 'known'): Promise<boolean>;
  /** Tells those who are here, and keeps nothing: what is of the moment, or cannot be kept now. */
  pass(activity: Unsaid): void;
  /** Forgets an activity and tells the readers with a `messageDelete`; `false`: it was not there. */
  drop(id: string): Promise<boolean>;
  has(id: string): Promise<boolean>;
  /** All that came after a watermark; everything for one that is missing or not of this transcript. */
  since(watermark: string | null): Promise<Frame>;
  /** Hands what came after a watermark to the reader, and every later frame; the answer ends that. */
  follow(watermark: string | null, reader: (frame: Frame) => void): () => void;
}

/** The transcripts of all conversations. */
export interface Transcripts {
  of: (conversation: string) => Transcript;
  /** No reader is told anything any more. */
  close: () => void;
}

export interface TranscriptNeeds {
  log: DirectLineLog;
  clock: () => Date;
  /** How often it is asked what other processes have told, in ms. */
  pollEvery: number;
}

/** What is of the moment is over after this long, in ms. */
const longestPassing = 30_000;

/** An activity of ours only, unknown to Bot Framework: the page's middleware turns it into a deletion. */
const deletion = (id: string, at: number): WireActivity => ({
  type: 'messageDelete',
  id: `${id}-deleted`,
  timestamp: new Date(at).toISOString(),
  value: { activityId: id },
});

const onWire = ({ id, at, body }: Omit<LoggedActivity, 'place'>): WireActivity =>
  body ? { type: 'message', ...body, id, timestamp: new Date(at).toISOString() } : deletion(id, at);

/**
 * Makes the transcripts over their log, which is shared with other processes. What only passes, as that the bot is typing,
 * is told by this process alone.
 */
export const createTranscripts = ({ log, clock, pollEvery }: TranscriptNeeds): Transcripts => {
  const passing = new Map<string, WireActivity[]>();

  const passingIn = (conversation: string) => {
    const since = clock().getTime() - longestPassing;
    return (passing.get(conversation) ?? []).filter(({ timestamp }) => Date.parse(timestamp) > since);
  };

  const kept = async (conversation: string, given: number) => {
    try {
      const found = await log.after(conversation, given);
      return found.place < given ? await log.after(conversation, 0) : found;
    } catch (error) {
      // What was told because nothing can be read has to be read.
      if (passingIn(conversation).length === 0) throw error;
      return { activities: [], place: given };
    }
  };

  const since = async (conversation: string, watermark: string | null): Promise<Frame> => {
    const given = /^\d{1,15}$/.test(watermark ?? '') ? Number(watermark) : 0;
    const { activities, place } = await kept(conversation, given);
    return {
      activities: [...activities.map(onWire), ...passingIn(conversation)],
      watermark: String(place),
    };
  };

  const followers = createFollowers({ since, largest: log.largest, every: pollEvery });

  /** Dots are of the moment: once something follows them nobody who comes later should see them. */
  const show = (conversation: string, place: number, activity: WireActivity) => {
    passing.delete(conversation);
    followers.told(conversation, place, activity);
  };

  const forgetOver = () => {
    for (const conversation of passing.keys()) {
      if (passingIn(conversation).length > 0) return;
      passing.delete(conversation);
    }
  };

  const pass = (conversation: string, { id, timestamp: _, ...body }: Unsaid) => {
    forgetOver();
    const activity = onWire({ id, at: clock().getTime(), body });
    passing.set(conversation, [...passingIn(conversation), activity]);
    followers.passing(conversation, activity);
  };

  const of = (conversation: string): Transcript => ({
    async put(activity, only) {
      const { id, timestamp: _, ...body } = activity;
      if (activity.type === 'typing') {
        pass(conversation, activity);
        return true;
      }
      const said = await log.say({ conversation, id, body, now: clock().getTime(), only });
      if (said) show(conversation, said.place, onWire({ id, ...said, body }));
      return said !== null;
    },
    async drop(id) {
      const gone = await log.drop({ conversation, id, now: clock().getTime() });
      if (gone) show(conversation, gone.place, deletion(id, gone.at));
      return gone !== null;
    },
    pass: (activity) => pass(conversation, activity),
    has: async (id) => await log.has(conversation, id),
    since: async (watermark) => await since(conversation, watermark),
    follow: (watermark, reader) => followers.follow(conversation, watermark, reader),
  });

  return { of, close: followers.close };
};
