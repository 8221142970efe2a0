import { createServer } from 'node:http';
import { z } from 'zod';
import { type Plan, plan } from '../recognition/plan.js';

const request = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });
const asked = z.object({ sentence: z.string(), today: z.string(), previous: plan.optional() });

/** A stand-in for OpenRouter on loopback. It answers with the plan of a recogniser. */
export interface StandInOpenRouter {
  url: string;
  /** Bodies received, for tests that look at what leaves. */
  bodies: string[];
  /** The next answers: a status with a body, or `hang`. */
  queue: (...answers: ({ status: number; body: string } | 'hang')[]) => void;
  close: () => Promise<void>;
}

/** Starts the stand-in on a free port of 127.0.0.1. */
export async function startOpenRouter(
  readPlan: (sentence: { text: string; today: string; previous?: Plan }) => Plan,
): Promise<StandInOpenRouter> {
  const bodies: string[] = [];
  const queued: ({ status: number; body: string } | 'hang')[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    bodies.push(body);
    const next = queued.shift();
    if (next === 'hang') return;
    const { status, text } = next
      ? { status: next.status, text: next.body }
      : { status: 200, text: completion(body) };
    outgoing.writeHead(status, { 'Content-Type': 'application/json' });
    outgoing.end(text);
  });
  const completion = (body: string): string => {
    const last = request.parse(JSON.parse(body)).messages.at(-1)?.content ?? '{}';
    const { sentence, today, previous } = asked.parse(JSON.parse(last));
    const content = JSON.stringify(readPlan({ text: sentence, today, ...(previous ? { previous } : {}) }));
    const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
    return JSON.stringify({
      id: 'gen-demo',
      model: 'stand-in',
      choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage,
    });
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    bodies,
    queue: (...answers) => {
      queued.push(...answers);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
