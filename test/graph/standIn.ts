import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { TokenOf } from '../../src/graph/tokens.js';

/** The directory of one tenant: its people, and for each group the people and groups in it. Ids in any case. */
export interface Tenant {
  people: readonly string[];
  groups: Readonly<Record<string, readonly string[]>>;
}

/** What answers instead: a status, or nothing at all. */
export type GraphFaultAnswer =
  | { kind: 'status'; status: number; headers?: Readonly<Record<string, string>>; body?: string }
  | { kind: 'hang' };

export interface Seen {
  method: string;
  path: string;
  authorization: string;
  groups: readonly string[];
}

/** Microsoft Graph on loopback, as far as groups go. */
export interface StandInGraph {
  url: string;
  /** Every request, in order. */
  seen: Seen[];
  /** By tenant for tokens of `tokenOf`, else by the token. */
  tenants: Map<string, Tenant>;
  /** Answers so the next requests, or all of them. */
  fail(answer: GraphFaultAnswer, times?: number): void;
  /** As it was at the start. */
  recover(): void;
  /** A token that this Graph takes for a tenant. */
  tokenOf: TokenOf;
  close(): void;
}

/** Starts one; its tenants may be changed while it runs. */
export async function startGraph(): Promise<StandInGraph> {
  const seen: Seen[] = [];
  const tenants = new Map<string, Tenant>();
  const failing: { answer: GraphFaultAnswer | null; times: number } = { answer: null, times: 0 };
  const server = createServer(async (request, response) => {
    const asked = await read(request);
    seen.push(asked);
    if (failing.answer && failing.times > 0) {
      failing.times -= 1;
      return failWith(response, failing.answer);
    }
    const tenant = tenants.get(asked.authorization.replace(/^Bearer (?:token-of-)?/, ''));
    const { status, body } = tenant ? answerOf(tenant, asked) : problem(401, 'InvalidAuthenticationToken');
    send(response, status, JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    seen,
    tenants,
    fail: (answer, times = Number.POSITIVE_INFINITY) => Object.assign(failing, { answer, times }),
    recover: () => Object.assign(failing, { answer: null, times: 0 }),
    tokenOf: async (tenant) => `token-of-${tenant}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const question = z.object({ groupIds: z.array(z.string()) });

async function read(request: IncomingMessage): Promise<Seen> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const text = Buffer.concat(parts).toString();
  const { method = '', url: path = '', headers } = request;
  const groups = text === '' ? [] : (question.safeParse(JSON.parse(text)).data?.groupIds ?? []);
  return { method, path, authorization: headers.authorization ?? '', groups };
}

function failWith(response: ServerResponse, answer: GraphFaultAnswer): void {
  if (answer.kind === 'hang') return;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  send(response, answer.status, answer.body ?? JSON.stringify(problem(answer.status, 'Fault').body));
}

function send(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json');
  response.end(body);
}

interface Answer {
  status: number;
  body: object;
}

function problem(status: number, code: string): Answer {
  return { status, body: { error: { code, message: 'words of Graph that name somebody' } } };
}

function answerOf({ people, groups }: Tenant, asked: Seen): Answer {
  const known = new Map(Object.entries(groups).map(([id, members]) => [id.toLowerCase(), members]));
  const group = /^\/v1\.0\/groups\/([^/?]+)\?\$select=id$/.exec(asked.path)?.[1]?.toLowerCase();
  if (group !== undefined)
    return known.has(group) ? { status: 200, body: { id: group } } : problem(404, 'Request_ResourceNotFound');
  const person = /^\/v1\.0\/users\/([^/?]+)\/checkMemberGroups$/.exec(asked.path)?.[1]?.toLowerCase();
  if (person === undefined || asked.method !== 'POST') return problem(400, 'BadRequest');
  if (asked.groups.length === 0 || asked.groups.length > 20) return problem(400, 'Request_BadRequest');
  const there = people.some((id) => id.toLowerCase() === person);
  if (!there || asked.groups.some((id) => !known.has(id.toLowerCase())))
    return problem(404, 'Request_ResourceNotFound');
  return { status: 200, body: { value: asked.groups.filter((id) => isIn(person, id.toLowerCase(), known)) } };
}

function isIn(
  person: string,
  group: string,
  known: Map<string, readonly string[]>,
  above: string[] = [],
): boolean {
  if (above.includes(group)) return false;
  const members = (known.get(group) ?? []).map((id) => id.toLowerCase());
  return members.includes(person) || members.some((id) => isIn(person, id, known, [...above, group]));
}

/** A GUID that ends in these digits. */
export function guid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
