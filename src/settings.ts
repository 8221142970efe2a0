import type { z } from 'zod';
import type { Permission } from './access/permission.js';
import { type Environment, environment, laterNames } from './environment.js';
import { SettingsFault } from './errors.js';
import type { Detail } from './masking/reading.js';
import { type CouponPolicy, type SettingsFile, settingsFile } from './settingsFile.js';

export { environment } from './environment.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** One connected Stripe account. `base` is another address than Stripe's, for the demo and tests. */
export interface AccountSettings {
  id: string;
  label: string;
  mode: 'test' | 'live';
  key: string;
  couponKey: string | null;
  stripeAccount: string | null;
  base: URL | null;
}

export interface PortalSettings {
  id: string;
  /** `null`: no secret is asked, but only `people` get a token (the demo). */
  secret: string | null;
  origins: string[];
  people: string[] | null;
}

/** Who a loopback caller of `/api/messages` is while there is no app id: a portal's user, or `otherwise`. */
export interface LoopbackSettings {
  portal: string;
  otherwise: string;
}

export interface PageSettings {
  title: string;
  people: readonly { id: string; name: string; what: string }[];
  examples: readonly string[];
}

/** Everything the process is told, checked. Secrets are whole in here: never log it. */
export interface Settings {
  port: number;
  host: string;
  dataDir: string;
  logLevel: Environment['LOG_LEVEL'];
  secrets: string[] | null;
  bot: {
    appId: string;
    password: string | undefined;
    type: Environment['MicrosoftAppType'];
    tenantId: string | undefined;
  } | null;
  accounts: AccountSettings[];
  roles: Record<string, { may: Permission[]; detail?: Detail | undefined }>;
  people: SettingsFile['people'];
  portals: PortalSettings[];
  tenants: string[];
  timeZone: string;
  coupons: CouponPolicy;
  detail: Detail;
  lapseAfterMinutes: number;
  /** How long a conversation remembers its last question. */
  takeBackAfterMinutes: number;
  limits: SettingsFile['limits'];
  model: { key: string; baseUrl: string; models: string[] } | null;
  recognition: Environment['RECOGNITION'];
  loopback: LoopbackSettings | null;
  page: PageSettings | null;
}

/** Where the default models of OpenRouter stand when `OPENROUTER_MODELS` does not name others. */
const defaultModels = ['openai/gpt-4.1-mini', 'google/gemini-2.5-flash'];
const openRouter = 'https://openrouter.ai/api/v1';

/** Reads the environment and the settings file (parsed JSON, or `null` where there is none).
 * @throws SettingsFault with every fault at once */
export function readSettings(variables: Variables, file: unknown): Settings {
  const faults: string[] = [];
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const env = parsed(environment, present, '', faults);
  for (const name of laterNames.filter((one) => present[one]))
    faults.push(`${name} is set, but this version does not use it yet. Remove it.`);
  const raw = file ?? (env ? fileOfEnvironment(env) : null);
  const given = raw === null ? null : parsed(settingsFile, raw, 'settings file: ', faults);
  if (env) faults.push(...halfPairs(env));
  if (!env || !given) throw new SettingsFault(faults);
  const settings = { ...ofFile(given, present, env, faults), ...ofEnvironment(env) };
  if (faults.length > 0) throw new SettingsFault(faults);
  return settings;
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, where: string, faults: string[]): T | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    faults.push(
      `${where}${issue.path.join('.') || 'the whole'}: ${issue.message}. See .env.example and settings.example.json.`,
    );
  return null;
}

function halfPairs(env: Environment): string[] {
  const faults: string[] = [];
  if (env.STRIPE_COUPON_KEY && !env.STRIPE_SECRET_KEY)
    faults.push(
      'STRIPE_SECRET_KEY is missing beside STRIPE_COUPON_KEY. Put a restricted key that may read in .env.',
    );
  if (env.MicrosoftAppPassword && !env.MicrosoftAppId)
    faults.push('MicrosoftAppId is missing beside MicrosoftAppPassword. Put the bot’s app id in .env.');
  if (env.MicrosoftAppId && !env.MicrosoftAppPassword && env.MicrosoftAppType !== 'UserAssignedMSI')
    faults.push(
      `MicrosoftAppPassword is missing: MicrosoftAppType ${env.MicrosoftAppType} needs it. Put it in .env.`,
    );
  if (env.MicrosoftAppId && !env.MicrosoftAppTenantId && env.MicrosoftAppType !== 'MultiTenant')
    faults.push(
      `MicrosoftAppTenantId is missing: MicrosoftAppType ${env.MicrosoftAppType} needs it. Put it in .env.`,
    );
  return faults;
}

/** Without a settings file: one account, and nobody may do anything in it. */
function fileOfEnvironment(env: Environment): unknown {
  const mode = /_live_/.test(env.STRIPE_SECRET_KEY ?? '') ? 'live' : 'test';
  const couponKey = env.STRIPE_COUPON_KEY ? { couponKey: 'env:STRIPE_COUPON_KEY' } : {};
  const main = { id: 'main', label: 'Main account', mode, key: 'env:STRIPE_SECRET_KEY', ...couponKey };
  return { accounts: [main], roles: {}, people: [] };
}

function ofEnvironment(env: Environment) {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    logLevel: env.LOG_LEVEL,
    secrets: env.TILLKEEPER_SECRET ?? null,
    recognition: env.RECOGNITION,
    bot: env.MicrosoftAppId
      ? {
          appId: env.MicrosoftAppId,
          password: env.MicrosoftAppPassword,
          type: env.MicrosoftAppType,
          tenantId: env.MicrosoftAppTenantId,
        }
      : null,
    model: env.OPENROUTER_API_KEY
      ? {
          key: env.OPENROUTER_API_KEY,
          baseUrl: env.OPENROUTER_BASE_URL ?? openRouter,
          models: env.OPENROUTER_MODELS ?? defaultModels,
        }
      : null,
  };
}

function ofFile(file: SettingsFile, variables: Variables, env: Environment, faults: string[]) {
  const secret = (reference: string, where: string) => resolved(reference, variables, where, faults);
  return {
    accounts: file.accounts.map((one) => ofAccount(one, env, faults, secret)),
    roles: file.roles,
    people: file.people,
    portals: file.portals.map((one) => ({
      id: one.id,
      secret: secret(one.secret, `portals.${one.id}.secret`),
      origins: one.origins,
      people: null,
    })),
    tenants: file.tenants,
    timeZone: file.timeZone,
    coupons: file.coupons,
    detail: file.cards.detail,
    lapseAfterMinutes: file.confirmation.lapseAfterMinutes,
    takeBackAfterMinutes: file.cards.takeBackAfterMinutes,
    limits: file.limits,
    loopback: null,
    page: null,
  };
}

function ofAccount(
  one: SettingsFile['accounts'][number],
  env: Environment,
  faults: string[],
  secret: (reference: string, where: string) => string,
): AccountSettings {
  const at = `accounts.${one.id}`;
  const key = secret(one.key, `${at}.key`);
  const couponKey = one.couponKey ? secret(one.couponKey, `${at}.couponKey`) : null;
  const base = env.STRIPE_API_BASE ? new URL(env.STRIPE_API_BASE) : null;
  for (const each of [key, couponKey ?? '']) faults.push(...keyFaults(each, one.mode, at, env, base));
  return {
    id: one.id,
    label: one.label,
    mode: one.mode,
    key,
    couponKey,
    stripeAccount: one.stripeAccount,
    base,
  };
}

function keyFaults(key: string, mode: string, at: string, env: Environment, base: URL | null): string[] {
  const faults: string[] = [];
  const kind = /^(sk|rk)_(test|live)_/.exec(key);
  if (kind && kind[2] !== mode)
    faults.push(
      `${at}: the key is a ${kind[2]} key, the account says mode ${mode}. Put the key of that mode.`,
    );
  if (kind?.[1] === 'sk' && kind[2] === 'live' && env.ALLOW_FULL_KEY !== 'true')
    faults.push(
      `${at}: a full live key may do everything in Stripe. Make a restricted key (rk_live_…), or set ALLOW_FULL_KEY=true.`,
    );
  if (kind?.[2] === 'live' && base && base.hostname !== 'api.stripe.com')
    faults.push(
      `${at}: a live key goes to Stripe only, and STRIPE_API_BASE names another host. Remove STRIPE_API_BASE.`,
    );
  return faults;
}

function resolved(reference: string, variables: Variables, where: string, faults: string[]): string {
  const name = reference.replace(/^env:/, '');
  if (reference.startsWith('file:')) {
    faults.push(`${where}: file: references are not read by this version. Use env:NAME.`);
    return '';
  }
  const value = variables[name]?.trim();
  if (!value) faults.push(`${where}: ${name} is empty. Put it in .env; see .env.example.`);
  return value ?? '';
}
