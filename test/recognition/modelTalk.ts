import type { ServerResponse } from 'node:http';
import { abilitiesToRead } from '../../src/commands/commandRecognisers.js';
import { type StandInAnswer, type StandInOpenRouter, startOpenRouter } from '../../src/demo/openRouter.js';
import { type RecognitionCode, RecognitionFault } from '../../src/errors.js';
import type { Times } from '../../src/recognition/asking.js';
import { createOpenRouter } from '../../src/recognition/openRouter.js';
import type { Plan } from '../../src/recognition/plan.js';
import type { Quota, Recognise, Recognition, Sentence } from '../../src/recognition/recogniser.js';

const sentence: Sentence = { text: 'last 10 charges', today: '2026-03-10', zone: 'UTC', locale: 'en-US' };

/** What the sentence of these talks means, as a plan and as a model writes it. */
export const wanted: Plan = { steps: [{ do: 'list_charges', limit: 10 }] };
export const right = '{"steps":[{"do":"list_charges","with":[{"field":"limit","value":"10"}]}]}';

/** What a sentence came to. */
export interface Came {
  came: Plan | RecognitionCode;
  whole: Recognition | null;
  requests: number;
  /** In ms. */
  took: number;
}

/** The real recogniser over the real SDK, with a stand-in for OpenRouter on loopback. */
export interface ModelTalk {
  standIn: StandInOpenRouter;
  /** A recogniser of its own, at rest from nothing yet. */
  open: (times?: Times, baseUrl?: string) => Recognise;
  /** Asks it "last 10 charges". */
  ask: (recognise: Recognise, quota?: Quota, signal?: AbortSignal) => Promise<Came>;
}

/** Opens a talk. The stand-in answers right wherever nothing else is queued. */
export async function openModelTalk(): Promise<ModelTalk> {
  const abilities = abilitiesToRead();
  const standIn = await startOpenRouter(() => wanted);
  return {
    standIn,
    open: (times = {}, baseUrl = standIn.url) =>
      createOpenRouter({ key: 'sk-or-v1-test', baseUrl, models: ['a/model', 'b/model'] }, abilities, {
        pause: 10,
        ...times,
      }),
    ask: async (recognise, quota, signal = new AbortController().signal) => {
      const [before, start] = [standIn.bodies.length, performance.now()];
      const whole = await recognise(sentence, signal, quota).catch((thrown: unknown) => {
        if (thrown instanceof RecognitionFault) return thrown.code;
        throw thrown;
      });
      const [requests, took] = [standIn.bodies.length - before, performance.now() - start];
      return typeof whole === 'string'
        ? { came: whole, whole: null, requests, took }
        : { came: whole.plan, whole, requests, took };
    },
  };
}

/** A completion of this one choice. */
export const choices = (choice: object, more: object = {}): StandInAnswer => ({
  status: 200,
  body: JSON.stringify({ model: 'a/model', choices: [choice], ...more }),
});

/** A completion of this content. */
export const says = (content: unknown, finish_reason = 'stop'): StandInAnswer =>
  choices({ message: { content }, finish_reason });

/** OpenRouter's own form of an error, with a piece of the sentence in it, as moderation has. */
export const fault = (status: number, headers: Record<string, string> = {}): StandInAnswer => ({
  status,
  headers,
  body: JSON.stringify({ error: { code: status, message: 'quotes last 10 charges' } }),
});

/** A body of status 200 under another content type. */
export const sent = (type: string, body: string): StandInAnswer => ({
  status: 200,
  headers: { 'Content-Type': type },
  body,
});

/** An answer whose head is sent, and whose body the test writes. */
export const started = (write: (outgoing: ServerResponse) => void) => (outgoing: ServerResponse) => {
  outgoing.writeHead(200, { 'Content-Type': 'application/json' });
  write(outgoing);
};
