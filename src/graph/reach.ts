import type { Settings } from '../settings.js';

type Bot = NonNullable<Settings['bot']>;

/** The tenant whose directory an app gets a token for: the person's own for an app of many tenants, else the app's. */
export function tokenTenant(bot: Pick<Bot, 'type' | 'tenantId'>, tenant: string): string {
  return bot.type === 'MultiTenant' ? tenant : (bot.tenantId ?? '').toLowerCase();
}

/** Whether the app can look up people of a tenant: one of a single tenant has no token for another's directory. */
export function reaches(bot: Pick<Bot, 'type' | 'tenantId'> | null, tenant: string): boolean {
  return bot !== null && tokenTenant(bot, tenant.toLowerCase()) === tenant.toLowerCase();
}
