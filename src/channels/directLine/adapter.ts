import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { vouched } from './activities.js';
import type { Conversation, Conversations } from './conversations.js';

/** The page's conversation, or the activity in it, is no longer there to be written to. */
export class DirectLineGone extends Error {
  override readonly name = 'DirectLineGone';
  readonly code: 'conversation' | 'activity';

  constructor(code: 'conversation' | 'activity') {
    super(`The ${code} is gone: the page was closed long ago or it was taken back. Send a new message.`);
    this.code = code;
  }
}

type Logic = (context: TurnContext) => Promise<void>;

/** What a page is shown; traces, invoke answers and the like stay with us. */
const shown: unknown[] = ['message', 'typing', 'event', 'endOfConversation'];

/** An activity as plain JSON, apart from the bot's own object, which it may go on changing. */
const plain = (activity: Partial<Activity>): Partial<Activity> => JSON.parse(JSON.stringify(activity));

/**
 * Bot Framework's adapter for the embedded Direct Line: what the bot sends, updates or deletes goes to the
 * conversation's transcript, and from there to the page. Every verb throws `DirectLineGone` where nobody
 * can read it any more.
 */
export class DirectLineAdapter extends BotAdapter {
  readonly #conversations: Conversations;
  readonly #randomId: () => string;

  constructor(conversations: Conversations, randomId: () => string) {
    super();
    this.#conversations = conversations;
    this.#randomId = randomId;
  }

  /** Runs one turn for an activity, through middleware; failures go to `onTurnError` if it is set. */
  process(activity: Partial<Activity>, logic: Logic): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(
    _: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return activities.map((activity) => {
      const id = this.#randomId();
      if (shown.includes(activity.type)) this.#say(id, activity);
      return { id };
    });
  }

  /** Says the activity anew, in its old place. */
  override async updateActivity(_: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const { id } = activity;
    if (id === undefined || !this.#find(activity).transcript.has(id)) throw new DirectLineGone('activity');
    this.#say(id, activity);
    return { id };
  }

  /** Takes an activity back; one that is already gone is no error. */
  override async deleteActivity(_: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    if (reference.activityId !== undefined) this.#find(reference).transcript.drop(reference.activityId);
  }

  /** Runs logic in a conversation without a message from the person: no turn of the queue, but at once. */
  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: Logic,
  ): Promise<void> {
    const base = {
      type: 'event',
      name: 'continueConversation',
      channelData: vouched(this.#find(reference)),
    };
    await this.process(TurnContext.applyConversationReference(base, reference, true), logic);
  }

  /** As `continueConversation`; who asks and the audience mean nothing on this channel. */
  override async continueConversationAsync(
    _who: unknown,
    reference: Partial<ConversationReference>,
    audienceOrLogic: string | Logic,
    logic?: Logic,
  ): Promise<void> {
    const run = typeof audienceOrLogic === 'string' ? logic : audienceOrLogic;
    if (run) await this.continueConversation(reference, run);
  }

  #find({ conversation }: Pick<Partial<ConversationReference>, 'conversation'>): Conversation {
    const found = conversation ? this.#conversations.find(conversation.id) : null;
    if (!found) throw new DirectLineGone('conversation');
    return found;
  }

  /** Web Chat holds an activity back until it has the one it replies to, so an answer to nothing names none. */
  #say(id: string, activity: Partial<Activity>): void {
    const { transcript } = this.#find(activity);
    const { replyToId, type = 'message', ...rest } = plain(activity);
    const known = replyToId !== undefined && replyToId !== id && transcript.has(replyToId);
    transcript.put({ ...rest, id, type, ...(known ? { replyToId } : {}) });
  }
}
