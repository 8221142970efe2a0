import { settingsFile } from '../../src/settingsFile.js';
import { stateLapse } from '../../src/store/botState.js';
import { abilityLapse } from '../../src/store/channelAbilities.js';
import { answersKeptFor, deliveriesKeptFor } from '../../src/store/deliveries.js';
import { activitiesKept } from '../../src/store/directLineLog.js';
import { talkLimits } from '../../src/store/directLineTalks.js';
import { idsKeptFor } from '../../src/store/inboxLog.js';

/** What one table of the database holds, and when it goes. */
export interface TableLapse {
  table: string;
  holds: string;
  /** In clear, sealed, or which of it is which. */
  form: string;
  gone: string;
  /** After how many ms nothing is left that nobody touched; `null` where rows do not go by their age alone. */
  after: number | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const hours = (length: number): string => `${length / (60 * minute)} hours`;
const days = (length: number): string => (length === day ? 'a day' : `${length / day} days`);

const account = { id: 'main', label: 'Main', mode: 'test', key: 'env:KEY' };
const { cards, confirmation, trail } = settingsFile.parse({ accounts: [account], roles: {}, people: [] });

const shown = cards.takeBackAfterMinutes * minute;
const offered = confirmation.lapseAfterMinutes * minute;
const unseen = 90 * day;

/** Every table of the database, as the privacy page tells it. */
export const tableLapses: readonly TableLapse[] = [
  {
    table: 'expiry',
    holds: 'Which card to take back: ids, its kind, when',
    form: 'in clear',
    gone: `when it is taken back: \`cards.takeBackAfterMinutes\`, ${cards.takeBackAfterMinutes} unless set; or after 12 tries`,
    after: shown,
  },
  {
    table: 'question',
    holds: 'The question of such a card, for Show again',
    form: 'sealed',
    gone: `${days(day)} after the card`,
    after: shown + day,
  },
  {
    table: 'bot_state',
    holds:
      'The last question of a conversation and the ids of the rows shown, for “and the failed ones?”; which account is chosen; which coupon cards are open, and what a form held',
    form: 'questions, rows and forms sealed; the account, ids and random numbers in clear',
    gone: `${days(stateLapse)} after the last question; the question is used for as many minutes as cards stay`,
    after: stateLapse,
  },
  {
    table: 'confirmation',
    holds: 'A coupon on offer: its terms, who asked, their role, the account, what became of it, its code',
    form: 'the terms, with name and customer, sealed; the rest in clear, the person by the channel’s id of them',
    gone: `${days(day)} after it was settled or lapsed; one whose outcome nobody knows, 30 days after`,
    after: offered + day,
  },
  {
    table: 'approval_card',
    holds: 'Where the cards of a coupon stand that a second person approves: ids, a pseudonym',
    form: 'in clear',
    gone: 'with the coupon on offer',
    after: offered + day,
  },
  {
    table: 'conversation_reference',
    holds:
      'Where somebody can be reached: the channel’s ids of conversation, person and tenant, time zone, language',
    form: 'sealed; the id of the conversation, a pseudonym and whether they may approve in clear',
    gone: `${days(unseen)} after the last message there`,
    after: unseen,
  },
  {
    table: 'bound_conversation',
    holds: 'Where the conversations are that the settings call by a name',
    form: 'sealed; the name in clear',
    gone: 'when the name is bound to another one',
    after: null,
  },
  {
    table: 'inbox',
    holds: 'A message that was accepted, and its id, to know it again when it is sent twice',
    form: 'the message sealed, the ids of it and its conversation as digests',
    gone: `the message when it is answered, its id ${days(idsKeptFor)} later`,
    after: idsKeptFor,
  },
  {
    table: 'lane',
    holds: 'Which process is at work on which conversation: their ids, and until when',
    form: 'in clear',
    gone: `when nothing waits there, at the latest after ${days(idsKeptFor)}`,
    after: idsKeptFor,
  },
  {
    table: 'delivery',
    holds:
      'What a trigger sent, to know it again when it is sent twice: which task and account, and the masked answer',
    form: 'the task and the answer sealed, the ids of it and of what was sent as digests',
    gone: `the task when its card is sent, the answer ${answersKeptFor / minute} minutes after it was asked for, the rest ${days(deliveriesKeptFor)} after`,
    after: deliveriesKeptFor,
  },
  {
    table: 'direct_line_talk',
    holds: 'A conversation on a portal page: which portal vouches for whom, by id and name',
    form: 'sealed; the id of the conversation and when it was used in clear',
    gone: `${hours(talkLimits.idle)} after the page was closed, or when there are ${talkLimits.conversations} newer ones`,
    after: talkLimits.idle,
  },
  {
    table: 'direct_line_activity',
    holds: `What such a page shows: the last ${activitiesKept} messages and cards of a conversation`,
    form: 'sealed; ids and times in clear',
    gone: 'a card when it is taken back or replaced, all with the conversation',
    after: talkLimits.idle,
  },
  {
    table: 'channel_ability',
    holds: 'Whether a channel takes cards back: its name and address',
    form: 'in clear',
    gone: `${days(abilityLapse)} after it was tried`,
    after: abilityLapse,
  },
  {
    table: 'trail',
    holds:
      'The trail: when, a pseudonym, role, account, what, outcome, count, Stripe’s request id, model, tokens, time. No names, sentences or rows',
    form: 'in clear',
    gone: `after \`trail.keepDays\` days, ${trail.keepDays} unless set, but for rows that a hold exempts`,
    after: null,
  },
  {
    table: 'trail_before',
    holds: 'Rows of the trail as an older version wrote them',
    form: 'in clear',
    gone: 'when the process starts: then they are rows of the trail',
    after: null,
  },
  {
    table: 'trail_checkpoint',
    holds: 'Signatures of the trail: numbers, times and digests',
    form: 'in clear',
    gone: 'with the rows of the trail that they sign',
    after: null,
  },
  {
    table: 'trail_hold',
    holds: 'Which days of the trail are held back from deletion',
    form: 'in clear',
    gone: 'never',
    after: null,
  },
  {
    table: 'person',
    holds: 'Who a pseudonym of the trail is: the channel’s id of a person',
    form: 'sealed; the pseudonym and a keyed digest in clear',
    gone: 'when that person is erased, or with the last row of the trail that names them',
    after: null,
  },
  {
    table: 'migration',
    holds: 'Which version’s tables these are: a number',
    form: 'in clear',
    gone: 'never',
    after: null,
  },
];

/** The database's part of the privacy page, as a Markdown table. */
export function lapseTable(): string {
  const head = ['table', 'what it holds', 'in clear or sealed', 'gone'];
  const rows = tableLapses.map(({ table, holds, form, gone }) => [`\`${table}\``, holds, form, gone]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
