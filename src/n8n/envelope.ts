import { z } from 'zod';

/** What came through n8n: the answer of the other side, or that n8n's workflow refused to ask, by its code. */
export type Envelope =
  | { kind: 'answer'; status: number; headers: Record<string, string>; body: unknown }
  | { kind: 'refused'; why: string };

const mark = { gateway: z.literal('n8n'), v: z.literal(1) };
/** A code and nothing else: n8n may write whatever it likes there. */
const code = z.string().transform((why) => (/^[a-z_]{1,40}$/.test(why) ? why : 'unknown'));
const refused = z.object({ ...mark, refused: code });
const answer = z.object({
  ...mark,
  refused: z.undefined().optional(),
  status: z.int().min(100).max(599),
  headers: z.record(z.string(), z.unknown()).default({}),
  body: z.unknown(),
});

/** Reads what a gateway workflow answered; `null` where it is no envelope, so no answer of the other side. */
export function readEnvelope(sent: unknown): Envelope | null {
  const no = refused.safeParse(sent);
  if (no.success) return { kind: 'refused', why: no.data.refused };
  const { data } = answer.safeParse(sent);
  if (!data) return null;
  return { kind: 'answer', status: data.status, headers: texts(data.headers), body: data.body };
}

/** Headers by their small names. n8n may write one that was not there as `null`. */
function texts(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && value !== 'undefined' ? [[name.toLowerCase(), value]] : [],
    ),
  );
}

/** What a status of n8n's own means, where there is no envelope: it does not let us in or has no such workflow, or it is
 * down or failed on the way, so nobody knows how far it came. */
export function troubleOf(status: number): 'setup' | 'down' {
  return status >= 500 || status === 408 || status === 429 ? 'down' : 'setup';
}
