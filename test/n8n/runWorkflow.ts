import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import { type Box, settingsOf, type WorkflowFile } from './workflowFile.js';

/** What passes from box to box. */
type Item = { json: unknown };

/** A workflow that runs; `key` is what its credential adds to the HTTP box's request. In n8n that is one restricted key; here
 * it goes by the ability, so that the other side's log still tells what was read and what was made. */
export interface Running {
  file: WorkflowFile;
  key: (ability: unknown) => string;
}

/** A box failed: n8n then answers 500 and says no more. */
export class BoxFailed extends Error {}

/** What the box "Webhook" gives on. */
interface Webhook {
  body: unknown;
  jwtPayload: Readonly<Record<string, unknown>>;
}

const items = z.array(z.object({ json: z.unknown() }));

/** Runs a workflow on what came to its webhook, box by box along its lines, the Code boxes' own scripts and the texts of
 * expressions as they stand in the file, and gives what its last box responds with.
 * @throws BoxFailed */
export async function runWorkflow({ file, key: keyOf }: Running, webhook: Webhook): Promise<unknown> {
  const key = keyOf(webhook.jwtPayload.ability);
  const outputs = new Map<string, Item[]>();
  let box = named(file, 'Webhook');
  let given: Item[] = [{ json: webhook }];
  for (;;) {
    const ran = await run(box, { given, outputs, key });
    if (ran.kind === 'response') return ran.body;
    outputs.set(box.name, ran.items);
    given = ran.items;
    const next = file.connections[box.name]?.main[ran.line]?.[0];
    if (next === undefined) throw new BoxFailed(`nothing comes after ${box.name}`);
    box = named(file, next.node);
  }
}

function named(file: WorkflowFile, name: string): Box {
  const found = file.nodes.find((box) => box.name === name);
  if (!found) throw new BoxFailed(`there is no ${name}`);
  return found;
}

interface Passing {
  given: Item[];
  outputs: ReadonlyMap<string, Item[]>;
  key: string;
}
type Ran = { kind: 'on'; items: Item[]; line: number } | { kind: 'response'; body: unknown };

async function run(box: Box, passing: Passing): Promise<Ran> {
  const { given } = passing;
  const on = (out: Item[], line = 0): Ran => ({ kind: 'on', items: out, line });
  const last = box.type.replace('n8n-nodes-base.', '');
  if (last === 'webhook') return on(given);
  if (last === 'set') return on([{ json: settingsOf(box) }]);
  if (last === 'code') return on(scripted(String(box.parameters.jsCode), passing));
  if (last === 'if') return on(given, holds(box, passing) ? 0 : 1);
  if (last === 'httpRequest') return on([{ json: await requested(box, passing) }]);
  if (last === 'respondToWebhook')
    return { kind: 'response', body: valueIn(box.parameters.responseBody, passing) };
  throw new BoxFailed(`no box of type ${box.type} is known here`);
}

const scripts = new Map<string, Script>();
/** One for all: a script ends before the next one begins, and leaves nothing behind in it. */
const sandbox = createContext({});

/** Runs a text as n8n's sandbox does: the language, the boxes before it, and nothing of Node. */
function ranIn(text: string, { given, outputs }: Passing): unknown {
  const reading = (all: readonly Item[]) => ({ first: () => all[0], all: () => all, item: all[0] });
  const before = (name: string) => {
    const found = outputs.get(name);
    if (!found) throw new BoxFailed(`${name} has not run`);
    return reading(found);
  };
  const script = scripts.get(text) ?? new Script(text);
  scripts.set(text, script);
  try {
    Object.assign(sandbox, { $: before, $input: reading(given), $json: given[0]?.json });
    return script.runInContext(sandbox, { timeout: 5000 });
  } catch (error) {
    throw new BoxFailed(String(error));
  }
}

/** What leaves a box is JSON, whatever the script made it of. */
function scripted(code: string, passing: Passing): Item[] {
  const made = ranIn(`(function () {${code}\n})()`, passing);
  return items.parse(JSON.parse(JSON.stringify(made))).map(({ json }) => ({ json }));
}

/** A parameter: a literal, or an expression behind `=`. */
function valueIn(parameter: unknown, passing: Passing): unknown {
  if (typeof parameter !== 'string' || !parameter.startsWith('=')) return parameter;
  const [, expression] = /^=\{\{([\s\S]*)\}\}$/.exec(parameter) ?? [];
  if (expression === undefined) throw new BoxFailed(`no expression: ${parameter}`);
  return ranIn(`(${expression})`, passing);
}

const condition = z.looseObject({
  conditions: z.array(z.looseObject({ leftValue: z.unknown(), operator: z.looseObject({}) })).min(1),
});

function holds(box: Box, passing: Passing): boolean {
  const { conditions } = condition.parse(box.parameters.conditions);
  return conditions.every(({ leftValue }) => valueIn(leftValue, passing) === true);
}

const request = z.object({
  method: z.string().default('GET'),
  url: z.string(),
  sendBody: z.literal(true),
  jsonHeaders: z.string().default('{}'),
  rawContentType: z.string().default('application/json'),
  body: z.string().optional(),
  jsonBody: z.string().optional(),
  options: z.looseObject({
    timeout: z.number(),
    redirect: z.object({ redirect: z.object({ followRedirects: z.literal(false) }) }),
    response: z.object({
      response: z.object({ fullResponse: z.literal(true), neverError: z.literal(true) }),
    }),
  }),
});

/** With `neverError`, JSON that is none is an empty object. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** The HTTP Request box with `fullResponse` and `neverError`: whatever is answered is an item, no answer is a failure. */
async function requested(box: Box, passing: Passing): Promise<unknown> {
  const read = Object.entries(box.parameters).map(([name, value]) => [name, valueIn(value, passing)]);
  const asked = request.parse(Object.fromEntries(read));
  const sent = asked.method === 'GET' ? undefined : (asked.body ?? asked.jsonBody ?? '');
  const headers = z.record(z.string(), z.string()).parse(JSON.parse(asked.jsonHeaders));
  try {
    const answer = await fetch(asked.url, {
      method: asked.method,
      headers: {
        ...headers,
        'content-type': asked.rawContentType,
        'user-agent': 'n8n',
        authorization: `Bearer ${passing.key}`,
      },
      redirect: 'manual',
      signal: AbortSignal.timeout(asked.options.timeout),
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('application/json') ?? false;
    const told = { statusCode: answer.status, headers: Object.fromEntries(answer.headers) };
    return json ? { ...told, body: parsed(text) } : { ...told, data: text };
  } catch (error) {
    throw new BoxFailed(String(error));
  }
}
