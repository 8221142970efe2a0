import type { TurnContext } from 'botbuilder';

const key = Symbol('waited');

/** Says how long a message waited in line before its turn, in ms: its turn has that much less time. */
export function setWaited(context: TurnContext, milliseconds: number): void {
  context.turnState.set(key, milliseconds);
}

/** How long the message of a turn waited; 0 where nobody said. */
export function waitedOf(context: TurnContext): number {
  return context.turnState.get<number | undefined>(key) ?? 0;
}
