import type { Environment } from '../environment.js';
import { type GatewaySettings, gatewaySettings, noKey } from '../n8n/gateway.js';

/** Where and with which models a plan is asked for. `models`: the first, then fallbacks. Where `gateway` stands, n8n has
 * the key and asks. */
export interface ModelSettings {
  key: string;
  baseUrl: string;
  models: readonly string[];
  gateway?: GatewaySettings;
}

/** The models that are asked where `OPENROUTER_MODELS` names no others: the first, then its fallback. */
export const defaultModels: readonly string[] = ['openai/gpt-4.1-mini', 'google/gemini-2.5-flash'];
const openRouter = 'https://openrouter.ai/api/v1';

type OwnVariables = Pick<
  Environment,
  | 'OPENROUTER_API_KEY'
  | 'OPENROUTER_BASE_URL'
  | 'OPENROUTER_MODELS'
  | 'N8N_GATEWAY_URL'
  | 'N8N_GATEWAY_SECRET'
>;

/** Which model to ask, from the checked environment: with the bot's own key, else through n8n; `null` without both. */
export function modelSettings(env: OwnVariables): ModelSettings | null {
  const models = env.OPENROUTER_MODELS ?? defaultModels;
  const gateway = gatewaySettings(env);
  if (env.OPENROUTER_API_KEY)
    return { key: env.OPENROUTER_API_KEY, baseUrl: env.OPENROUTER_BASE_URL ?? openRouter, models };
  return gateway && { key: noKey, baseUrl: openRouter, models, gateway };
}
