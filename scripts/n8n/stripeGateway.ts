import type { Permission } from '../../src/access/permission.js';
import { allowedCalls, allowedChecks } from '../../src/stripe/allowedCalls.js';
import { fieldList } from '../../src/stripe/leaves/fieldList.js';
import { allowedBox, answerBox, gatewayLines, keyedRequest, settingsBox, webhook } from './boxes.js';
import { codeNode } from './codeNode.js';
import { type Workflow, workflowOf } from './nodes.js';

/** Which account a gateway is for. */
export interface StripeGateway {
  account: string;
  mode: 'test' | 'live';
  /** What each role may do in this account, by n8n's own table. */
  roles: Readonly<Record<string, readonly Permission[]>>;
  /** A connected account's id, where the key is a platform's. */
  stripeAccount?: string;
  stripeBaseUrl?: string;
}

/** The workflow that asks Stripe for the bot, for one account. */
export function stripeGateway(gateway: StripeGateway): Workflow {
  const { account, mode, roles, stripeAccount = '', stripeBaseUrl = 'https://api.stripe.com' } = gateway;
  const path = `tillkeeper-stripe-${account}`;
  return workflowOf({
    name: `Tillkeeper: Stripe for ${account}`,
    steps: [
      webhook(path),
      settingsBox({ account, mode, stripeBaseUrl, stripeAccount, roles }),
      codeNode({
        name: 'Check request',
        file: 'checkRequest',
        tables: { calls: allowedCalls, checks: allowedChecks },
        gives: `[{ json: checkRequest($('Webhook').first().json, $('Settings').first().json, tables, Math.floor(Date.now() / 1000)) }]`,
      }),
      allowedBox(),
      keyedRequest('Stripe', {
        credential: 'stripeApi',
        timeout: 8000,
        method: '={{ $json.method }}',
        url: '={{ $json.url }}',
        sendHeaders: true,
        specifyHeaders: 'json',
        jsonHeaders: '={{ JSON.stringify($json.headers) }}',
        sendBody: true,
        contentType: 'raw',
        rawContentType: 'application/x-www-form-urlencoded',
        body: '={{ $json.body }}',
      }),
      codeNode({
        name: 'Keep allowed',
        file: 'keepAllowed',
        tables: { fields: fieldList() },
        gives: `[{ json: keepAllowed($input.first().json, $('Check request').first().json, $('Settings').first().json, tables) }]`,
      }),
      answerBox('Answer'),
      answerBox('Refuse'),
    ],
    lines: gatewayLines('Stripe'),
    note: noteFor(account, mode),
  });
}

function noteFor(account: string, mode: string): string {
  return `## Asks Stripe for Tillkeeper, account "${account}" (${mode})
1. Box **Webhook**: choose a credential of type JWT Auth (passphrase, HS256) that holds N8N_GATEWAY_SECRET.
2. Box **Stripe**: choose the Stripe credential of this account, a restricted key, with "Allowed HTTP Request Domains" set to api.stripe.com.
3. Box **Settings**: look through \`roles\`. Who has a role here and at the bot may; who has it at one of them only may not.
4. Publish. Leave the settings of the workflow as they are: nothing of what passes is kept.

Made by \`npm run n8n\`. Change nothing in the Code boxes: make the file anew when Tillkeeper is updated. More: docs/n8n.md`;
}
