import type { TurnContext } from 'botbuilder';
import { identityOfKey } from '../src/access/personKey.js';
import type { SecondPerson } from '../src/offers/approval/secondPerson.js';
import type { Seen } from '../src/store/references.js';
import type { Visit } from '../src/visit.js';
import { type ApprovalNeeds, mayApprove, visitOf } from './approvalNeeds.js';
import { createApprovalNews } from './approvalNews.js';
import { createApprovalPost } from './approvalPost.js';

/** The second person as the bot meets them: asked, told, and recognised when they come. */
export interface SecondPeople extends SecondPerson {
  /** Who is to be remembered with a personal chat, so that they can be reached there; nobody in a group. */
  seen: (visit: Visit) => Seen | undefined;
  /** Someone is here: they get what waits for them and learn what could not be told. Never rejects: their own
   * question was answered before. */
  heard: (context: TurnContext, visit: Visit) => Promise<void>;
  /** Does what is due; a worker calls it. */
  due: () => Promise<void>;
}

/** Makes them. */
export function createSecondPeople(needs: ApprovalNeeds): SecondPeople {
  const { approvers, creators, lapseAfterMinutes, cards, road, directory, pseudonymOf } = needs;
  const post = createApprovalPost(needs);
  const news = createApprovalNews(needs);
  return {
    approvers,
    creators,
    lapseAfterMinutes,
    deliver: post.deliver,
    tell: news.tell,
    due: news.due,
    shown: async (offer, { conversation }, activity) => {
      const card = await cards.find(offer, conversation);
      if (card) await cards.placed(card.id, activity ?? '');
    },
    asker: async (row, { correlation, signal }) => {
      const { account, channel, conversation, terms, second } = row;
      const caller = await directory(identityOfKey(second?.asker ?? ''), signal);
      const known = { caller, account, channel, conversation, zone: terms.zone, locale: 'en-US' };
      const entered = await road.enter('coupons.create', { ...visitOf(known, correlation), signal });
      return entered.kind === 'entered' ? entered : null;
    },
    seen: ({ caller, group, zone, locale }) => {
      if (group || caller.key === 'unknown') return undefined;
      const approves = caller.accounts.some((account) => mayApprove(needs, caller, account));
      return { key: caller.key, mark: pseudonymOf(caller.key), approves, zone, locale };
    },
    heard: async (context, visit) => {
      try {
        await news.tellHere(context, visit);
        if (!visit.group && visit.caller.key !== 'unknown') await post.showTo(context, visit);
      } catch (fault) {
        needs.onFault(fault);
      }
    },
  };
}
