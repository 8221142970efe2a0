import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import { z } from 'zod';
import { TrailFault } from '../../errors.js';
import { vouched } from './activities.js';
import type { Conversation, Conversations } from './conversations.js';
import type { Transcripts } from './transcript.js';

/** The page's conversation, or the activity in it, is no longer there to be written to. */
export class DirectLineGone extends Error {
  override readonly name = 'DirectLineGone';
  readonly code: 'conversation' | 'activity';

  constructor(code: 'conversation' | 'activity') {
    super(`The ${code} is gone: the page was closed long ago or it was taken back. Send a new message.`);
    this.code = code;
  }
}

interface AdapterNeeds {
  conversations: Conversations;
  transcripts: Pick<Transcripts, 'of'>;
  randomId: () => string;
}

const keptActivity = z
  .looseObject({
    conversation: z.looseObject({ id: z.string() }),
    timestamp: z.string().pipe(z.coerce.date()),
  })
  .transform((read): { activity: unknown; conversation: string } => ({
    activity: read,
    conversation: read.conversation.id,
  }))
  .pipe(z.object({ activity: z.custom<Partial<Activity>>(), conversation: z.string() }));

/** Set on a turn that failed. */
const failing = Symbol('failing');
/** Set where nothing can be kept, so that it is not even tried: that would take its time. */
const unkept = Symbol('unkept');

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
  readonly #transcripts: Pick<Transcripts, 'of'>;
  readonly #randomId: () => string;

  constructor({ conversations, transcripts, randomId }: AdapterNeeds) {
    super();
    this.#conversations = conversations;
    this.#transcripts = transcripts;
    this.#randomId = randomId;
  }

  /** Runs the turn of an activity as it was kept. One that the page was never shown, for the process ended before, is
   * shown first. */
  async run(kept: unknown, logic: Logic): Promise<void> {
    const { activity, conversation } = keptActivity.parse(kept);
    const transcript = this.#transcripts.of(conversation);
    const { id, type = 'message', ...rest } = activity;
    if (type !== 'conversationUpdate' && id !== undefined && !(await transcript.has(id)))
      await transcript.put({ ...rest, id, type }, 'new');
    await this.process(activity, logic);
  }

  /** Runs one turn for an activity, through middleware; failures go to `onTurnError` if it is set. */
  process(activity: Partial<Activity>, logic: Logic): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), async (context) => {
      try {
        await logic(context);
      } catch (error) {
        context.turnState.set(failing, true);
        throw error;
      }
    });
  }

  /** Runs no turn but what is said when one fails, since the activity could not be kept. */
  async fail(activity: Partial<Activity>, why: unknown): Promise<void> {
    await this.process(activity, (context) => {
      context.turnState.set(unkept, true);
      return Promise.reject(new TrailFault(why));
    });
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) {
      const id = this.#randomId();
      if (shown.includes(activity.type) && !(await this.#tell(context, { ...activity, id })))
        throw new DirectLineGone('conversation');
      sent.push({ id });
    }
    return sent;
  }

  /** Says the activity anew, in its old place. */
  override async updateActivity(_: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    const { id } = activity;
    if (id !== undefined && (await this.#say(id, activity, 'known'))) return { id };
    await this.#find(activity);
    throw new DirectLineGone('activity');
  }

  /** Takes an activity back; one that is already gone is no error. */
  override async deleteActivity(_: TurnContext, reference: Partial<ConversationReference>): Promise<void> {
    const { activityId, conversation } = reference;
    if (activityId === undefined || !conversation) return;
    if (!(await this.#transcripts.of(conversation.id).drop(activityId))) await this.#find(reference);
  }

  /** Runs logic in a conversation without a message from the person: no turn of the queue, but at once. */
  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: Logic,
  ): Promise<void> {
    const base = {
      type: 'event',
      name: 'continueConversation',
      channelData: vouched(await this.#find(reference)),
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

  async #find({ conversation }: Pick<Partial<Activity>, 'conversation'>): Promise<Conversation> {
    const found = conversation ? await this.#conversations.look(conversation.id) : null;
    if (!found) throw new DirectLineGone('conversation');
    return found;
  }

  /** That a turn failed is told also where it cannot be kept: then to those who are here. */
  async #tell({ turnState }: TurnContext, activity: Partial<Activity> & { id: string }): Promise<boolean> {
    if (turnState.get(unkept) === true) return this.#pass(activity);
    try {
      return await this.#say(activity.id, activity, 'new');
    } catch (error) {
      if (turnState.get(failing) !== true) throw error;
      return this.#pass(activity);
    }
  }

  #pass({ id, type = 'message', conversation, ...rest }: Partial<Activity> & { id: string }): boolean {
    if (!conversation) return false;
    this.#transcripts.of(conversation.id).pass({ ...plain({ ...rest, conversation }), id, type });
    return true;
  }

  /** Web Chat holds an activity back until it has the one it replies to, so an answer to nothing names none. */
  async #say(id: string, activity: Partial<Activity>, only: 'new' | 'known'): Promise<boolean> {
    if (!activity.conversation) throw new DirectLineGone('conversation');
    const transcript = this.#transcripts.of(activity.conversation.id);
    const { replyToId, type = 'message', ...rest } = plain(activity);
    const known = replyToId !== undefined && replyToId !== id && (await transcript.has(replyToId));
    return await transcript.put({ ...rest, id, type, ...(known ? { replyToId } : {}) }, only);
  }
}
