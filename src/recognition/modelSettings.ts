import type { Environment } from '../environment.js';

/** Where and with which models a plan is asked for. `models`: the first, then fallbacks. */
export interface ModelSettings {
  key: string;
  baseUrl: string;
  models: readonly string[];
}

/** The models that are asked where `OPENROUTER_MODELS` names no others: the first, then its fallback. */
export const defaultModels: readonly string[] = ['openai/gpt-4.1-mini', 'google/gemini-2.5-flash'];
const openRouter = 'https://openrouter.ai/api/v1';

type OwnVariables = Pick<Environment, 'OPENROUTER_API_KEY' | 'OPENROUTER_BASE_URL' | 'OPENROUTER_MODELS'>;

/** Which model to ask, from the checked environment; `null` without a key. */
export function modelSettings(env: OwnVariables): ModelSettings | null {
  if (env.OPENROUTER_API_KEY === undefined) return null;
  return {
    key: env.OPENROUTER_API_KEY,
    baseUrl: env.OPENROUTER_BASE_URL ?? openRouter,
    models: env.OPENROUTER_MODELS ?? defaultModels,
  };
}
