import { createModelRequest } from '../../src/recognition/modelRequest.js';
import { defaultModels } from '../../src/recognition/modelSettings.js';
import { allowedBox, answerBox, gatewayLines, keyedRequest, settingsBox, webhook } from './boxes.js';
import { codeNode } from './codeNode.js';
import { type Workflow, workflowOf } from './nodes.js';

/** Which models a gateway asks. */
export interface OpenRouterGateway {
  models?: readonly string[];
  openRouterBaseUrl?: string;
}

/** A system turn, the person's, a plan that was none and what is wrong with it, and some more. */
const mostMessages = 8;

/** The workflow that asks OpenRouter for the bot. */
export function openRouterGateway(gateway: OpenRouterGateway = {}): Workflow {
  const { models = defaultModels, openRouterBaseUrl = 'https://openrouter.ai/api/v1' } = gateway;
  return workflowOf({
    name: 'Tillkeeper: OpenRouter',
    steps: [
      webhook('tillkeeper-openrouter'),
      settingsBox({ openRouterBaseUrl, models }),
      codeNode({
        name: 'Check request',
        file: 'checkModel',
        tables: modelTables(),
        gives: `[{ json: checkModel($('Webhook').first().json, $('Settings').first().json, tables, Math.floor(Date.now() / 1000)) }]`,
      }),
      allowedBox(),
      keyedRequest('OpenRouter', {
        credential: 'openRouterApi',
        timeout: 20_000,
        method: 'POST',
        url: '={{ $json.url }}',
        sendBody: true,
        contentType: 'json',
        specifyBody: 'json',
        jsonBody: '={{ JSON.stringify($json.request) }}',
      }),
      codeNode({
        name: 'Keep allowed',
        file: 'keepModel',
        gives: '[{ json: keepModel($input.first().json) }]',
      }),
      answerBox('Answer'),
      answerBox('Refuse'),
    ],
    lines: gatewayLines('OpenRouter'),
    note,
  });
}

/** What the bot's own requests look like, out of the function that makes them. */
function modelTables() {
  const { max_tokens: mostTokens, provider, ...others } = createModelRequest(defaultModels, [])([]);
  return { fields: [...Object.keys(others), 'max_tokens', 'provider'], mostTokens, provider, mostMessages };
}

const note = `## Asks OpenRouter for Tillkeeper
1. Box **Webhook**: choose the credential of type JWT Auth (passphrase, HS256) that holds N8N_GATEWAY_SECRET.
2. Box **OpenRouter**: choose the OpenRouter credential, with "Allowed HTTP Request Domains" set to openrouter.ai.
3. Box **Settings**: \`models\` are all that may be asked; write those of OPENROUTER_MODELS.
4. Publish. Leave the settings of the workflow as they are: nothing of what passes is kept.

Made by \`npm run n8n\`. Change nothing in the Code boxes: make the file anew when Tillkeeper is updated. More: docs/n8n.md`;
