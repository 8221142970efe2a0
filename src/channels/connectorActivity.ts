import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** What only decorates is left out where it has another type: the SDK would fail on it when it answers. */
const word = z.string().optional().catch(undefined);
const moment = z.string().pipe(z.coerce.date()).optional().catch(undefined);

/** Answers go to the conversation, never into the answer of this call: there they could not be taken back. */
const usualDelivery = z.undefined().optional().catch(undefined);

const account = z.looseObject({ id: z.string().min(1), name: word, role: word, aadObjectId: word });

const conversation = z.looseObject({
  ...account.shape,
  conversationType: word,
  tenantId: word,
  isGroup: z.boolean().optional().catch(undefined),
});

const mention = z.looseObject({ type: z.literal('mention'), mentioned: account, text: z.string() });
const otherEntity = z.looseObject({ type: z.string().refine((type) => type !== 'mention') });

const entities = z
  .array(z.union([mention, otherEntity]).nullable().catch(null))
  .transform((all) => all.filter((each) => each !== null))
  .optional()
  .catch(undefined);

const attachments = z.array(z.looseObject({ contentType: z.string() }));

/** Absent, `null` and undefined are one: nothing. */
const orNothing = <T>(schema: z.ZodType<T>) => schema.nullish().transform((given) => given ?? undefined);

/**
 * What comes in at `POST /api/messages`, as the adapter may see it: who, where and what of the right types, the rest
 * as it was sent.
 */
export const connectorActivity = z
  .looseObject({
    type: z.string().min(1),
    id: orNothing(z.string()),
    channelId: z.string().min(1),
    serviceUrl: z.string().min(1),
    from: account,
    conversation,
    recipient: account.optional().catch(undefined),
    text: orNothing(z.string()),
    attachments: orNothing(attachments),
    membersAdded: orNothing(z.array(account)),
    membersRemoved: orNothing(z.array(account)),
    entities,
    replyToId: word,
    locale: word,
    localTimezone: word,
    timestamp: moment,
    localTimestamp: moment,
    expiration: moment,
    deliveryMode: usualDelivery,
  })
  .transform((read): unknown => read)
  .pipe(z.custom<Activity>());
