import type { Ability } from './abilities/ability.js';
import type { AccountAsk, Answer, Ask } from './abilities/ask.js';
import { inAccount } from './access/caller.js';
import type { Permission } from './access/permission.js';
import type { Permits, Refusal } from './access/permit.js';
import { detailOf, permissionsOf, type Roles } from './access/roles.js';
import type { Trail, TrailRow } from './audit/trail.js';
import { StripeFault } from './errors.js';
import { maskAccounts, maskNotice } from './masking/mask.js';
import type { Detail, Place, Reading } from './masking/reading.js';
import { dataCards } from './masking/takenBack.js';
import { askButton } from './masking/talk.js';
import { refusalSentence, stripeSentence } from './sentences.js';
import type { StripeAccount } from './stripe/account.js';
import type { Leave } from './stripe/speaker.js';
import type { Visit } from './visit.js';

/** The road of a question, from a plan's step to masked views: permit, answer, record. Nothing is returned unrecorded. */
export interface Road {
  /** Asks leave for a step; reads nothing yet. `after`: the row behind which a list goes on. */
  permit: (step: { do: string }, visit: Visit, after?: string) => Permitted;
  /** Answers a step, or says why not. @throws TrailFault */
  answer: (permitted: Permitted) => Promise<Answer>;
  /** Opens an account for a press on a card, with a permit asked for now. @throws TrailFault */
  enter: (permission: Permission, visit: Visit) => Promise<Entered | { kind: 'answer'; answer: Answer }>;
  /** Puts one line of this visit on record. @throws TrailFault */
  record: (visit: Visit, what: Recorded) => Promise<void>;
  /** How things are written for this person; without an account, nothing of an account. */
  readingFor: (visit: Visit, permission: Permission | null) => Reading;
}

/** A step with the decision about it; `work` reads. */
export interface Permitted {
  does: string;
  step: { do: string };
  after?: string | undefined;
  visit: Visit;
  work: () => Promise<Answer>;
}

export interface Entered {
  kind: 'entered';
  ask: AccountAsk;
  leave: Leave;
}

export type Recorded = Pick<TrailRow, 'event' | 'ability' | 'outcome'> &
  Partial<
    Pick<
      TrailRow,
      'reason' | 'count' | 'coupon' | 'stripeRequest' | 'recognisedBy' | 'model' | 'tokens' | 'latency'
    >
  >;

/** What the road is built of. `abilities` is the whole table. */
export interface RoadNeeds {
  abilities: readonly Ability[];
  accounts: ReadonlyMap<string, StripeAccount>;
  roles: Roles;
  permits: Permits;
  trail: Trail;
  detail: Detail;
  clock: () => Date;
  /** A random id, for a card that is taken back. */
  random: () => string;
  takeBackAfterMinutes: number;
}

const nowhere: Place = { id: '', label: '', mode: 'test' };

/** Builds the road. */
export function createRoad(needs: RoadNeeds): Road {
  const table = new Map(needs.abilities.map((ability) => [ability.does, ability]));
  const record: Road['record'] = async (visit, what) =>
    await needs.trail.append({ ...what, ...lineOf(needs, visit) });
  return {
    record,
    readingFor: (visit, permission) => readingFor(needs, visit, permission),
    permit: (step, visit, after) => ({
      does: step.do,
      step,
      after,
      visit,
      work: permitted(needs, table.get(step.do), { step, visit, after }),
    }),
    answer: async ({ does, visit, work }) => {
      try {
        const found = await work();
        const answer = found.refusal ? refused(needs, found.refusal, visit) : found;
        await record(visit, {
          ...outcomeOf(answer),
          ability: does,
          ...(answer.count === undefined ? {} : { count: answer.count }),
        });
        return answer;
      } catch (fault) {
        if (!(fault instanceof StripeFault)) throw fault;
        const request = fault.requestId === undefined ? {} : { stripeRequest: fault.requestId };
        await record(visit, { event: 'failed', ability: does, outcome: fault.code, ...request });
        return {
          views: [maskNotice({ text: stripeSentence(fault.code, visit.correlation) })],
          outcome: fault.code,
        };
      }
    },
    enter: async (permission, visit) => {
      const entered = enter(needs, permission, visit);
      if (entered.kind === 'entered') return entered;
      await record(visit, {
        event: 'refused',
        ability: permission,
        outcome: 'refused',
        reason: entered.reason,
      });
      return { kind: 'answer', answer: refused(needs, entered, visit) };
    },
  };
}

function lineOf({ clock }: RoadNeeds, visit: Visit) {
  return {
    at: clock().getTime(),
    person: visit.caller.key,
    tenant: visit.tenant,
    channel: visit.channel,
    role: visit.caller.roles.join(','),
    account: visit.account ?? '',
    correlation: visit.correlation,
  };
}

interface Asked {
  step: { do: string };
  visit: Visit;
  after: string | undefined;
}

function permitted(
  needs: RoadNeeds,
  ability: Ability | undefined,
  { step, visit, after }: Asked,
): () => Promise<Answer> {
  if (ability === undefined) return async () => ({ views: [], outcome: 'unknown_step' });
  if (ability.permission === null) return async () => await ability.answer(step, askOf(needs, visit, null));
  const entered = enter(needs, ability.permission, visit, after);
  if (entered.kind === 'refused') return async () => ({ views: [], refusal: entered });
  return async () => await taggedWith(entered.ask, ability.answer(step, entered.ask, entered.leave));
}

/** Says under which id the data on the cards is taken back. */
async function taggedWith({ reading }: Ask, answering: Promise<Answer>): Promise<Answer> {
  const answer = await answering;
  const data = answer.views.some(({ card }) => dataCards.has(card));
  return data && reading.goes?.kind === 'goes' ? { ...answer, goes: reading.goes.id } : answer;
}

function readingFor(
  { accounts, roles, detail, clock, random, takeBackAfterMinutes: minutes }: RoadNeeds,
  visit: Visit,
  permission: Permission | null,
): Reading {
  const theirs = visit.caller.accounts.flatMap((id) => accounts.get(id)?.place ?? []);
  return {
    place: theirs.find(({ id }) => id === visit.account) ?? nowhere,
    others: theirs.filter(({ id }) => id !== visit.account),
    detail:
      permission === null
        ? 'minimal'
        : detailOf(roles, inAccount(visit.caller, visit.account), permission, detail),
    zone: visit.zone,
    locale: visit.locale,
    now: clock(),
    goes: visit.takesBack ? { kind: 'goes', id: random(), minutes } : { kind: 'stays' },
  };
}

function leaveFor({ permits }: RoadNeeds, visit: Visit, permission: Permission): Leave | Refusal {
  const decision = permits(visit.caller, permission, visit.account ?? '');
  return decision.kind === 'refused' ? decision : { permit: decision.permit, signal: visit.signal };
}

function askOf(needs: RoadNeeds, visit: Visit, permission: Permission | null, after?: string): Ask {
  return {
    visit,
    reading: readingFor(needs, visit, permission),
    leaveFor: (further) => leaveFor(needs, visit, further),
    ...(after === undefined ? {} : { after }),
  };
}

function enter(needs: RoadNeeds, permission: Permission, visit: Visit, after?: string): Entered | Refusal {
  const leave = leaveFor(needs, visit, permission);
  if ('kind' in leave) return leave;
  const account = needs.accounts.get(leave.permit.account);
  if (account === undefined) return { kind: 'refused', reason: 'account', permission, rolesThatMay: [] };
  return { kind: 'entered', ask: { ...askOf(needs, visit, permission, after), account }, leave };
}

function refused(needs: RoadNeeds, refusal: Refusal, visit: Visit): Answer {
  const reading = readingFor(needs, visit, null);
  const may = [...permissionsOf(needs.roles, inAccount(visit.caller, visit.account))];
  const text = refusalSentence(refusal, visit.caller.roles, may);
  const places = reading.others.filter(
    ({ id }) => needs.permits(visit.caller, refusal.permission, id).kind === 'permitted',
  );
  if (refusal.reason === 'account' && places.length > 0)
    return { views: [maskAccounts({ places, current: '', lead: text }, reading)], refusal };
  return { views: [maskNotice({ text, buttons: [askButton('what may I do?')] })], refusal };
}

function outcomeOf({ refusal, opened, outcome }: Answer): Pick<Recorded, 'event' | 'outcome' | 'reason'> {
  if (refusal)
    return { event: 'refused', outcome: 'refused', reason: `${refusal.reason}:${refusal.permission}` };
  if (opened) return { event: 'offered', outcome: outcome ?? 'offered' };
  if (outcome?.startsWith('refused_')) return { event: 'refused', outcome: 'refused', reason: outcome };
  return { event: 'read', outcome: outcome ?? 'answered' };
}
