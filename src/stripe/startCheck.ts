import type { AccountSettings } from '../settings.js';
import type { Told } from './askKey.js';
import { type KeyReport, keyReport, type Staff } from './keyReport.js';
import { keyFaults, lacking, unproved } from './keyWords.js';

/** What the start found: faults stop it, the rest is said. */
export interface StartFindings {
  faults: string[];
  said: { account: string; message: string }[];
}

/** Longest that the start waits for Stripe, in ms; all keys are asked at once. */
export const longestWait = 3000;

const nobody: Staff = { roles: {}, people: [] };

/** Asks Stripe with every key of every account whether it is taken, of which mode, whose, and whether it may read what
 * those who use the account may ask for. What cannot be asked in time is said.
 * @param random for the ids of tokens to n8n, where that has the keys */
export async function checkAccounts(
  accounts: readonly AccountSettings[],
  staff = nobody,
  { within = longestWait, random }: { within?: number; random?: () => string } = {},
): Promise<StartFindings> {
  const reports = await Promise.all(
    accounts.map((account) => keyReport(account, staff, { thorough: false, within, random })),
  );
  return {
    faults: reports.flatMap(keyFaults),
    said: [
      ...reports.flatMap((report) =>
        sentences(report).map((message) => ({ account: report.account.id, message })),
      ),
      ...twins(reports),
    ],
  };
}

function sentences({ account, reads, writes, needed }: KeyReport): string[] {
  const [, mode] = /^sk_(test|live)_/.exec(account.key) ?? [];
  const own = writes !== null && account.couponKey !== account.key ? writes : null;
  return [
    ...(mode ? [`this key may do everything in ${mode} mode; a restricted key is enough`] : []),
    ...unproved(reads, 'key'),
    ...lacking(reads, 'key', needed.reads),
    ...(own ? [...unproved(own, 'coupon key'), ...tooLittle(own)] : []),
  ];
}

/** Who may write may read, so who may not read may not write: all that can be said without making something. */
function tooLittle({ rights }: Told): string[] {
  const lacks = (['coupons', 'promotionCodes'] as const).filter((right) => rights[right] === 'lacks');
  return lacking(
    { rights: { makeCoupons: rights.coupons, makePromotionCodes: rights.promotionCodes } },
    'coupon key',
    lacks.map((right) => (right === 'coupons' ? 'makeCoupons' : 'makePromotionCodes')),
  );
}

/** Two accounts of the settings that are one at Stripe: perhaps meant, perhaps the same key pasted twice. */
function twins(reports: readonly KeyReport[]): StartFindings['said'] {
  const owner = ({ reads }: KeyReport) => reads.owner && `${reads.owner} ${reads.live}`;
  return reports.flatMap((report, at) => {
    const twin = reports.slice(0, at).find((one) => owner(one) !== null && owner(one) === owner(report));
    return twin
      ? [{ account: report.account.id, message: `this is the same Stripe account as ${twin.account.id}` }]
      : [];
  });
}
