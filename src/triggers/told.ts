import type { BalanceView, ChargeRow, ChargesView, Masked, Row, View } from '../masking/views.js';

/** What a masked card says, for a program: the one sentence and a line for each thing on it. */
export interface Told {
  summary: string;
  lines: string[];
}

/** The words of a masked card. */
export function toldOf(view: Masked<View>): Told {
  return { summary: view.summary, lines: linesOf(view).filter(Boolean) };
}

function linesOf(view: Masked<View>): string[] {
  if (view.card === 'charges') return [...sums(view), ...view.rows.map(chargeLine), ...positionOf(view)];
  if (view.card === 'coupons') return [...view.rows.map(rowLine), ...positionOf(view)];
  if (view.card === 'balance') return [...view.rows.map(moneyLine), ...positionOf(view)];
  return [];
}

function sums({ totals, notes }: ChargesView): string[] {
  return [...totals, ...notes];
}

function chargeLine({ title, amount, status, detail }: ChargeRow): string {
  return `${title}: ${amount}, ${status.word}${detail}`;
}

function rowLine({ title, lines, status }: Row): string {
  return [title, ...lines, ...status.map(({ word }) => word)].join(' · ');
}

function moneyLine({ available, pending }: BalanceView['rows'][number]): string {
  return `${available.amount} ${available.word} · ${pending.amount} ${pending.word}`;
}

/** "10 of more than 10". The last line below a card is of its place and time, which stand beside the summary. */
function positionOf({ footer }: { footer: readonly string[] }): string[] {
  return footer.slice(0, -1);
}
