import { RecognitionFault } from '../errors.js';
import { isGrounded } from './grounded.js';
import { placeholders } from './placeholders.js';
import type { Plan } from './plan.js';
import type { Quota, Recognise, Recognition, Sentence, Usage } from './recogniser.js';

/** Who reads first, and who is told when the model gave nothing. */
export interface RecognitionNeeds {
  builtIn: Recognise;
  /** `null` where no model is set. */
  model: Recognise | null;
  order: 'model-first' | 'built-in-first';
  onFault: (fault: RecognitionFault) => void;
}

/** Reads with the model, identifiers replaced; with the built-in rules where there is none, where they are certain of a
 * sentence and come first, where the asker has used up the model, and where it fails. */
export function createRecognise({ builtIn, model, order, onFault }: RecognitionNeeds): Recognise {
  if (model === null) return builtIn;
  return async (sentence, signal, quota) => {
    const quick = order === 'built-in-first' ? await builtIn(sentence, signal) : null;
    const ownReading = async () => quick ?? (await builtIn(sentence, signal));
    if (quick && (quick.certain ?? isCertain(quick.plan))) return quick;
    if ((await quota?.mayAsk()) === false) return await ownReading();
    const meter = createMeter(quota);
    try {
      return await readWith(model, sentence, signal, meter.quota);
    } catch (fault) {
      if (!(fault instanceof RecognitionFault)) throw fault;
      onFault(fault);
      return { ...(await ownReading()), fault: fault.code, ...meter.usage() };
    }
  };
}

/** What leaves has no identifier; what comes back has them again, and none that was not said.
 * @throws RecognitionFault */
async function readWith(
  model: Recognise,
  sentence: Sentence,
  signal: AbortSignal,
  quota: Quota,
): Promise<Recognition> {
  const { today, zone, locale } = sentence;
  const { text, previous, restore } = placeholders(sentence.text, sentence.previous);
  const leaves = { text, today, zone, locale, ...(previous ? { previous } : {}) };
  const read = await model(leaves, signal, quota);
  const plan = restore(read.plan);
  if (!isGrounded(plan, sentence)) throw new RecognitionFault('unreadable');
  return { ...read, plan };
}

/** Keeps what a sentence cost, for where a fault comes of it. */
function createMeter(quota: Quota | undefined): { quota: Quota; usage: () => { usage?: Usage } } {
  let spent: Usage | undefined;
  return {
    usage: () => (spent ? { usage: spent } : {}),
    quota: {
      mayAsk: async () => (await quota?.mayAsk()) ?? true,
      used: async (usage) => {
        spent = usage;
        await quota?.used(usage);
      },
    },
  };
}

/** Plain reads only: a coupon, a question back or a refusal is worth the model's opinion. */
function isCertain({ steps }: Plan): boolean {
  return steps.every((step) => step.do.startsWith('list_') || step.do === 'show_balance');
}
