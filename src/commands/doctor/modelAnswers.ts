import { z } from 'zod';
import { boundedFetch } from '../../recognition/boundedFetch.js';
import type { ModelSettings } from '../../recognition/modelSettings.js';

/** The list of every endpoint without retention is some hundred thousand bytes. */
const mostBytes = 16 * 1024 * 1024;

/** What OpenRouter answered: of the form that was asked for, a refusal by its status, or nothing that can be read. */
export type Answer<T> =
  | { kind: 'answer'; data: T; ahead: number | null }
  | { kind: 'status'; status: number; ahead: number | null }
  | { kind: 'none'; why: 'slow' | 'unreached' | 'unreadable' };

const endpoint = z.object({
  name: z.string(),
  tag: z.string().optional(),
  supported_parameters: z.array(z.string()).catch([]),
});

/** One provider's way to a model. */
export type Endpoint = z.infer<typeof endpoint>;

/** `GET /key`: what this key may still spend, `null` without a limit. */
export const keyAnswer = z.object({
  data: z.object({ limit_remaining: z.number().nullish(), is_free_tier: z.boolean().optional() }),
});
/** `GET /models/{author}/{slug}/endpoints` */
export const modelAnswer = z.object({ data: z.object({ endpoints: z.array(endpoint) }) });
/** `GET /endpoints/zdr`: endpoints that keep nothing, and so cannot train on it either. */
export const zeroRetentionAnswer = z.object({ data: z.array(endpoint) });

/** Asks OpenRouter for one of its lists; nothing about anybody leaves, and nothing is paid for. Never throws. */
export async function askOpenRouter<T>(
  { key, baseUrl }: ModelSettings,
  path: string,
  { form, within, now }: { form: z.ZodType<T>; within: number; now: () => number },
): Promise<Answer<T>> {
  try {
    const response = await boundedFetch(mostBytes)(`${baseUrl.replace(/\/$/, '')}${path}`, {
      headers: { authorization: `Bearer ${key}`, accept: 'application/json' },
      signal: AbortSignal.timeout(within),
    });
    const sent = Date.parse(response.headers.get('date') ?? '');
    const ahead = Number.isNaN(sent) ? null : now() - sent;
    if (response.status !== 200) {
      await response.body?.cancel();
      return { kind: 'status', status: response.status, ahead };
    }
    const { success, data } = form.safeParse(JSON.parse(await response.text()));
    return success ? { kind: 'answer', data, ahead } : { kind: 'none', why: 'unreadable' };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'TimeoutError' || name === 'AbortError') return { kind: 'none', why: 'slow' };
    return { kind: 'none', why: error instanceof SyntaxError ? 'unreadable' : 'unreached' };
  }
}
