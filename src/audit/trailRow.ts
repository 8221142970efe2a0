import { z } from 'zod';

/** What a line of the trail can be about. */
export const events = [
  'asked',
  'sensitive_input',
  'read',
  'refused',
  'failed',
  'offered',
  'submitted',
  'created',
  'half_created',
  'declined',
  'switched_account',
  'pressed',
  'approval_asked',
  'approved',
  'rejected',
  'withdrawn',
  'lapsed',
  'bound',
  'triggered',
  'settings.reloaded',
  'audit.exported',
  'audit.pruned',
  'audit.erased',
  'audit.resolved',
  'audit.held',
  'audit.released',
] as const;
export type TrailEvent = (typeof events)[number];

/** A run of digits that long may be a card or an account number, whatever it stands in. */
const noNumber = (text: string): boolean => !/\d{13}/.test(text);
const form = (pattern: RegExp) => z.string().regex(pattern).refine(noNumber);

/** `answered`, `not_found`: the words of our own code. */
const code = form(/^[a-z][a-z0-9_]{0,39}$/);
/** `list_charges+create_coupon`, `card.showAgain`, `none`. */
const abilities = form(/^[a-z][A-Za-z0-9_.]*(\+[a-z][A-Za-z0-9_.]*)*$/).max(600);
/** `role:charges.read`, `refused_off_topic`, `card,cvc`. */
const reasons = form(/^[a-z][a-z0-9_.]*([:,][a-z][a-z0-9_.]*)*$/).max(120);
/** What comes from outside and is usually a code: whatever is none is not kept. */
const foreign = form(/^[\w.:-]{0,64}$/).catch('other');
const whole = z.number().nonnegative().transform(Math.round).pipe(z.int());
const instant = z.int().nonnegative();

/** Role names are the settings' own: what is no letter, digit or dash in them becomes one. */
const roles = z.string().transform((names) =>
  names
    .split(',')
    .map((name) =>
      name
        .trim()
        .replaceAll(/[^\p{L}\p{N}_.-]+/gu, '_')
        .slice(0, 40),
    )
    .filter(noNumber)
    .join(',')
    .slice(0, 400),
);

/** A line as it is handed in: metadata only, never a sentence, a name, an address or a row of Stripe. A field it does
 * not know, or a value that is not of its closed form, fails. */
export const trailRow = z.strictObject({
  /** Epoch milliseconds. */
  at: instant,
  event: z.enum(events),
  /** Whose doing it is: the caller's key, of which only a pseudonym is kept. */
  person: z.string(),
  /** The key of a second person whom it is about, kept the same way. */
  about: z.string().optional(),
  /** Tenant or portal. */
  tenant: foreign.optional(),
  channel: foreign,
  /** Role names, comma separated. */
  role: roles,
  account: foreign,
  /** The step's `do`, or the act of a card. */
  ability: abilities,
  outcome: code,
  reason: reasons.optional(),
  count: whole.optional(),
  stripeRequest: form(/^req_[A-Za-z0-9_]{1,60}$/)
    .optional()
    .catch(undefined),
  coupon: z
    .string()
    .regex(/^till-[0-9a-f]{16}$/)
    .optional(),
  recognisedBy: form(/^[a-z][a-z-]{0,19}$/).optional(),
  /** The model that was asked, the tokens of question and answer together, and how long it took in ms. */
  model: form(/^[\w./:~-]{1,80}$/)
    .optional()
    .catch('other'),
  tokens: whole.optional(),
  latency: whole.optional(),
  correlation: form(/^[\w-]{0,64}$/),
});

/** One line of the trail as it is handed in. */
export type TrailRow = z.input<typeof trailRow>;
