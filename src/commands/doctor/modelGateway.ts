import { randomUUID } from 'node:crypto';
import { readEnvelope, troubleOf } from '../../n8n/envelope.js';
import type { GatewaySettings } from '../../n8n/gateway.js';
import { gatewayToken } from '../../n8n/token.js';
import { type Check, type Examination, fail, ok } from './check.js';

const check = 'model gateway';

/** Looks whether n8n's workflow for the model is there and takes the bot's token. It is sent an empty request, which it
 * refuses before it asks OpenRouter anything. */
export function modelGatewayExamination(gateway: GatewaySettings, within: number): Examination {
  return {
    check,
    examine: async () => {
      const claims = { ability: 'check', account: '', roles: [], use: 'check' } as const;
      const token = await gatewayToken(gateway.secret, claims, randomUUID());
      const answer = await fetch(`${gateway.url}/tillkeeper-openrouter`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ v: 1, request: {} }),
        redirect: 'manual',
        signal: AbortSignal.timeout(within),
      }).catch(() => null);
      return [await told(answer)];
    },
  };
}

async function told(answer: Response | null): Promise<Check> {
  if (answer === null)
    return fail(check, 'n8n brings no answer.', 'Check that n8n runs, the network and N8N_GATEWAY_URL.');
  const envelope = answer.status === 200 ? readEnvelope(await answer.json().catch(() => null)) : null;
  if (envelope?.kind === 'refused' && envelope.why !== 'bad_token')
    return ok(check, 'n8n takes the bot’s token and refuses what is no request of the bot’s.');
  if (answer.status === 404)
    return fail(check, 'n8n has no such workflow.', 'Import n8n/tillkeeper-openrouter.json and publish it.');
  if (answer.status !== 200 && troubleOf(answer.status) === 'down')
    return fail(check, 'n8n failed over a request.', 'Look at the executions of the workflow in n8n.');
  return envelope === null && answer.status === 200
    ? fail(check, 'What answers is not n8n’s workflow.', 'Check N8N_GATEWAY_URL.')
    : fail(check, 'n8n does not take the bot’s token.', 'Put N8N_GATEWAY_SECRET in n8n’s JWT credential.');
}
