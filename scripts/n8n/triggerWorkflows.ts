import { taskNames } from '../../src/triggers/tasks.js';
import { settingsBox } from './boxes.js';
import { codeNode } from './codeNode.js';
import { type Step, type Workflow, workflowOf } from './nodes.js';

const byHand: Step = {
  name: 'By hand',
  type: 'n8n-nodes-base.manualTrigger',
  typeVersion: 1,
  parameters: {},
};

/** On weekdays at seven in the time zone of the n8n. */
const onSchedule: Step = {
  name: 'Schedule',
  type: 'n8n-nodes-base.scheduleTrigger',
  typeVersion: 1.2,
  parameters: { rule: { interval: [{ field: 'cronExpression', expression: '0 7 * * 1-5' }] } },
};

const byAnother: Step = {
  name: 'Called by another workflow',
  type: 'n8n-nodes-base.executeWorkflowTrigger',
  typeVersion: 1.1,
  parameters: {
    inputSource: 'workflowInputs',
    workflowInputs: {
      values: [
        { name: 'task', type: 'string' },
        { name: 'account', type: 'string' },
        { name: 'conversation', type: 'string' },
        { name: 'count', type: 'number' },
        { name: 'days', type: 'number' },
      ],
    },
  },
};

/** What the boxes behind every start have in common: write the delivery, sign it, send it. */
function sending(items: string, settings: Readonly<Record<string, string>>): Step[] {
  return [
    settingsBox(settings),
    codeNode({
      name: 'Delivery',
      file: 'delivery',
      tables: { tasks: taskNames },
      gives: `delivery(${items}, $('Settings').first().json, { ...tables, execution: $execution.id, workflow: $workflow.id, now: Math.floor(Date.now() / 1000) }).map((json) => ({ json }))`,
    }),
    {
      name: 'Sign',
      type: 'n8n-nodes-base.crypto',
      typeVersion: 2,
      parameters: {
        action: 'hmac',
        type: 'SHA256',
        value: '={{ $json.signed }}',
        dataPropertyName: 'signature',
        encoding: 'hex',
      },
    },
    {
      name: 'Ask Tillkeeper',
      type: 'n8n-nodes-base.httpRequest',
      typeVersion: 4.2,
      parameters: {
        method: 'POST',
        url: '={{ $json.url }}',
        authentication: 'none',
        sendHeaders: true,
        specifyHeaders: 'json',
        jsonHeaders:
          "={{ JSON.stringify({ 'x-till-timestamp': $json.timestamp, 'x-till-signature': 'v1=' + $json.signature }) }}",
        sendBody: true,
        contentType: 'raw',
        rawContentType: 'application/json',
        body: '={{ $json.body }}',
        options: { redirect: { redirect: { followRedirects: false } }, timeout: 20_000 },
      },
      // Sent again with the same id and time. What still fails then fails the execution, so that an error workflow hears.
      more: { retryOnFail: true, maxTries: 3, waitBetweenTries: 5000 },
    },
  ];
}

const linesFrom = (...starts: string[]) => ({
  ...Object.fromEntries(starts.map((start) => [start, [['Settings']]])),
  Settings: [['Delivery']],
  Delivery: [['Sign']],
  Sign: [['Ask Tillkeeper']],
});

const botUrl = 'https://tillkeeper.example';

/** Asks for the balance each weekday, to a conversation of the bot's settings. */
export function dailySummary(settings: Readonly<Record<string, string>> = {}): Workflow {
  const usual = {
    botUrl,
    trigger: 'daily-summary',
    task: 'balance_summary',
    account: 'main',
    conversation: 'finance-team',
  };
  return workflowOf({
    name: 'Tillkeeper: daily summary',
    steps: [
      onSchedule,
      byHand,
      ...sending("$('Settings').all().map(({ json }) => json)", { ...usual, ...settings }),
    ],
    lines: linesFrom('Schedule', 'By hand'),
    note: noteFor('Asks Tillkeeper for a summary on weekdays at seven'),
  });
}

/** For other workflows: they give a task, and get the masked summary or see it arrive in a conversation. */
export function onDemand(settings: Readonly<Record<string, string>> = {}): Workflow {
  const starts = `$('${byAnother.name}').all().map(({ json }) => json)`;
  return workflowOf({
    name: 'Tillkeeper: on demand',
    steps: [byAnother, ...sending(starts, { botUrl, trigger: 'on-demand', account: 'main', ...settings })],
    lines: linesFrom(byAnother.name),
    note: noteFor('Asks Tillkeeper for what another workflow wants to know'),
  });
}

function noteFor(what: string): string {
  return `## ${what}
1. Box **Sign**: choose a credential of type Crypto whose HMAC secret is the one of this trigger in Tillkeeper's settings.
2. Box **Settings**: the bot's address, the trigger's name, the account. Tasks: ${taskNames.join(', ')}. Without \`conversation\` the masked summary comes back here.
3. Workflow settings: choose an error workflow that tells an admin. Whatever Tillkeeper refuses fails the execution.
4. Publish. Leave the other settings as they are: nothing of what passes is kept.

Made by \`npm run n8n\`. More: docs/n8n.md`;
}
