import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runDoctor } from '../../../src/commands/doctor.js';
import type { StandInKey } from '../../../src/demo/stripe/account.js';
import type { Fault } from '../../../src/demo/stripe/faults.js';
import { startStripe } from '../../../src/demo/stripe/server.js';
import { emptyAccount } from '../../../src/demo/stripe/store.js';
import type { TokenOf } from '../../../src/graph/tokens.js';
import { openWire, type Said, said } from '../../stripe/wire.js';

const reads = ['charge', 'customer', 'coupon', 'promotion_code', 'balance'].map((one) => `rak_${one}_read`);
const writes = ['rak_coupon_write', 'rak_promotion_code_write'];

/** The stand-in's keys: whole ones, and one for each permission that lacks it. */
export const keys: readonly StandInKey[] = [
  { key: 'rk_test_reads', permissions: reads },
  { key: 'rk_test_coupons', permissions: writes },
  { key: 'sk_test_full', permissions: 'all' },
  ...reads.map((left) => ({
    key: `rk_test_without_${left}`,
    permissions: reads.filter((one) => one !== left),
  })),
  ...writes.map((left) => ({
    key: `rk_test_without_${left}`,
    permissions: [...reads, ...writes].filter((one) => one !== left),
  })),
];

const way = {
  name: 'Somebody | a/model',
  tag: 'somebody',
  supported_parameters: ['structured_outputs', 'response_format', 'max_tokens', 'temperature'],
};

/** What OpenRouter answers to each path; a test changes what it is about. */
export interface RouterAnswers {
  key: Said;
  model: Said;
  zdr: Said;
}

/** Answers with which nothing is wrong. */
export const healthy: RouterAnswers = {
  key: said({ data: { limit_remaining: 5, is_free_tier: false } }),
  model: said({ data: { endpoints: [way] } }),
  zdr: said({ data: [way] }),
};
/** The same provider, which cannot answer in a fixed form. */
export const looseWay = { ...way, supported_parameters: ['max_tokens', 'temperature'] };

/** What is wrong in a case; whatever is left out is as it should be. */
export interface Wrong {
  env?: Readonly<Record<string, string>>;
  /** Laid over the settings file, or the text of one. */
  file?: Readonly<Record<string, unknown>> | string;
  account?: Readonly<Record<string, unknown>>;
  /** Strikes every request to Stripe. */
  stripe?: Fault;
  router?: Partial<RouterAnswers>;
  within?: number;
  now?: () => number;
  args?: string[];
  graphTokens?: TokenOf;
}

/** What the doctor said of it. */
export interface Findings {
  ok: boolean;
  /** Its lines, with two spaces between their parts. */
  lines: string[];
  /** All it wrote. */
  text: string;
}

/** Settings with which nothing is wrong, at these addresses. */
function sound(at: { stripe: string; router: string; folder: string }) {
  return {
    READS: 'rk_test_reads',
    COUPONS: 'rk_test_coupons',
    PORTAL: '0123456789abcdefghij',
    TILLKEEPER_SECRET: 'f3a9c1d47be2508691c4',
    STRIPE_API_BASE: at.stripe,
    OPENROUTER_API_KEY: 'sk-or-v1-0123456789abcdef',
    OPENROUTER_BASE_URL: `${at.router}/api/v1`,
    OPENROUTER_MODELS: 'a/model',
    DATA_DIR: path.join(at.folder, 'data'),
    SETTINGS_FILE: path.join(at.folder, 'settings.json'),
  };
}

function settingsWith({ file, account }: Wrong): string {
  if (typeof file === 'string') return file;
  return JSON.stringify({
    accounts: [
      { id: 'main', label: 'Main', mode: 'test', key: 'env:READS', couponKey: 'env:COUPONS', ...account },
    ],
    roles: { all: ['charges.read', 'customers.read', 'coupons.read', 'balance.read', 'coupons.create'] },
    people: [{ portal: 'intranet', user: 'u-1', roles: ['all'], accounts: ['main'] }],
    portals: [{ id: 'intranet', secret: 'env:PORTAL', origins: ['https://intranet.example'] }],
    ...file,
  });
}

/** Sends the doctor to stand-ins and settings with this wrong. */
export async function examine(wrong: Wrong = {}): Promise<Findings> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-doctor-'));
  const stripe = await startStripe({
    clock: Date.now,
    accounts: [
      { id: 'acct_one', name: 'One', mode: 'test', keys, data: emptyAccount() },
      {
        id: 'acct_one',
        name: 'One',
        mode: 'live',
        keys: [{ key: 'rk_test_live', permissions: 'all' }],
        data: emptyAccount(),
      },
      {
        id: 'acct_two',
        name: 'Two',
        mode: 'test',
        keys: [{ key: 'rk_test_two', permissions: 'all' }],
        data: emptyAccount(),
      },
    ],
  });
  if (wrong.stripe) stripe.queueFault({ ...wrong.stripe, times: 1000 });
  const answers = { ...healthy, ...wrong.router };
  const router = await openWire(({ path: asked }) => {
    if (asked.endsWith('/key')) return answers.key;
    return asked.endsWith('/zdr') ? answers.zdr : answers.model;
  });
  writeFileSync(path.join(folder, 'settings.json'), settingsWith(wrong));
  const env = {
    ...sound({ stripe: stripe.url, router: router.url.origin, folder }),
    ...wrong.env,
  };
  const run = async (args: string[]) => {
    const printed: string[] = [];
    const into = (line: string) => void printed.push(line);
    const { within = 5000, now = Date.now, graphTokens } = wrong;
    const ok = await runDoctor({
      args,
      env,
      print: into,
      note: into,
      within,
      now,
      ...(graphTokens ? { graphTokens } : {}),
    });
    return { ok, printed };
  };
  try {
    const { ok, printed } = await run(wrong.args ?? []);
    return { ok, lines: printed.map((line) => line.replace(/ {2,}/g, '  ')), text: printed.join('\n') };
  } finally {
    await Promise.all([stripe.close(), router.close()]);
    rmSync(folder, { recursive: true, force: true });
  }
}
