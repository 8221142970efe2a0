import { idOf, type Step } from './nodes.js';

/** Where a request of the bot comes in. Whoever has no token of the bot's is answered by n8n itself, 401 or 403. */
export function webhook(path: string): Step {
  return {
    name: 'Webhook',
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2.1,
    parameters: {
      httpMethod: 'POST',
      path,
      authentication: 'jwtAuth',
      responseMode: 'responseNode',
      options: {},
    },
    more: { webhookId: idOf('webhook', path) },
  };
}

/** The only box that an admin edits. */
export function settingsBox(values: Readonly<Record<string, unknown>>): Step {
  const assignments = Object.entries(values).map(([name, value]) => ({
    id: idOf('setting', name),
    name,
    type: typeof value === 'string' ? 'string' : Array.isArray(value) ? 'array' : 'object',
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }));
  return {
    name: 'Settings',
    type: 'n8n-nodes-base.set',
    typeVersion: 3.4,
    parameters: { mode: 'manual', assignments: { assignments }, options: {} },
  };
}

/** Whether the check before it refused. */
export function allowedBox(): Step {
  const condition = {
    id: idOf('allowed'),
    leftValue: '={{ $json.refused === undefined }}',
    rightValue: '',
    operator: { type: 'boolean', operation: 'true', singleValue: true },
  };
  const options = { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 };
  return {
    name: 'Allowed?',
    type: 'n8n-nodes-base.if',
    typeVersion: 2.2,
    parameters: { conditions: { options, conditions: [condition], combinator: 'and' }, options: {} },
  };
}

/** Sends the item before it back, always as 200: any other status is trouble of n8n's own. */
export function answerBox(name: string): Step {
  return {
    name,
    type: 'n8n-nodes-base.respondToWebhook',
    typeVersion: 1.5,
    parameters: { respondWith: 'json', responseBody: '={{ $json }}', options: {} },
  };
}

/** A request whose answer comes back whole, whatever its status, and that follows no redirect. n8n adds the key. */
export function keyedRequest(
  name: string,
  {
    credential,
    timeout,
    ...parameters
  }: { credential: string; timeout: number; [parameter: string]: unknown },
): Step {
  return {
    name,
    type: 'n8n-nodes-base.httpRequest',
    typeVersion: 4.2,
    parameters: {
      ...parameters,
      authentication: 'predefinedCredentialType',
      nodeCredentialType: credential,
      options: {
        redirect: { redirect: { followRedirects: false } },
        response: { response: { fullResponse: true, neverError: true } },
        timeout,
      },
    },
  };
}

/** The line of boxes that every gateway is. */
export const gatewayLines = (asks: string) => ({
  Webhook: [['Settings']],
  Settings: [['Check request']],
  'Check request': [['Allowed?']],
  'Allowed?': [[asks], ['Refuse']],
  [asks]: [['Keep allowed']],
  'Keep allowed': [['Answer']],
});
