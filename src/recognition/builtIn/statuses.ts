import { compile } from './phrases.js';

/** What has become of a charge, as a plan says it. */
export type Status = 'succeeded' | 'pending' | 'failed' | 'refunded' | 'disputed';

/** How people say what has become of a charge; "not gone through" is read before "gone through". */
const said: [Status, string][] = [
  [
    'pending',
    `pending|processing|unsettled|uncleared|outstanding|incomplete|unfinished|uncompleted|underway|in_flight|in_process|in_progress|in_transit|in_limbo|stuck
     be|being|getting processed|settled
     still ..1 open|processing|waiting|running|hanging|on_hold|moving|on_its_way|on_their_way
     not yet? cleared|settled|finished|done|completed|complete|arrived|final|finalised|finalized|booked !successfully
     not gone_through|go_through|been_processed|been_completed|been_settled|landed|come_through|succeeded|cleared yet
     yet|waiting|about to clear|settle|go_through|complete|be_completed|be_processed|land|arrive|come_through
     awaiting settlement|confirmation|clearing|completion`,
  ],
  [
    'failed',
    `failed|fail|fails|failing|failure(s)|declined|decline(s)|declining|bounced|bounce(s)|rejected|rejection(s)|unsuccessful|unsuccessfully|refused|denied|errored
     not|never ..1 successful|succeed|succeeded|go_through|gone_through|went_through|work|work_out|worked|make_it|made_it|accepted|authorised|authorized|come_through|get_through
     not accept|take|clear
     went|gone|go|going|goes wrong
     turned|knocked|kicked|thrown down|back|out
     not cleared $
     insufficient_funds|could_not_be_charged|could_not_be_collected|fell_through|got_stopped|broke_down`,
  ],
  [
    'refunded',
    `refunded|refund(s)|refunding|reimbursed|reimbursement(s)|money_back
     paid|pay|gave|given|give|sent|send|handed|hand|returned|return|went|transferred|transfer|got|get back
     gave|paid|sent|returned it|them|money|cash|the_money|their_money back
     we|was|were|money|been|got returned
     returned money|to`,
  ],
  [
    'disputed',
    `disputed|dispute(s)|contested|contesting|disputing|contest|challenged|challenging|chargeback(s)|chargebacked
     charged back
     under|in dispute`,
  ],
  [
    'succeeded',
    `succeeded|successful|success|successes|successfully|completed|cleared|settled|succeeding
     went|gone|go|goes|got|made_it|came through|fine|well
     worked out|fine|well
     paid successfully`,
  ],
];

/** "did not fail" names no state that can be asked for. */
const denied = compile(
  `not|never|no ..1 fail|failed|decline|declined|refunded|disputed|bounce|bounced|rejected|refund|dispute|pending
   neither failed|declined|refunded|disputed|pending|bounced
   nor failed|declined|refunded|disputed|pending|bounced`,
  'y',
);
const patterns = said.map(([status, lines]): [Status, RegExp] => [status, compile(lines, 'y')]);

/** The states that a text names, in its order, each once. */
export function readStatuses(text: string): Status[] {
  const found = new Set<Status>();
  for (let at = 0; at >= 0 && at < text.length; ) {
    const hit = deniedAt(`${text} `, at) ?? statusAt(`${text} `, at);
    if (hit?.status) found.add(hit.status);
    at = hit ? hit.end : nextWord(text, at);
  }
  return [...found];
}

function deniedAt(text: string, at: number): { status?: Status; end: number } | undefined {
  denied.lastIndex = at;
  return denied.test(text) ? { end: denied.lastIndex } : undefined;
}

function statusAt(text: string, at: number): { status: Status; end: number } | undefined {
  for (const [status, pattern] of patterns) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { status, end: pattern.lastIndex };
  }
  return undefined;
}

function nextWord(text: string, at: number): number {
  const blank = text.indexOf(' ', at);
  return blank < 0 ? -1 : blank + 1;
}
