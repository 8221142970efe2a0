import { phrases } from './phrases.js';

const PLACES: [number, (text: string) => boolean][] = [
  [
    0,
    phrases(
      'first|former|1th|top !order|orders|purchase|time|month|months|year|payment|invoice|customers|people|{number}|-|timers',
    ),
  ],
  [1, phrases('second|2th|latter|other !month|year|order')],
  [2, phrases('third|3th')],
  [-1, phrases('the last one|coupon|voucher|code|discount')],
];
const all = phrases('both|each|all|every|either|two_of_them');

/** Of several steps of the plan before, those that a message points at by their place: "the second". All, when it points at none. */
export function picked<T>(steps: readonly T[], text: string): T[] {
  if (steps.length < 2 || all(text)) return [...steps];
  const place = PLACES.find(([, points]) => points(text));
  const step = place && steps.at(place[0]);
  return step ? [step] : [...steps];
}

const ORDINAL =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d+th|top|bottom|last_but_one|second_last|penultimate';

/** Points at a row of the answer before: nobody but the card knows it. */
export const pointsAtRow = phrases(`
  the? ${ORDINAL}|last|next row|line|entry|one|item|charge_there|result|record !month|year|week|quarter|day
  the ${ORDINAL} charge|payment|customer|transaction|person|coupon|buyer|client|voucher|refund|dispute|of|on|in|$
  ${ORDINAL}|last in|on|from|of the_list|the_table|the_card|that_list|that|there|those|these|them
  row|line|entry|number|no|nr|#|item|record|result|position {number}
  row|line|entry|number 1th|2th|3th|one|two|three
  that|this row|charge|payment|customer|coupon|line|entry|person|transaction|buyer|client|refund|dispute|voucher|guy|one
  those|these two|three|charges|payments|customers|people|rows|entries|ones $
  the one|ones on_top|at_the_top|at_the_bottom|above|below|in_the_middle|you
  the biggest|largest|smallest|highest|lowest|oldest|newest|most_expensive|cheapest one|of|$
  which|what one|row
`);
