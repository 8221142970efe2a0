import OpenAI from 'openai';
import { z } from 'zod';
import type { Ability } from '../abilities/ability.js';
import { type RecognitionCode, RecognitionFault } from '../errors.js';
import { type Plan, plan } from './plan.js';
import { modelSchema, promptOf } from './prompt.js';
import type { Recognise, Sentence } from './recogniser.js';

/** Where and with which models a plan is asked for. `models`: the first, then fallbacks. */
export interface ModelSettings {
  key: string;
  baseUrl: string;
  models: readonly string[];
}

/** Whole time for one plan, in ms, and the longest answer in tokens. */
const budget = 6000;
const longestAnswer = 300;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/** Asks a model on OpenRouter, through the OpenAI SDK, for a plan in a strict JSON schema.
 * The request says that nothing may be kept; neither person nor page is named in it.
 * @throws RecognitionFault when there is no usable plan in time */
export function createOpenRouter(settings: ModelSettings, abilities: readonly Ability[]): Recognise {
  const sdk = new OpenAI({
    apiKey: settings.key,
    baseURL: settings.baseUrl,
    timeout: budget,
    maxRetries: 0,
    logLevel: 'off',
  });
  const prompt = promptOf(abilities);
  const schema = modelSchema();
  return async (sentence, signal) => {
    const body = requestOf(sentence, settings.models, { prompt, schema });
    try {
      const answer: unknown = await sdk.post('/chat/completions', {
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(budget)]),
      });
      return { plan: planIn(answer), by: 'openrouter' };
    } catch (fault) {
      throw fault instanceof RecognitionFault ? fault : new RecognitionFault(codeOf(fault));
    }
  };
}

function requestOf(
  { text, today, locale, previous }: Sentence,
  models: readonly string[],
  fixed: { prompt: string; schema: unknown },
) {
  const weekday = new Date(`${today}T00:00:00Z`).toLocaleDateString('en', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  const asked = { today, weekday, locale, ...(previous ? { previous } : {}), sentence: text };
  return {
    model: models[0],
    models,
    messages: [
      { role: 'system', content: fixed.prompt },
      { role: 'user', content: JSON.stringify(asked) },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'plan', strict: true, schema: fixed.schema },
    },
    max_tokens: longestAnswer,
    temperature: 0,
    provider: { data_collection: 'deny', zdr: true, require_parameters: true },
  };
}

/** OpenRouter may answer 200 with an `error`, or with prose around the JSON: whatever is no plan is a fault. */
function planIn(answer: unknown): Plan {
  const content = completion.safeParse(answer).data?.choices[0]?.message.content ?? '';
  try {
    return plan.parse(withoutNulls(JSON.parse(content.replace(/^\s*```(?:json)?|```\s*$/g, ''))));
  } catch {
    throw new RecognitionFault('unreadable');
  }
}

/** A strict schema wants every field; a model says `null` for what was not stated. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const stated = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(stated.map(([key, each]) => [key, withoutNulls(each)]));
}

function codeOf(fault: unknown): RecognitionCode {
  if (fault instanceof OpenAI.APIUserAbortError || fault instanceof OpenAI.APIConnectionTimeoutError)
    return 'timeout';
  if (fault instanceof OpenAI.APIConnectionError) return 'unreachable';
  if (!(fault instanceof OpenAI.APIError)) return 'timeout';
  const codes: Record<number, RecognitionCode> = {
    402: 'no_credit',
    403: 'refused',
    404: 'no_provider',
    408: 'timeout',
  };
  return codes[fault.status ?? 0] ?? 'unreachable';
}
