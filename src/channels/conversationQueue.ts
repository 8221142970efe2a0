/** Runs turns one at a time per conversation, in the order they came; conversations do not wait for each other. */
export interface ConversationQueue {
  /** Puts a turn in line. Resolves when it has ended, however it ended: a failure goes to `failed` only. */
  add(conversation: string, turn: () => Promise<void>): Promise<void>;
  /** How many turns of the conversation are under way or in line. */
  waiting(conversation: string): number;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

/** What a turn's failure is told to; it must not throw. */
export type TurnFailed = (error: unknown, conversation: string) => void;

/** Makes an empty queue, held in memory: what is in line when the process dies is not remembered here. */
export const createConversationQueue = (failed: TurnFailed): ConversationQueue => {
  const lines = new Map<string, { last: Promise<void>; length: number }>();

  const add = (conversation: string, turn: () => Promise<void>) => {
    const line = lines.get(conversation) ?? { last: Promise.resolve(), length: 0 };
    lines.set(conversation, line);
    line.length += 1;
    line.last = line.last
      .then(turn)
      .catch((error: unknown) => failed(error, conversation))
      .finally(() => {
        line.length -= 1;
        if (line.length === 0) lines.delete(conversation);
      });
    return line.last;
  };

  const idle = async () => {
    while (lines.size > 0) await Promise.all([...lines.values()].map(({ last }) => last));
  };

  return { add, waiting: (conversation) => lines.get(conversation)?.length ?? 0, idle };
};
