/** An activity as it goes over the wire: plain JSON, times as ISO 8601. */
export interface WireActivity {
  id: string;
  type: string;
  timestamp: string;
  [field: string]: unknown;
}

/** An activity before the transcript gave it its time. */
export interface Unsaid {
  id: string;
  type: string;
  [field: string]: unknown;
}

/** A piece of a transcript, as a poll or the stream hands it out. */
export interface Frame {
  activities: WireActivity[];
  watermark: string;
}

/** What was said in one conversation, as far as a page may still read it. */
export interface Transcript {
  /**
   * Says an activity, or says it anew if its id is known: with its first timestamp, for Web Chat replaces
   * what has the same id and sorts by time.
   */
  put(activity: Unsaid): void;
  /** Forgets an activity and tells the readers with a `messageDelete`. */
  drop(id: string): void;
  has(id: string): boolean;
  /** All that came after a watermark; everything for one that is missing or not of this transcript. */
  since(watermark: string | null): Frame;
  /** Hands every later frame to the reader at once; the answer ends that. */
  follow(reader: (frame: Frame) => void): () => void;
}

interface Entry {
  place: number;
  activity: WireActivity;
}

/** An activity of ours only, unknown to Bot Framework: the page's middleware turns it into a deletion. */
const deletion = (id: string, timestamp: string): WireActivity => ({
  type: 'messageDelete',
  id: `${id}-deleted`,
  timestamp,
  value: { activityId: id },
});

/** Makes an empty transcript in memory that keeps the last `limit` activities. */
export const createTranscript = ({ limit, clock }: { limit: number; clock: () => Date }): Transcript => {
  const entries = new Map<string, Entry>();
  const readers = new Set<(frame: Frame) => void>();
  let place = 0;
  let latest = 0;

  /** Strictly rising, so that order by time is the order of saying even within a millisecond. */
  const nextTime = () => {
    latest = Math.max(latest + 1, clock().getTime());
    return new Date(latest).toISOString();
  };

  const trim = () => {
    for (const [id] of entries) {
      if (entries.size <= limit) return;
      entries.delete(id);
    }
  };

  const tell = (activity: WireActivity) => {
    place += 1;
    entries.delete(activity.id);
    entries.set(activity.id, { place, activity });
    trim();
    for (const reader of readers) reader({ activities: [activity], watermark: String(place) });
  };

  /** Dots are of the moment: once something follows them nobody who comes later should see them. */
  const endTyping = () => {
    for (const [id, { activity }] of entries) if (activity.type === 'typing') entries.delete(id);
  };

  return {
    put(activity) {
      endTyping();
      const timestamp = entries.get(activity.id)?.activity.timestamp ?? nextTime();
      tell({ ...activity, timestamp });
    },
    drop(id) {
      if (entries.delete(id)) tell(deletion(id, nextTime()));
    },
    has: (id) => entries.has(id),
    since(watermark) {
      const given = /^\d{1,15}$/.test(watermark ?? '') ? Number(watermark) : 0;
      const after = given > place ? 0 : given;
      const later = [...entries.values()].filter((entry) => entry.place > after);
      const told = after === 0 ? later.filter(({ activity }) => activity.type !== 'messageDelete') : later;
      return { activities: told.map(({ activity }) => activity), watermark: String(place) };
    },
    follow(reader) {
      readers.add(reader);
      return () => readers.delete(reader);
    },
  };
};
