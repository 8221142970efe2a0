import { mostModels } from '../../recognition/modelRequest.js';
import type { ModelSettings } from '../../recognition/modelSettings.js';
import { type Check, type Examination, fail, ok, warn } from './check.js';
import {
  type Answer,
  askOpenRouter,
  type Endpoint,
  keyAnswer,
  modelAnswer,
  zeroRetentionAnswer,
} from './modelAnswers.js';
import { modelGatewayExamination } from './modelGateway.js';

interface Needs {
  within: number;
  now: () => number;
  /** Told by how much our clock is ahead of OpenRouter's, in ms. */
  heard: (ahead: number) => void;
}

/** The parameters of `modelRequest.ts` that a provider must support, for the request says `require_parameters`. */
const demanded = ['structured_outputs', 'response_format', 'max_tokens', 'temperature'];

/** Asks OpenRouter whether it takes the key, what is left to spend, and for each model whether a provider fits what every
 * request demands. No sentence is sent. */
export function modelExaminations(model: ModelSettings | null, needs: Needs): Examination[] {
  if (model === null) return [{ check: 'model', examine: async () => [noModel] }];
  if (model.gateway) return [modelGatewayExamination(model.gateway, needs.within)];
  return [
    { check: 'model key', examine: async () => [keyCheck(await asked(model, '/key', keyAnswer, needs))] },
    { check: 'models', examine: async () => await modelsChecks(model, needs) },
  ];
}

const noModel = warn(
  'model',
  'No OpenRouter key is set, so the built-in recogniser reads every sentence.',
  'Put OPENROUTER_API_KEY in .env if a model should read what it does not understand.',
);

async function asked<T>(
  model: ModelSettings,
  path: string,
  form: Parameters<typeof askOpenRouter<T>>[2]['form'],
  { heard, ...needs }: Needs,
): Promise<Answer<T>> {
  const answer = await askOpenRouter(model, path, { form, ...needs });
  if (answer.kind !== 'none' && answer.ahead !== null) heard(answer.ahead);
  return answer;
}

function keyCheck(
  answer: Answer<{ data: { limit_remaining?: number | null; is_free_tier?: boolean } }>,
): Check {
  const check = 'model key';
  if (answer.kind !== 'answer') return noAnswer(check, answer);
  const { limit_remaining: left, is_free_tier: free } = answer.data.data;
  if (left != null && left <= 0)
    return fail(
      check,
      'OpenRouter takes the key, but nothing is left to spend with it.',
      'Buy credits or raise the limit of the key at openrouter.ai.',
    );
  if (free)
    return warn(
      check,
      'OpenRouter takes the key, but no credits were ever bought, so paid models refuse.',
      'Buy credits at openrouter.ai.',
    );
  return ok(
    check,
    `OpenRouter takes the key, ${left == null ? 'without a limit of its own' : `${left.toFixed(2)} dollars left`}.`,
  );
}

/** What is no name is not sent anywhere: it may be a key that stands in the wrong place. */
const modelName = /^[\w.@~-]+\/[\w.:@~-]+$/;

function noName(name: string): Check {
  const todo = 'Write names such as openai/gpt-4.1-mini in OPENROUTER_MODELS.';
  return fail(`model ${name}`, 'This is no name of a model.', todo);
}

async function modelsChecks(model: ModelSettings, needs: Needs): Promise<Check[]> {
  const safe = asked(model, '/endpoints/zdr', zeroRetentionAnswer, needs);
  const each = await Promise.all(
    model.models.slice(0, mostModels).map(async (name) => {
      if (!modelName.test(name)) return noName(name);
      const path = `/models/${name.split('/').map(encodeURIComponent).join('/')}/endpoints`;
      const [ways, kept] = await Promise.all([asked(model, path, modelAnswer, needs), safe]);
      return modelCheck(name, ways, kept);
    }),
  );
  const more = model.models.length - mostModels;
  return more > 0 ? [...each, tooMany(more)] : each;
}

function tooMany(more: number): Check {
  const what = `OpenRouter takes ${mostModels} models at most, so the last ${more === 1 ? 'one is' : `${more} are`} never asked.`;
  return warn('models', what, `Remove ${more === 1 ? 'it' : 'them'} from OPENROUTER_MODELS.`);
}

function modelCheck(
  name: string,
  ways: Answer<{ data: { endpoints: Endpoint[] } }>,
  kept: Answer<{ data: Endpoint[] }>,
): Check {
  const check = `model ${name}`;
  const other = 'Name another one in OPENROUTER_MODELS.';
  if (ways.kind === 'status' && ways.status === 404)
    return fail(check, 'OpenRouter knows no such model.', other);
  if (ways.kind !== 'answer') return noAnswer(check, ways);
  if (kept.kind !== 'answer') return noAnswer(check, kept);
  const keepsNothing = new Set(kept.data.data.map(({ name: of, tag = '' }) => `${of} ${tag}`));
  const private_ = ways.data.data.endpoints.filter(({ name: of, tag = '' }) =>
    keepsNothing.has(`${of} ${tag}`),
  );
  if (private_.length === 0)
    return fail(check, 'No provider of it promises to keep nothing, so every request is refused.', other);
  const fitting = private_.filter(({ supported_parameters: all }) =>
    demanded.every((one) => all.includes(one)),
  );
  if (fitting.length === 0)
    return fail(check, 'No provider of it that keeps nothing can answer in a fixed form.', other);
  const count = fitting.length === 1 ? 'One provider keeps' : `${fitting.length} providers keep`;
  return ok(check, `${count} nothing and can answer in a fixed form.`);
}

function noAnswer(check: string, answer: Exclude<Answer<unknown>, { kind: 'answer' }>): Check {
  if (answer.kind === 'status' && [401, 403].includes(answer.status))
    return fail(check, 'OpenRouter refuses the key.', 'Put one that works as OPENROUTER_API_KEY in .env.');
  if (answer.kind === 'status' && answer.status === 402)
    return fail(check, 'OpenRouter says that nothing is left to spend.', 'Buy credits at openrouter.ai.');
  const network = 'Check the network and, if it is set, OPENROUTER_BASE_URL.';
  if (answer.kind === 'status')
    return fail(check, `OpenRouter answered with status ${answer.status}.`, 'Try again in a minute.');
  const why = {
    slow: 'OpenRouter did not answer in time.',
    unreached: 'OpenRouter cannot be reached.',
    unreadable: 'What answers is not OpenRouter, or cannot be read.',
  };
  return fail(check, why[answer.why], network);
}
