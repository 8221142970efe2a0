import { RateLimiterMemory } from 'rate-limiter-flexible';

/** How much a person, a tenant and everybody together may ask for. Numbers come from the settings. */
export interface LimitSettings {
  messagesPerMinute: number;
  modelCallsPerMinute: number;
  modelCallsPerTenantPerMinute: number;
  modelTokensPerDay: number;
}

/** Counts what was used. Each verb says whether it was still within the limit. */
export interface Limits {
  message: (person: string) => Promise<boolean>;
  modelCall: (person: string, tenant: string) => Promise<boolean>;
  /** Takes tokens off today's number; the next model calls are refused once it is used up. */
  spend: (tokens: number) => Promise<void>;
}

const minute = 60;
const day = 86_400;

/** Makes the limits, counted in this process. */
export function createLimits(settings: LimitSettings): Limits {
  const counter = (points: number, duration: number) => new RateLimiterMemory({ points, duration });
  const messages = counter(settings.messagesPerMinute, minute);
  const calls = counter(settings.modelCallsPerMinute, minute);
  const tenantCalls = counter(settings.modelCallsPerTenantPerMinute, minute);
  const tokens = counter(settings.modelTokensPerDay, day);
  return {
    message: (person) => taken(messages, person),
    modelCall: async (person, tenant) => {
      const used = await tokens.get('all');
      if (used !== null && used.consumedPoints >= settings.modelTokensPerDay) return false;
      return (await taken(calls, person)) && (await taken(tenantCalls, tenant));
    },
    spend: async (count) => {
      await tokens.penalty('all', Math.max(0, Math.round(count)));
    },
  };
}

/** The library rejects with its counts when there is nothing left; with an error when it fails. */
async function taken(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refused: unknown) {
    if (refused instanceof Error) throw refused;
    return false;
  }
}
