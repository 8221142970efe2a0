/** How many messages a bot may send to one conversation of Teams within how many ms (Microsoft's rate-limit page). */
export const teamsWindows: readonly (readonly [most: number, within: number])[] = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
];

/** Keeps a conversation's limits once the channel has said that they were passed. */
export interface SendWindows {
  /** How long to wait before the next message to a conversation, in ms; 0: it may go now. */
  wait: (conversation: string) => number;
  /** A message goes out now. */
  sent: (conversation: string) => void;
  /** The channel said "too many": from now on the windows are kept there. */
  limited: (conversation: string) => void;
}

interface Kept {
  times: number[];
  limited: boolean;
}

/** More conversations than these are not remembered; the longest silent goes first. */
const mostConversations = 10_000;

/** Counts what was sent, in memory. `now` counts ms from anywhere. */
export function createSendWindows(now: () => number, windows = teamsWindows): SendWindows {
  const conversations = new Map<string, Kept>();
  const longest = Math.max(...windows.map(([, within]) => within));
  const most = Math.max(...windows.map(([count]) => count));
  const keptOf = (conversation: string): Kept => {
    const kept = conversations.get(conversation) ?? { times: [], limited: false };
    conversations.delete(conversation);
    conversations.set(conversation, kept);
    const [oldest] = conversations.keys();
    if (conversations.size > mostConversations && oldest !== undefined) conversations.delete(oldest);
    return kept;
  };
  return {
    wait: (conversation) => {
      const { times, limited } = keptOf(conversation);
      if (!limited) return 0;
      const waits = windows.map(([count, within]) => (times.at(-count) ?? -Infinity) + within - now());
      return Math.max(0, ...waits);
    },
    sent: (conversation) => {
      const kept = keptOf(conversation);
      kept.times.push(now());
      kept.times = kept.times.slice(-most).filter((time) => time > now() - longest);
    },
    limited: (conversation) => {
      keptOf(conversation).limited = true;
    },
  };
}
