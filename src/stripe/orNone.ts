import { StripeFault } from '../errors.js';

/** What is asked for, or `null` where Stripe does not know it. Every other fault stays one. */
export async function orNone<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (fault) {
    if (fault instanceof StripeFault && fault.code === 'not_found') return null;
    throw fault;
  }
}
