import { z } from 'zod';
import { cutOff, declined, foreign, noContent, type Verdict, verdictOfStatus } from './verdict.js';

/** What came back from OpenRouter: the model's text, or a verdict; and what it cost. */
export interface Completion {
  answer: { kind: 'text'; text: string } | { kind: 'none'; verdict: Verdict };
  cost: { model: string; promptTokens: number; completionTokens: number; cost?: number | undefined };
}

const tokens = z.int().nonnegative().catch(0);
const fault = z.object({ code: z.coerce.number().catch(500) });
const choice = z.object({
  finish_reason: z.string().nullish(),
  error: fault.nullish(),
  message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
});
const envelope = z.object({ error: fault.nullish(), choices: z.array(choice).nullish() });

/** The name ends up in the trail and in metrics, so it is a name or nothing. */
const told = z.object({
  model: z
    .string()
    .regex(/^[\w./:@-]{1,100}$/)
    .catch('unknown'),
  usage: z
    .object({
      prompt_tokens: tokens,
      completion_tokens: tokens,
      cost: z.number().nonnegative().optional().catch(undefined),
    })
    .catch({ prompt_tokens: 0, completion_tokens: 0, cost: undefined }),
});

/** What a request that came back without a completion cost, as far as anybody told. */
export const nothing: Completion['cost'] = { model: 'unknown', promptTokens: 0, completionTokens: 0 };

/** Reads a body of status 200, as the SDK hands it over: an object, or a string where it was not sent as JSON. */
export function readCompletion(sent: unknown): Completion {
  const body = typeof sent === 'string' ? parsed(sent) : sent;
  return { answer: answerIn(body), cost: costIn(body) };
}

/** OpenRouter may answer 200 with an `error`, for the whole or for the choice; a choice may be empty, declined, cut off. */
function answerIn(body: unknown): Completion['answer'] {
  const { data } = envelope.safeParse(body);
  const [first] = data?.choices ?? [];
  const failed = data?.error ?? first?.error;
  if (failed) return none(verdictOfStatus(failed.code));
  if (!data?.choices) return none(foreign);
  const { finish_reason: reason, message } = first ?? {};
  if (message?.refusal || reason === 'content_filter') return none(declined);
  if (reason === 'error') return none(verdictOfStatus(500));
  if (reason === 'length') return none(cutOff);
  const text = message?.content?.trim();
  return text ? { kind: 'text', text } : none(noContent);
}

function costIn(body: unknown): Completion['cost'] {
  const { data } = told.safeParse(body);
  if (!data) return nothing;
  const { prompt_tokens: promptTokens, completion_tokens: completionTokens, cost } = data.usage;
  return { model: data.model, promptTokens, completionTokens, cost };
}

function none(verdict: Verdict): Completion['answer'] {
  return { kind: 'none', verdict };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
