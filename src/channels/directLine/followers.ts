import type { Frame, WireActivity } from './frame.js';

type Reader = (frame: Frame) => void;

/** The readers that wait for what comes, each with its own watermark. */
export interface Followers {
  /** Hands a reader what came after its watermark, and every later frame; the answer ends that. */
  follow: (conversation: string, watermark: string | null, reader: Reader) => () => void;
  /** This process told an activity: its readers have it at once. */
  told: (conversation: string, place: number, activity: WireActivity) => void;
  /** What has no place, as that the bot is typing. */
  passing: (conversation: string, activity: WireActivity) => void;
  /** Nobody is told anything any more. */
  close: () => void;
}

export interface FollowerNeeds {
  since: (conversation: string, watermark: string | null) => Promise<Frame>;
  /** The largest place of each conversation that has any. */
  largest: (conversations: readonly string[]) => Promise<Map<string, number>>;
  /** How often it is asked what other processes have told, in ms; never while nobody reads. */
  every: number;
}

/** Makes the readers, of whom there are none yet. */
export const createFollowers = ({ since, largest, every }: FollowerNeeds): Followers => {
  const open = new Map<string, Set<Follower>>();
  let timer: NodeJS.Timeout | null = null;
  let asking = false;

  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      for (const [conversation, place] of await largest([...open.keys()]))
        for (const each of open.get(conversation) ?? []) each.upTo(place);
    } catch {
      // Who cannot be asked now is asked again soon; that the database is away is told by /readyz.
    } finally {
      asking = false;
    }
  };

  const close = () => {
    if (timer) clearInterval(timer);
    timer = null;
    for (const readers of open.values()) for (const each of readers) each.end();
    open.clear();
  };

  const leave = (conversation: string, follower: Follower) => {
    follower.end();
    const readers = open.get(conversation);
    readers?.delete(follower);
    if (readers?.size === 0) open.delete(conversation);
    if (open.size === 0) close();
  };

  return {
    follow: (conversation, watermark, reader) => {
      const follower = createFollower(async (after) => await since(conversation, after), watermark, reader);
      open.set(conversation, (open.get(conversation) ?? new Set()).add(follower));
      timer ??= setInterval(() => void ask(), every).unref();
      follower.upTo(Number.POSITIVE_INFINITY);
      return () => leave(conversation, follower);
    },
    told: (conversation, place, activity) => {
      for (const each of open.get(conversation) ?? []) each.told(place, activity);
    },
    passing: (conversation, activity) => {
      for (const each of open.get(conversation) ?? []) each.passing(activity);
    },
    close,
  };
};

interface Follower {
  told: (place: number, activity: WireActivity) => void;
  passing: (activity: WireActivity) => void;
  /** Somebody told something up to this place. */
  upTo: (place: number) => void;
  end: () => void;
}

/** One reader: every place is told once, in order. What is next goes to it at once, anything else is looked up. */
function createFollower(
  since: (watermark: string | null) => Promise<Frame>,
  from: string | null,
  reader: Reader,
): Follower {
  let watermark = from;
  let place = -1;
  let looking = false;
  let again = false;
  let over = false;

  const hand = (frame: Frame) => {
    watermark = frame.watermark;
    place = Number(watermark);
    if (frame.activities.length > 0) reader(frame);
  };

  const look = async () => {
    again = true;
    if (looking) return;
    looking = true;
    while (again && !over) {
      again = false;
      try {
        const frame = await since(watermark);
        if (!over) hand(frame);
      } catch {
        // The next question what is new finds that something is missing here.
      }
    }
    looking = false;
  };

  return {
    told: (at, activity) => {
      if (!looking && at === place + 1) hand({ activities: [activity], watermark: String(at) });
      else if (looking || at > place) void look();
    },
    passing: (activity) => {
      if (looking) again = true;
      else reader({ activities: [activity], watermark: watermark ?? '0' });
    },
    upTo: (at) => {
      if (at > place) void look();
    },
    end: () => {
      over = true;
    },
  };
}
