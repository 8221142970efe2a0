import { addDays, type Day, monthAround } from './calendar.js';
import type { Shift } from './item.js';
import { periods } from './settle.js';
import type { Slots } from './slots.js';
import { around } from './spans.js';

/** The period of a list, as far as it has one. */
export interface Period {
  from?: Day | undefined;
  to?: Day | undefined;
}

/** The period that a follow-up states for a list with this one, and what it replaces: an end alone only the end. */
export function newPeriod(
  before: Period,
  { slots, today }: { slots: Slots; today: Day },
): { days: Period | undefined; replaced: string[] } | undefined {
  const { shift } = slots;
  if (shift && before.from)
    return {
      days: shifted({ from: before.from, to: before.to ?? before.from }, shift, today),
      replaced: ['from', 'to'],
    };
  if (slots.whens.length === 0 && slots.lengths.length === 0) return undefined;
  const [days] = periods(slots, today);
  const endOnly = days?.from === undefined && slots.whens[0]?.bound === 'until';
  return { days, replaced: endOnly ? ['to'] : ['from', 'to'] };
}

/** "The month before" is the whole month before the period's beginning; "the week before" as long as it was. */
function shifted({ from, to }: { from: Day; to: Day }, { unit, by }: Shift, today: Day): Period {
  const edge = by < 0 ? from : to;
  const moved =
    unit === 'day'
      ? dayBeside(edge, by)
      : unit === 'week'
        ? weekBeside(from, to, by)
        : unit === 'month'
          ? monthAround(edge, by)
          : around(unit, edge, by);
  return moved.from <= today && moved.to >= today ? { from: moved.from } : moved;
}

const dayBeside = (edge: Day, by: number) => ({ from: addDays(edge, by), to: addDays(edge, by) });

const weekBeside = (from: Day, to: Day, by: number) =>
  from === to && by < 0
    ? { from: addDays(from, -7), to: addDays(from, -1) }
    : { from: addDays(from, 7 * by), to: addDays(to, 7 * by) };
