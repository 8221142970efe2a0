import OpenAI from 'openai';
import { RecognitionFault } from '../errors.js';
import { createAsking, type Times } from './asking.js';
import { boundedFetch } from './boundedFetch.js';
import { type Completion, nothing, readCompletion } from './completion.js';
import { createAnswerReader } from './modelAnswer.js';
import { createModelRequest, type Turn } from './modelRequest.js';
import type { ModelSettings } from './modelSettings.js';
import type { Recognise } from './recogniser.js';
import type { Taught } from './stepFields.js';
import { throughN8n } from './throughN8n.js';
import { broken, foreign, retryAfter, tooSlow, type Verdict, verdictOfStatus } from './verdict.js';

/** The longest body that is read. A plan with all of OpenRouter's own fields takes a few thousand bytes. */
const mostBytes = 65_536;
/** The SDK's own limit only stands behind that of a sentence, which ends first. */
const sdkTimeout = 30_000;

/** What asking takes from the process: ids of tokens to n8n, where that has the key; and less patience, in tests. */
interface Ways extends Times {
  random?: () => string;
}

/** Asks a model on OpenRouter, through the OpenAI SDK, for a plan in a strict JSON schema.
 * The request says that nothing may be kept; neither person nor page is named in it.
 * @throws RecognitionFault when there is no usable plan in time, and nothing else */
export function createOpenRouter(
  { key, baseUrl, models, gateway }: ModelSettings,
  abilities: readonly Taught[],
  { random = () => '', ...times }: Ways = {},
): Recognise {
  const carrier = boundedFetch(mostBytes);
  const sdk = new OpenAI({
    apiKey: key,
    baseURL: baseUrl,
    organization: null,
    project: null,
    timeout: sdkTimeout,
    maxRetries: 0,
    logLevel: 'off',
    fetch: gateway ? throughN8n({ gateway, carrier, random }) : carrier,
  });
  const bodyOf = createModelRequest(models, abilities);
  const request = async (turns: readonly Turn[], signal: AbortSignal): Promise<Completion> => {
    try {
      return readCompletion(await sdk.post('/chat/completions', { body: bodyOf(turns), signal }));
    } catch (fault) {
      return { answer: { kind: 'none', verdict: verdictOf(fault) }, cost: nothing };
    }
  };
  return createAsking({ request, read: createAnswerReader(abilities), ...times });
}

/** By class and status, never by an SDK's or OpenRouter's own words: those may repeat what the person wrote. */
function verdictOf(fault: unknown): Verdict {
  if (fault instanceof RecognitionFault || fault instanceof SyntaxError) return foreign;
  if (fault instanceof OpenAI.APIUserAbortError || fault instanceof OpenAI.APIConnectionTimeoutError)
    return tooSlow;
  if (fault instanceof OpenAI.APIError && fault.status !== undefined)
    return verdictOfStatus(fault.status, retryAfter(new Headers(fault.headers)));
  return broken;
}
