import { RecognitionFault } from '../errors.js';
import { placeholders } from './placeholders.js';
import type { Plan } from './plan.js';
import type { Recognise } from './recogniser.js';

/** Who reads first, and who is told when the model gave nothing. */
export interface RecognitionNeeds {
  builtIn: Recognise;
  /** `null` where no model is set. */
  model: Recognise | null;
  order: 'model-first' | 'built-in-first';
  onFault: (fault: RecognitionFault) => void;
}

/** Reads with the model, identifiers replaced; without one, or when it fails, with the built-in rules. */
export function createRecognise({ builtIn, model, order, onFault }: RecognitionNeeds): Recognise {
  if (model === null) return builtIn;
  return async (sentence, signal) => {
    if (order === 'built-in-first') {
      const quick = await builtIn(sentence, signal);
      if (isCertain(quick.plan)) return quick;
    }
    const { text, restore } = placeholders(sentence.text);
    try {
      const read = await model({ ...sentence, text }, signal);
      return { ...read, plan: restore(read.plan) };
    } catch (fault) {
      if (!(fault instanceof RecognitionFault)) throw fault;
      onFault(fault);
      return await builtIn(sentence, signal);
    }
  };
}

/** Plain reads only: a coupon, a question back or a refusal is worth the model's opinion. */
function isCertain({ steps }: Plan): boolean {
  return steps.every((step) => step.do.startsWith('list_') || step.do === 'show_balance');
}
