import type { Ability } from '../src/abilities/ability.js';
import { couponsEndingSoon } from '../src/abilities/couponsEndingSoon.js';
import { createRoad, type RoadNeeds } from '../src/answer.js';
import { StoreFault } from '../src/errors.js';
import { type AnswerTrigger, createTriggerDesk, type DeskNeeds } from '../src/triggers/desk.js';
import { createTriggerCards, type TriggerCardNeeds, type TriggerCards } from './triggerCards.js';

export interface TriggerNeeds
  extends Omit<DeskNeeds, 'road' | 'permissionFor'>,
    Omit<TriggerCardNeeds, 'road'> {
  /** Of the bot's road; its abilities are all there are. */
  ofRoad: Omit<RoadNeeds, 'detail'>;
}

/** Programs that ask by themselves: answered, and sent their cards. */
export interface Triggers {
  answer: AnswerTrigger;
  cards: TriggerCards;
}

/** Of the whole table, triggers are answered with these: what they cannot name, they cannot do. */
const theirs: ReadonlySet<string> = new Set(['show_balance', 'list_charges']);

/** Makes their own road: reads only, and no more than amounts, dates and status unless a role says otherwise. */
export function createTriggers({ ofRoad, ...needs }: TriggerNeeds): Triggers {
  const abilities = [...ofRoad.abilities.filter(({ does }) => theirs.has(does)), couponsEndingSoon];
  const road = createRoad({ ...ofRoad, abilities, detail: 'minimal' });
  const permissionFor = (does: string) => permissionOf(abilities, does);
  return {
    answer: createTriggerDesk({ ...needs, road, permissionFor }),
    cards: createTriggerCards({ ...needs, road }),
  };
}

function permissionOf(abilities: readonly Ability[], does: string) {
  const permission = abilities.find((ability) => ability.does === does)?.permission;
  if (!permission) throw new StoreFault(`no permission stands for the task ${does}`);
  return permission;
}
