import type { StandInStripe } from '../../src/demo/stripe/server.js';
import type { Answering, Channel } from './connectorTalk.js';
import { nonceOf, reviewOf } from './couponCards.js';

/** What the presses of one round made in Stripe. */
export interface Round {
  coupons: number;
  codes: number;
}

export interface RaceOptions {
  channel: Channel;
  stripe: StandInStripe;
  replicas: readonly [Answering, ...Answering[]];
  rounds: number;
  /** How often Create is pressed at the same time, taking turns among the replicas. */
  presses: number;
}

/** Presses Create of one card many times at once, round after round. */
export async function raceForCoupons({
  channel,
  stripe,
  replicas,
  rounds,
  presses,
}: RaceOptions): Promise<Round[]> {
  const made: Round[] = [];
  const count = () => {
    const data = stripe.data('acct_demo_main');
    return { coupons: data?.coupons.length ?? 0, codes: data?.promotionCodes.length ?? 0 };
  };
  for (let round = 0; round < rounds; round += 1) {
    const id = `race-${round}`;
    const [first] = replicas;
    const review = await reviewOf(channel.talk(first, 'marketing', { conversation: { id } }));
    const before = count();
    const press = async (_: unknown, at: number) => {
      const talk = channel.talk(replicas[at % replicas.length] ?? first, 'marketing', {
        conversation: { id },
      });
      await talk.send({
        id: `${id}-press-${at}`,
        value: { tillkeeper: { act: 'coupon.create', nonce: nonceOf(review) } },
        replyToId: review.activity,
      });
    };
    await Promise.all(Array.from({ length: presses }, press));
    const after = count();
    made.push({ coupons: after.coupons - before.coupons, codes: after.codes - before.codes });
  }
  return made;
}
