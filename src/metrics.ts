import { Counter, Histogram, Registry } from 'prom-client';
import type { Usage } from './recognition/recogniser.js';

/** Numbers for Prometheus: how much is asked, how long it takes, what the model costs. No label names a person. */
export interface Metrics {
  turn: (channel: string, outcome: 'answered' | 'failed', milliseconds: number) => void;
  recognised: (by: string, usage?: Usage) => void;
  /** The exposition format, version 0.0.4. */
  text: () => Promise<string>;
}

/** Makes the numbers, all zero. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const turns = new Histogram({
    name: 'tillkeeper_turn_seconds',
    help: 'Time from an accepted message to its last answer',
    labelNames: ['channel', 'outcome'],
    buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8, 14],
    registers,
  });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `tillkeeper_${name}`, help, labelNames, registers });
  const readings = counter('recognitions_total', 'Sentences read, by which recogniser', ['by']);
  const tokens = counter('model_tokens_total', 'Tokens of the model', ['model', 'kind']);
  const dollars = counter('model_cost_dollars_total', 'What the model cost, as the provider says', ['model']);
  const latency = new Histogram({
    name: 'tillkeeper_model_seconds',
    help: 'Time until the model gave a plan or was given up',
    labelNames: ['model'],
    buckets: [0.25, 0.5, 1, 2, 3, 4, 6],
    registers,
  });
  return {
    turn: (channel, outcome, milliseconds) => turns.observe({ channel, outcome }, milliseconds / 1000),
    recognised: (by, usage) => {
      readings.inc({ by });
      if (usage === undefined) return;
      const { model } = usage;
      tokens.inc({ model, kind: 'prompt' }, usage.promptTokens);
      tokens.inc({ model, kind: 'completion' }, usage.completionTokens);
      if (usage.cost) dollars.inc({ model }, usage.cost);
      latency.observe({ model }, usage.latency / 1000);
    },
    text: async () => await registry.metrics(),
  };
}
