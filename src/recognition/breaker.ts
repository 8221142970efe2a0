import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  wrap,
} from 'cockatiel';
import type { Verdict } from './verdict.js';

/** What one question to the model came to. */
export type Outcome<T> = { kind: 'done'; value: T } | { kind: 'failed'; verdict: Verdict };

/** So many faults in a row, and the model is not asked for so many ms; then one sentence tries it again. */
const inARow = 3;
export const restLength = 30_000;

/** Asks, or says at once that it rests. The state is one per process: an outage costs one sentence its wait, not each. */
export type Breaker = <T>(ask: () => Promise<Outcome<T>>) => Promise<Outcome<T> | 'resting'>;

/** Makes the breaker: faults that would only repeat, or that cost the whole budget, open it at once, others in a row. */
export function createBreaker(rest = restLength): Breaker {
  const after = (faults: number, kind: Verdict['rest']) =>
    circuitBreaker(
      handleWhenResult((result) => restOf(result) === kind),
      { halfOpenAfter: rest, breaker: new ConsecutiveBreaker(faults) },
    );
  const both = [after(1, 'at_once'), after(inARow, 'in_a_row')] as const;
  const breaker = wrap(...both);
  return async (ask) => {
    // While one sentence tries again, the library would let the others wait for what it finds.
    if (both.some(({ state }) => state === CircuitState.HalfOpen)) return 'resting';
    try {
      return await breaker.execute(ask);
    } catch (error) {
      if (error instanceof BrokenCircuitError) return 'resting';
      throw error;
    }
  };
}

function restOf(result: unknown): unknown {
  if (typeof result !== 'object' || result === null || !('verdict' in result)) return undefined;
  const { verdict } = result;
  return typeof verdict === 'object' && verdict !== null && 'rest' in verdict ? verdict.rest : undefined;
}
