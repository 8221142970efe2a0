import type { AccountSettings } from '../../settings.js';
import type { Told } from '../../stripe/askKey.js';
import { gatewayRefuses } from '../../stripe/gatewayRefuses.js';
import { type KeyReport, keyReport, type Staff } from '../../stripe/keyReport.js';
import { keyFaults, n8nWords } from '../../stripe/keyWords.js';
import { type Check, type Examination, fail, failOf, ok, warn } from './check.js';
import { rightChecks } from './rightChecks.js';

interface Needs {
  staff: Staff;
  within: number;
  now: () => number;
  random: () => string;
  /** Told by how much our clock is ahead of Stripe's, in ms. */
  heard: (ahead: number) => void;
}

/** Asks Stripe with both keys of an account: reach, kind of key, mode, whose it is, and each permission. */
export function accountExamination(
  account: AccountSettings,
  { staff, within, now, random, heard }: Needs,
): Examination {
  const check = `account ${account.id}`;
  return {
    check,
    examine: async () => {
      const [report, gateway] = await Promise.all([
        keyReport(account, staff, { thorough: true, within, now, random }),
        account.gateway ? gatewayChecks(check, account, { within, random }) : [],
      ]);
      for (const told of [report.reads, report.writes]) if (told?.ahead != null) heard(told.ahead);
      const faults = keyFaults(report).map((fault) =>
        failOf(check, begun(fault.replace(/^accounts\.[\w-]+: /, ''))),
      );
      return [...faults, ...gateway, ...keyChecks(check, report), ...couponChecks(check, report)];
    },
  };
}

/** Whether n8n refuses on its own what the bot never asks for; where it cannot be asked, the other checks say why. */
async function gatewayChecks(
  account: string,
  settings: AccountSettings,
  asking: Parameters<typeof gatewayRefuses>[1],
): Promise<Check[]> {
  const check = `${account} n8n`;
  const refuses = await gatewayRefuses(settings, asking);
  if (refuses === null) return [];
  return [
    refuses
      ? ok(check, 'n8n refuses what this bot never asks for.')
      : fail(
          check,
          'n8n lets through what this bot never asks for.',
          `Make the workflow anew: npm run n8n -- workflow --account ${settings.id}.`,
        ),
  ];
}

/** A sentence that begins with a capital. */
const begun = (sentence: string) => `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`;

function keyChecks(check: string, { account, reads, needed }: KeyReport): Check[] {
  if (refused(reads)) return [];
  const silent = silence(check, reads, 'key');
  if (silent) return [silent];
  return [
    ...(faultless(reads, account) ? [standing(check, account, reads)] : []),
    ...rightChecks(check, { told: reads, which: 'key', needed: needed.reads }),
  ];
}

function couponChecks(account: string, { account: { key, couponKey }, writes, needed }: KeyReport): Check[] {
  const check = `${account} coupons`;
  if (writes === null)
    return needed.writes.length === 0
      ? []
      : [
          warn(
            check,
            'There is no coupon key, so no coupon can be made.',
            'Name one as couponKey in the settings.',
          ),
        ];
  if (refused(writes)) return [];
  const silent = silence(check, writes, 'coupon key');
  if (silent) return couponKey === key ? [] : [silent];
  const which = 'coupon key';
  return rightChecks(check, { told: writes, which, needed: ['makeCoupons', 'makePromotionCodes'] });
}

const refused = ({ fault }: Told) =>
  fault === 'key_refused' || fault === 'no_such_account' || fault === 'wrong_mode';

function silence(check: string, { fault }: Told, which: string): Check | null {
  if (fault === null) return null;
  const ofN8n = n8nWords[fault];
  if (ofN8n)
    return fail(
      check,
      `${begun(ofN8n)}, so the ${which} could not be checked.`,
      'Check that n8n runs and the workflow is published, N8N_GATEWAY_URL, and that both sides have the same secret.',
    );
  const why: Readonly<Record<string, string>> = {
    timeout: 'Stripe did not answer in time',
    unavailable: 'Stripe cannot be reached or has a failure of its own',
    rate_limited: 'Stripe says that too much is asked at once',
  };
  return fail(
    check,
    `${why[fault] ?? 'What answers is not Stripe, or cannot be read'}, so the ${which} could not be checked.`,
    fault === 'rate_limited'
      ? 'Wait a minute, then try again.'
      : 'Check the network, STRIPE_API_BASE if it is set, and status.stripe.com.',
  );
}

function faultless({ live }: Told, { mode }: AccountSettings): boolean {
  return live === null || live === (mode === 'live');
}

function standing(check: string, { key, mode, gateway }: AccountSettings, { owner, live }: Told): Check {
  const whose = owner === null ? 'whose account it is could not be asked' : `Stripe account ${owner}`;
  if (live === null)
    return warn(
      check,
      `Stripe takes the key, but whether it is of ${mode} mode could not be proved; ${whose}.`,
      'Tick Balance: Read at the restricted key.',
    );
  if (gateway) return ok(check, `Through n8n, Stripe takes the key that n8n has, ${mode} mode, ${whose}.`);
  if (key.startsWith('sk_'))
    return warn(
      check,
      `Stripe takes the key, ${mode} mode, ${whose}, but it may do everything.`,
      'Make a restricted key with the permissions below and put that.',
    );
  return ok(check, `Stripe takes the restricted key, ${mode} mode, ${whose}.`);
}
