import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder';
import { mountWebChat } from '../../../src/channels/webChat/routes.js';
import { startLine } from '../directLine/line.js';

const people = [
  { id: 'admin', name: 'Admin', what: 'May do everything, in both stores' },
  { id: 'analyst', name: 'Analyst', what: 'Sees charges, customers, coupons, balances' },
  { id: 'support', name: 'Support', what: 'Looks up charges and customers' },
  { id: 'marketing', name: 'Marketing', what: 'Makes coupons' },
  { id: 'compliance', name: 'Compliance', what: 'Reads the trail' },
  { id: 'approver', name: 'Approver', what: 'Approves large coupons' },
  { id: 'guest', name: 'Guest', what: 'May do nothing' },
];

/** A page with hostile words in it, beside ordinary ones. */
export const page = {
  title: 'Tillkeeper',
  people,
  examples: [
    'show me the last 10 charges and create a 15% off coupon for first-time customers, expiring in 30 days',
    'what is our balance?',
    'what does "disputed" mean? </script><b>',
  ],
};

const row = (amount: string, status: string, color: string, detail: string) => ({
  type: 'ColumnSet',
  spacing: 'medium',
  columns: [
    {
      type: 'Column',
      width: 'stretch',
      items: [
        { type: 'TextBlock', text: status, color, weight: 'bolder', wrap: true },
        { type: 'TextBlock', text: detail, isSubtle: true, size: 'small', spacing: 'none', wrap: true },
      ],
    },
    {
      type: 'Column',
      width: 'auto',
      items: [{ type: 'TextBlock', text: amount, horizontalAlignment: 'right', weight: 'bolder' }],
    },
  ],
});

const listCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Last 10 charges', style: 'heading', wrap: true },
    { type: 'TextBlock', text: '8 succeeded, 1 refunded, 1 failed', wrap: true, spacing: 'small' },
    { type: 'TextBlock', text: 'Net $1,240.50 and €89.00', wrap: true, isSubtle: true, spacing: 'none' },
    { ...row('$120.00', 'Succeeded', 'good', '21 Nov, 14:03, Visa •••• 4242'), separator: true },
    row('−$40.00 of $80.00', 'Partly refunded', 'warning', '20 Nov, 09:12, Mastercard •••• 4444'),
    row('€89.00', 'Failed', 'attention', '19 Nov, 18:40, Visa •••• 0341'),
    row('¥5,400', 'Uncaptured', 'accent', '19 Nov, 08:01, JCB •••• 0505'),
    {
      type: 'TextBlock',
      text: 'Main store · Test · 14:05 · gone in 10 min',
      isSubtle: true,
      size: 'small',
      separator: true,
      spacing: 'medium',
      wrap: true,
    },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Next 10', data: { act: 'next' } },
    { type: 'Action.Submit', title: 'show me the last 10 charges of first-time customers', data: {} },
  ],
};

const formCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Create this coupon?', style: 'heading', wrap: true },
    { type: 'TextBlock', text: '15 % off, once', wrap: true, spacing: 'small' },
    {
      type: 'FactSet',
      facts: [
        { title: 'Who', value: 'first-time customers' },
        { title: 'Until', value: '22 Dec 2026, 23:59 (Berlin)' },
        { title: 'Code', value: 'made by Stripe' },
      ],
    },
    {
      type: 'Container',
      style: 'emphasis',
      items: [{ type: 'TextBlock', text: 'Applies to subscriptions, invoices and Checkout.', wrap: true }],
    },
    {
      type: 'Input.Text',
      id: 'name',
      label: 'Name',
      placeholder: 'Winter welcome',
      isRequired: true,
      errorMessage: 'A name is needed.',
    },
    { type: 'Input.Number', id: 'percent', label: 'Percent off', value: 15, min: 1, max: 100 },
    {
      type: 'Input.ChoiceSet',
      id: 'duration',
      label: 'How long',
      value: 'once',
      choices: [
        { title: 'Once', value: 'once' },
        { title: 'Forever', value: 'forever' },
      ],
    },
    { type: 'Input.Toggle', id: 'first', title: 'First-time customers only', value: 'true' },
    { type: 'Input.Date', id: 'until', label: 'Until', value: '2026-12-22' },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Create coupon', style: 'positive', data: { act: 'create' } },
    { type: 'Action.Submit', title: 'Adjust', associatedInputs: 'none', data: { act: 'adjust' } },
    {
      type: 'Action.Submit',
      title: 'Do not create',
      style: 'destructive',
      associatedInputs: 'none',
      data: { act: 'decline' },
    },
  ],
};

const card = (content: object) => MessageFactory.attachment(CardFactory.adaptiveCard(content));

/** Answers by echo; a few words show what a bot can do to what it said. */
export const echo = async (context: TurnContext): Promise<void> => {
  const { type, text = '', value, from } = context.activity;
  if (type === 'conversationUpdate') {
    await context.sendActivity(`Hello ${from.name}.`);
  } else if (text === 'form' || text.startsWith('show me')) {
    await context.sendActivity(card(listCard));
    await context.sendActivity(card(formCard));
  } else if (text === 'change') {
    const sent = await context.sendActivity('a draft');
    await context.updateActivity({ ...MessageFactory.text('the final word'), id: sent?.id });
  } else if (text === 'unsay') {
    const sent = await context.sendActivity('a secret');
    await context.sendActivity('it was here');
    await context.deleteActivity(sent?.id ?? '');
  } else if (text === 'suggest') {
    await context.sendActivity(
      MessageFactory.suggestedActions(['Charges', 'Coupons'], 'Which data do you mean?'),
    );
  } else if (value) {
    await context.sendActivity(`submitted ${value.act} ${value.name ?? ''}`);
  } else {
    await context.sendActivity({ type: 'message', textFormat: 'plain', text: `echo ${text}` });
  }
};

/** The page on loopback, with the echo bot behind it. */
export const startPage = () =>
  startLine(
    echo,
    { portals: [{ id: 'demo', secret: null, origins: [], people: people.map(({ id }) => id) }] },
    (server) => mountWebChat(server, { page }),
  );
