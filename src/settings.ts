import type { Permission } from './access/permission.js';
import type { Environment } from './environment.js';
import { SettingsFault } from './errors.js';
import type { Detail } from './masking/reading.js';
import type { ModelSettings } from './recognition/modelSettings.js';
import { type AccountSettings, accountOf } from './settings/accounts.js';
import { checkedEnvironment, checkedFile, type Present, presentOf } from './settings/checked.js';
import { ofEnvironment } from './settings/ofEnvironment.js';
import { halfPairs } from './settings/pairs.js';
import { type PortalSettings, portalsOf } from './settings/portals.js';
import { resolveFrom } from './settings/references.js';
import { type TriggerSettings, triggersOf } from './settings/triggers.js';
import { unsafeSettings } from './settings/unsafe.js';
import { type CouponPolicy, notUsedIn, type SettingsFile } from './settingsFile.js';

export { environment } from './environment.js';
export type { AccountSettings } from './settings/accounts.js';
export type { PortalSettings } from './settings/portals.js';

type Variables = Readonly<Record<string, string | undefined>>;

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
  /** PostgreSQL's address with its password; `null`: SQLite in `dataDir`. */
  databaseUrl: string | null;
  logLevel: Environment['LOG_LEVEL'];
  secrets: string[] | null;
  bot: {
    appId: string;
    password: string | undefined;
    type: Environment['MicrosoftAppType'];
    tenantId: string | undefined;
    /** Instead of a password. */
    certificate?: { thumbprint: string; privateKey: string } | undefined;
  } | null;
  /** Microsoft Graph's address, where groups are looked up. */
  graphBase: string;
  accounts: AccountSettings[];
  roles: Record<string, { may: Permission[]; detail?: Detail | undefined }>;
  people: SettingsFile['people'];
  portals: PortalSettings[];
  tenants: string[];
  /** Programs that may ask by themselves. */
  triggers: TriggerSettings[];
  /** Names that conversations are bound to. */
  conversations: readonly string[];
  timeZone: string;
  coupons: CouponPolicy;
  detail: Detail;
  lapseAfterMinutes: number;
  /** How long a conversation remembers its last question. */
  takeBackAfterMinutes: number;
  /** Who reads /metrics; `null`: only callers on this machine. */
  metricsToken: string | null;
  limits: SettingsFile['limits'];
  trail: SettingsFile['trail'];
  model: ModelSettings | null;
  recognition: Environment['RECOGNITION'];
  loopback: LoopbackSettings | null;
  page: PageSettings | null;
  /** Keys the settings file sets that nothing acts on yet. */
  notUsedYet: readonly string[];
}

/** Reads the environment and the settings file (parsed JSON, or `null` where there is none).
 * @throws SettingsFault with every fault at once */
export function readSettings(variables: Variables, file: unknown): Settings {
  const faults: string[] = [];
  const present = presentOf(variables);
  const env = readEnvironment(present, faults);
  const given = checkedFile(file ?? fileOfEnvironment(env), faults);
  const settings = given && { ...ofFile(given, { present, env, faults }), ...ofEnvironment(env) };
  faults.push(...unsafeSettings({ present, env, file: file === null ? null : given }));
  if (settings === null || faults.length > 0) throw new SettingsFault([...new Set(faults)]);
  return settings;
}

/** Every fault of the environment alone: told even where the settings file cannot be read. */
export function environmentFaults(variables: Variables): string[] {
  const faults: string[] = [];
  readEnvironment(presentOf(variables), faults);
  return faults;
}

function readEnvironment(present: Present, faults: string[]): Environment {
  const env = checkedEnvironment(present, faults);
  faults.push(...halfPairs(env));
  return env;
}

/** Without a settings file: one account, and nobody may do anything in it. */
function fileOfEnvironment(env: Environment): unknown {
  const throughN8n = env.N8N_GATEWAY_URL && !env.STRIPE_SECRET_KEY;
  if (throughN8n)
    return {
      accounts: [{ id: 'main', label: 'Main account', mode: 'test', via: 'n8n' }],
      roles: {},
      people: [],
    };
  const mode = /^.._live_/.test(env.STRIPE_SECRET_KEY ?? '') ? 'live' : 'test';
  const couponKey = env.STRIPE_COUPON_KEY ? { couponKey: 'env:STRIPE_COUPON_KEY' } : {};
  const main = { id: 'main', label: 'Main account', mode, key: 'env:STRIPE_SECRET_KEY', ...couponKey };
  return { accounts: [main], roles: {}, people: [] };
}

function ofFile(
  file: SettingsFile,
  { present, env, faults }: { present: Present; env: Environment; faults: string[] },
) {
  const resolve = resolveFrom(present, faults);
  return {
    accounts: file.accounts.map((one) => accountOf(one, { env, resolve, faults })),
    roles: file.roles,
    people: file.people,
    portals: portalsOf(file.portals, { resolve, faults }),
    tenants: file.tenants,
    triggers: triggersOf(file.triggers, { resolve, faults }),
    conversations: Object.keys(file.conversations),
    timeZone: file.timeZone,
    coupons: file.coupons,
    detail: file.cards.detail,
    lapseAfterMinutes: file.confirmation.lapseAfterMinutes,
    takeBackAfterMinutes: file.cards.takeBackAfterMinutes,
    limits: file.limits,
    trail: file.trail,
    loopback: null,
    page: null,
    notUsedYet: notUsedIn(file),
  };
}
