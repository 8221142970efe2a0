import { randomUUID } from 'node:crypto';
import { createAbilities } from '../abilities/table.js';
import { environment } from '../environment.js';
import { readPlan } from '../recognition/builtIn/recognise.js';
import { modelSettings } from '../recognition/modelSettings.js';
import { createOpenRouter } from '../recognition/openRouter.js';
import { createRecognise } from '../recognition/recognise.js';
import type { Recognition, Sentence } from '../recognition/recogniser.js';
import type { Taught } from '../recognition/stepFields.js';
import { presentOf } from '../settings/checked.js';
import { settingsFile } from '../settingsFile.js';
import { CommandError } from './commandError.js';

/** A recognition, with the names of the rules that read it where the built-in recogniser did. */
export type Explained = Recognition & { rules?: string[] };

/** What `--by` may name. */
export const recognisers = ['built-in', 'openrouter'] as const;

const own = environment.pick({
  OPENROUTER_API_KEY: true,
  OPENROUTER_BASE_URL: true,
  OPENROUTER_MODELS: true,
  N8N_GATEWAY_URL: true,
  N8N_GATEWAY_SECRET: true,
});

/**
 * The recogniser that `--by` names. OpenRouter's is the whole way of a sentence, placeholders and the fall back on the
 * built-in one included: `by` says who read it.
 * @throws CommandError when it does not exist or its key is missing.
 */
export function recogniserFor(
  by: string,
  env: NodeJS.ProcessEnv,
): (sentence: Sentence) => Promise<Explained> {
  const builtIn = async (sentence: Sentence): Promise<Explained> => ({
    ...readPlan(sentence),
    by: 'built-in',
  });
  if (by === 'built-in') return builtIn;
  if (by !== 'openrouter')
    throw new CommandError(`"${by}" is no recogniser. Use --by ${recognisers.join(' or --by ')}.`);
  const model = createOpenRouter(modelIn(env), abilitiesToRead(), { random: randomUUID });
  const recognise = createRecognise({ builtIn, model, order: 'model-first', onFault: () => {} });
  return async (sentence) => await recognise(sentence, new AbortController().signal);
}

function modelIn(env: NodeJS.ProcessEnv) {
  const { data, error } = own.safeParse(presentOf(env));
  if (error) {
    const [{ path, message } = { path: [], message: '' }] = error.issues;
    throw new CommandError(`OpenRouter cannot be asked: ${path.join('.')}: ${message}. See .env.example.`);
  }
  const settings = modelSettings(data);
  if (settings) return settings;
  throw new CommandError(
    'OpenRouter cannot be asked: OPENROUTER_API_KEY is missing. Set it, or put it in .env; or use --by built-in.',
  );
}

/** The table of abilities for its steps and examples alone: nothing is ever answered with it. */
export function abilitiesToRead(): readonly Taught[] {
  return createAbilities({
    seal: { close: async () => '', open: async () => null },
    trail: { append: async () => {}, read: async () => [] },
    roles: {},
    places: [],
    conversations: [],
    policy: settingsFile.shape.coupons.parse({}),
    propose: async () => ({ views: [] }),
  });
}
