import { modelSchema, promptOf } from './prompt.js';
import type { Sentence } from './recogniser.js';
import type { Taught } from './stepFields.js';

/** One turn of the talk with the model. */
export interface Turn {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The longest answer, in tokens: five steps fit. */
const longestAnswer = 300;
/** OpenRouter refuses a request that names more. */
export const mostModels = 3;
/** A plan that is none is shown to the model again up to this length, and the reason likewise. */
const mostShown = 1000;

/** Makes requests for these models and abilities. What is the same for everybody comes first, so that it is cached; the
 * person's own turn comes last. Nobody is named in it, and only providers that keep nothing may answer. */
export function createModelRequest(models: readonly string[], abilities: readonly Taught[]) {
  const system: Turn = { role: 'system', content: promptOf(abilities) };
  const schema = modelSchema(abilities);
  const fallbacks = models.slice(0, mostModels);
  return (turns: readonly Turn[]) => ({
    model: fallbacks[0],
    models: fallbacks,
    provider: { data_collection: 'deny', zdr: true, require_parameters: true },
    response_format: { type: 'json_schema', json_schema: { name: 'plan', strict: true, schema } },
    max_tokens: longestAnswer,
    temperature: 0,
    messages: [system, ...turns],
  });
}

/** The person's turn: the day it is for them, and what they said. */
export function askedIn({ text, today, locale, previous }: Sentence): Turn {
  const weekday = weekdays[new Date(today).getUTCDay()];
  const asked = { today, weekday, locale, ...(previous ? { previous } : {}), sentence: text };
  return { role: 'user', content: JSON.stringify(asked) };
}

/** What follows an answer that was no plan. */
export function mending(answer: string, why: string): Turn[] {
  return [
    { role: 'assistant', content: answer.slice(0, mostShown) },
    {
      role: 'user',
      content: `That is no plan: ${why.slice(0, mostShown)}. Answer again, with the plan only.`,
    },
  ];
}
