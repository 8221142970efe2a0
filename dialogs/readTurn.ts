import { TurnContext } from 'botbuilder';
import type { Visit } from '../src/visit.js';
import { carriedBy, isApprovalAct } from './acts.js';
import type { ApprovalPress } from './approvalPress.js';
import { type InGroupNeeds, inGroup } from './inGroup.js';
import { nowhere, type PressNeeds, pressed, unknownButton } from './presses.js';
import { type ReadingNeeds, read } from './reading.js';
import { type Request, said } from './request.js';
import { typed } from './typed.js';

export type RequestNeeds = PressNeeds & ReadingNeeds & InGroupNeeds & { approvalPress: ApprovalPress };

/** Reads a turn: a press on a card that carries its own meaning, or a sentence for the recogniser. */
export function createTurnReader(needs: RequestNeeds) {
  const sentence = async (context: TurnContext, visit: Visit, text: string): Promise<Request> => {
    const given = await typed(needs.road, visit, text);
    if ('kind' in given) return given;
    return await (visit.group ? inGroup : read)(needs, context, visit, given);
  };
  return async (context: TurnContext, visit: Visit): Promise<Request> => {
    const carried = carriedBy(context.activity.value);
    if (carried.kind === 'submit') {
      const { submit } = carried;
      if (isApprovalAct(submit)) return await needs.approvalPress(context, visit, submit);
      if (visit.group && !inGroups.has(submit.act))
        return await nowhere(needs.road, visit, { outcome: 'not_here', text: notHere });
      if (submit.act === 'ask' && hasWords.test(submit.text ?? ''))
        return await sentence(context, visit, submit.text ?? '');
      return await pressed(needs, context, visit, submit);
    }
    const text = textOf(context);
    if (hasWords.test(text)) return await sentence(context, visit, text);
    if (carried.kind === 'faulty') return await unknownButton(needs.road, visit);
    return said(nothingToRead(text, context));
  };
}

/** In a group there are no cards but those with phrases to ask, and what is decided for the group itself. */
const inGroups: ReadonlySet<string> = new Set(['ask', 'conversation.bind']);

const notHere = 'This button belongs to a card of our personal chat, so nothing was done. Press it there.';

const hasWords = /[\p{L}\p{N}]/u;

function nothingToRead(text: string, { activity }: TurnContext): string {
  if ((activity.attachments ?? []).length > 0)
    return 'I cannot read attachments. Write what you want to know in a sentence.';
  const what = text === '' ? 'That message was empty.' : 'There are no words in that.';
  return `${what} Write what you want to know, such as “show me the last 10 charges”.`;
}

function textOf({ activity }: TurnContext): string {
  const { text = '' } = activity;
  if (!activity.entities?.length || !activity.recipient) return text.trim();
  return (TurnContext.removeRecipientMention(activity) ?? text).trim();
}
