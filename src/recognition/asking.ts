import { setTimeout as after } from 'node:timers/promises';
import { RecognitionFault } from '../errors.js';
import { createBreaker, type Outcome } from './breaker.js';
import type { Completion } from './completion.js';
import type { ModelAnswer } from './modelAnswer.js';
import { askedIn, mending, type Turn } from './modelRequest.js';
import type { Plan } from './plan.js';
import type { Quota, Recognise, Usage } from './recogniser.js';
import { noPlan, tooSlow, type Verdict } from './verdict.js';

/** In ms. Defaults hold in use; tests have less patience. */
export interface Times {
  /** For one sentence in all, with a second try and the wait before it. */
  budget?: number;
  /** Before a second try, where the other side names no time. */
  pause?: number;
  /** How long the model is left alone once it is down. */
  rest?: number;
}

interface AskingNeeds extends Times {
  /** One request. It never throws: what failed is in the answer's verdict. */
  request: (turns: readonly Turn[], signal: AbortSignal) => Promise<Completion>;
  read: (text: string) => ModelAnswer;
}

const wholeBudget = 6000;
const usualPause = 250;
/** The longest wait that the other side may name before a second try. */
const longestPause = 1500;
/** With less than this share of the budget left, a second try would hardly end in time. */
const leastShare = 0.1;

/** One sentence on its way: its talk with the model, the time it has and what it costs. */
interface Way {
  turns: readonly Turn[];
  /** Ends with the budget, and with the turn. */
  signal: AbortSignal;
  left: () => number;
  usage: Usage;
  quota: Quota | undefined;
}

/** A try that gave no plan, and what to add to the talk for the next. */
interface Failed {
  kind: 'failed';
  verdict: Verdict;
  more: readonly Turn[];
}
type Tried = { kind: 'done'; value: Plan } | Failed;

/** Asks for a plan within the budget: once, or twice where that is worth it, and not at all while the model is down.
 * @throws RecognitionFault when there is no usable plan in time, and nothing else */
export function createAsking(needs: AskingNeeds): Recognise {
  const { request, read, budget = wholeBudget, pause = usualPause, rest } = needs;
  const breaker = createBreaker(rest);

  const once = async ({ turns, signal, usage }: Way): Promise<Tried> => {
    usage.attempts += 1;
    const { answer, cost } = await request(turns, signal);
    add(usage, cost);
    if (answer.kind === 'none') return failed(signal.aborted ? tooSlow : answer.verdict);
    const found = read(answer.text);
    if (found.kind === 'plan') return { kind: 'done', value: found.plan };
    return failed(noPlan, mending(answer.text, found.why));
  };

  const upToTwice = async (way: Way): Promise<Tried> => {
    const first = await once(way);
    const wait = first.kind === 'failed' ? waitAfter(first.verdict, pause) : null;
    if (first.kind === 'done' || wait === null || way.left() - wait < budget * leastShare) return first;
    if (wait > 0) await after(wait, undefined, { signal: way.signal }).catch(() => undefined);
    if (way.signal.aborted || (await way.quota?.mayAsk()) === false) return first;
    return await once({ ...way, turns: [...way.turns, ...first.more] });
  };

  return async (sentence, signal, quota) => {
    if (signal.aborted) throw new RecognitionFault('timeout');
    const { way, end } = setOut(budget, signal, [askedIn(sentence)], quota);
    try {
      const outcome = await breaker(async (): Promise<Outcome<Plan>> => {
        const tried = await upToTwice(way);
        // The turn's end says nothing of the model.
        if (tried.kind === 'failed' && signal.aborted) throw new RecognitionFault('timeout');
        return tried;
      });
      if (outcome === 'resting') throw new RecognitionFault('unreachable');
      if (outcome.kind === 'failed') throw new RecognitionFault(outcome.verdict.code);
      return { plan: outcome.value, by: 'openrouter', usage: way.usage };
    } finally {
      await end();
    }
  };
}

/** Starts the clock of a sentence. `end` stops it and tells what was used. */
function setOut(budget: number, turn: AbortSignal, turns: readonly Turn[], quota: Quota | undefined) {
  const started = performance.now();
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), budget);
  const usage: Usage = { model: 'unknown', promptTokens: 0, completionTokens: 0, latency: 0, attempts: 0 };
  const way: Way = {
    turns,
    signal: AbortSignal.any([turn, over.signal]),
    left: () => budget - (performance.now() - started),
    usage,
    quota,
  };
  const end = async () => {
    clearTimeout(timer);
    usage.latency = Math.round(performance.now() - started);
    if (usage.attempts > 0) await quota?.used(usage);
  };
  return { way, end };
}

function failed(verdict: Verdict, more: readonly Turn[] = []): Failed {
  return { kind: 'failed', verdict, more };
}

/** How long to wait before a second try, in ms; `null`: none is worth it. */
function waitAfter({ again, wait }: Verdict, pause: number): number | null {
  if (again === 'mend') return 0;
  const named = wait ?? pause;
  return again === 'soon' && named <= longestPause ? named : null;
}

function add(usage: Usage, { model, promptTokens, completionTokens, cost }: Completion['cost']): void {
  if (model !== 'unknown') usage.model = model;
  usage.promptTokens += promptTokens;
  usage.completionTokens += completionTokens;
  if (cost !== undefined) usage.cost = (usage.cost ?? 0) + cost;
}
