import { z } from 'zod';
import { type Reply, refusal } from './reply.js';

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .nullish()
    .transform((given) => given ?? undefined);

const works = (use: () => unknown) => {
  try {
    use();
    return true;
  } catch {
    return false;
  }
};

const isLocale = (tag: string) => works(() => new Intl.Locale(tag));
const isZone = (timeZone: string) => works(() => new Intl.DateTimeFormat('en', { timeZone }));

/** A locale or zone that Intl does not know is left out, not refused: it decides only how things are written. */
const knownTo = (isKnown: (given: string) => boolean) =>
  z.string().refine(isKnown).optional().catch(undefined);

const noChannelData: { clientActivityID?: string; clientTimestamp?: string; postBack?: boolean } = {};

const channelData = z
  .object({
    clientActivityID: z.string().min(1).max(256).optional().catch(undefined),
    clientTimestamp: z.string().max(64).optional().catch(undefined),
    postBack: z.boolean().optional().catch(undefined),
  })
  .nullish()
  .transform((given) => given ?? noChannelData);

const attachments = z
  .array(z.object({ name: text(256), contentType: z.string().max(256) }))
  .max(20)
  .nullish()
  .transform((given) => given ?? undefined);

/** A BCP 47 tag, or undefined. */
export const knownLocale = knownTo(isLocale);

const common = { locale: knownLocale, localTimezone: knownTo(isZone), channelData };

const activity = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('message'),
    text: text(262_144),
    textFormat: text(32),
    value: z.unknown().optional(),
    attachments,
  }),
  z.object({ ...common, type: z.literal('event'), name: text(256), value: z.unknown().optional() }),
  z.object({ ...common, type: z.literal('endOfConversation') }),
  z.object({ ...common, type: z.literal('typing') }),
]);

/**
 * What a page may post: of everything else it sends — who it is from, entities, links of attachments —
 * nothing is kept.
 */
export type Posted = z.infer<typeof activity>;

/** Reads a posted body as an activity, or refuses it with the first thing that is wrong. */
export const readPosted = (body: unknown): Posted | Reply => {
  const { success, data, error } = activity.safeParse(body);
  if (success) return data;
  const field = error.issues[0]?.path.join('.') || 'type';
  const hint =
    field === 'type'
      ? 'Its "type" must be message, event, typing or endOfConversation.'
      : `Its "${field}" has the wrong type or is too long.`;
  return refusal(400, 'BadArgument', `The activity could not be taken. ${hint}`);
};
