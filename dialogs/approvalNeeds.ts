import type { Caller, Directory } from '../src/access/caller.js';
import type { Permits } from '../src/access/permit.js';
import type { Road } from '../src/answer.js';
import type { Trail } from '../src/audit/trail.js';
import type { SpeakFirst } from '../src/channels/speakFirst.js';
import type { Reading } from '../src/masking/reading.js';
import type { CouponPolicy } from '../src/settingsFile.js';
import type { ApprovalCards } from '../src/store/approvalCards.js';
import type { BoundConversations } from '../src/store/boundConversations.js';
import type { Confirmations } from '../src/store/confirmations.js';
import type { Confirmation } from '../src/store/offerRow.js';
import type { References } from '../src/store/references.js';
import type { Visit } from '../src/visit.js';

/** What it takes to ask a second person and to tell what became of it. */
export interface ApprovalNeeds {
  confirmations: Confirmations;
  cards: ApprovalCards;
  references: References;
  bound: Pick<BoundConversations, 'find'>;
  speakFirst: SpeakFirst;
  road: Road;
  permits: Permits;
  directory: Directory;
  /** Marks of the people that the settings name one by one with a role that may approve. */
  listed: readonly string[];
  trail: Trail;
  pseudonymOf: (key: string) => string;
  policy: CouponPolicy;
  approvers: readonly string[];
  creators: readonly string[];
  lapseAfterMinutes: number;
  timeZone: string;
  clock: () => Date;
  onFault: (fault: unknown) => void;
}

/** Whether someone may approve coupons in an account now. */
export function mayApprove({ permits }: ApprovalNeeds, caller: Caller, account: string): boolean {
  return permits(caller, 'coupons.approve', account).kind === 'permitted';
}

/** A reader of whom no more is known than their zone and locale: shown an offer's account and no customer. */
export function readingFor(
  { road, timeZone }: ApprovalNeeds,
  { account, channel, conversation }: Confirmation,
  { zone = timeZone, locale = 'en-US' }: { zone?: string; locale?: string } = {},
): Reading {
  const caller: Caller = { key: '', roles: [], accounts: [account] };
  return road.readingFor(visitOf({ caller, account, channel, conversation, zone, locale }), null);
}

type Known = Pick<Visit, 'caller' | 'channel' | 'conversation' | 'zone' | 'locale'> & { account: string };

/** A visit of someone who is not here, in an offer's account: for what is looked up and drawn on their behalf. */
export function visitOf(known: Known, correlation = ''): Visit {
  return {
    ...known,
    tenant: '',
    group: false,
    correlation,
    takesBack: false,
    signal: AbortSignal.timeout(longest),
  };
}

/** Longest that one card may take on its way, in ms. */
export const longest = 6000;
