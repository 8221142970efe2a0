import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Plan, plan } from '../recognition/plan.js';
import { openRouterList } from './openRouterLists.js';

const request = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
const asked = z.object({ sentence: z.string(), today: z.string(), previous: plan.optional() });

/** A model knows that a placeholder is a customer. Rules know an e-mail address, so it reads as one meanwhile. */
const placeholder = /\bcustomer_\d+\b/g;
const domain = '@stand-in.example';

/** What the stand-in says instead of a plan: a status with a body, nothing at all, or whatever a test writes itself. */
export type StandInAnswer =
  | { status: number; body: string; headers?: Readonly<Record<string, string>> }
  | 'hang'
  | ((outgoing: ServerResponse) => void);

/** A stand-in for OpenRouter on loopback. It answers with the plan of a recogniser. */
export interface StandInOpenRouter {
  url: string;
  /** Bodies received, for tests that look at what leaves. */
  bodies: string[];
  /** The headers received with them. */
  headers: IncomingHttpHeaders[];
  /** The next answers, one for each request. */
  queue: (...answers: StandInAnswer[]) => void;
  /** Drops the queued answers that nobody has asked for. */
  forget: () => void;
  close: () => Promise<void>;
}

type ReadPlan = (sentence: { text: string; today: string; previous?: Plan }) => Plan;

/** Starts the stand-in on a free port of 127.0.0.1. */
export async function startOpenRouter(readPlan: ReadPlan): Promise<StandInOpenRouter> {
  const bodies: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const queued: StandInAnswer[] = [];
  const receive = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    if (incoming.method === 'GET') {
      give(queued.shift() ?? openRouterList(incoming.url ?? ''), outgoing);
      return;
    }
    const body = Buffer.concat(chunks).toString();
    bodies.push(body);
    headers.push(incoming.headers);
    give(queued.shift() ?? answerTo(body, readPlan), outgoing);
  };
  const server = createServer((incoming, outgoing) => {
    receive(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/api/v1`,
    bodies,
    headers,
    queue: (...answers) => {
      queued.push(...answers);
    },
    forget: () => {
      queued.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function give(answer: StandInAnswer, outgoing: ServerResponse): void {
  if (typeof answer === 'function') answer(outgoing);
  else if (answer !== 'hang') {
    outgoing.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
    outgoing.end(answer.body);
  }
}

function answerTo(body: string, readPlan: ReadPlan): StandInAnswer {
  const { model, messages } = request.parse(JSON.parse(body));
  const turn = messages.find(({ role }) => role === 'user')?.content ?? '';
  const { sentence, today, previous } = asked.parse(JSON.parse(turn));
  const text = sentence.replace(placeholder, `$&${domain}`);
  const read = readPlan({ text, today, ...(previous ? { previous } : {}) });
  const content = writtenAs(read).replaceAll(domain, '');
  const [prompt_tokens, completion_tokens] = [roughTokens(body), roughTokens(content)];
  const answer = {
    id: 'gen-demo',
    model,
    choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens, cost: 0 },
  };
  return { status: 200, body: JSON.stringify(answer) };
}

/** A plan as a model writes it: in the form that the request's schema asks for. */
export function writtenAs({ steps }: Plan): string {
  const listed = (values: object) =>
    Object.entries(values).map(([field, value]: [string, unknown]) => ({ field, value: String(value) }));
  const written = steps.map((step) => {
    const { do: does, ...stated } = step;
    if (!('for' in stated) || stated.for === undefined) return { do: does, with: listed(stated) };
    const { for: waiting, ...own } = stated;
    const { do: named, ...fields } = waiting;
    return { do: does, with: listed({ ...own, for: named, ...fields }) };
  });
  return JSON.stringify({ steps: written });
}

/** About four characters make a token. */
function roughTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
