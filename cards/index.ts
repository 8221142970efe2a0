import { readFileSync } from 'node:fs';
// The package's own index needs adaptivecards as TypeScript source, which our compiler options refuse.
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import type { Attachment } from 'botbuilder';
import type { CardName, Masked, View } from '../src/masking/views.js';

// A Template costs three times an expansion to make, and can be used again.
const templates = new Map<CardName, Template>();

function templateOf(card: CardName): Template {
  const kept = templates.get(card);
  if (kept) return kept;
  const payload: unknown = JSON.parse(readFileSync(new URL(`./${card}.json`, import.meta.url), 'utf8'));
  const made = new Template(payload);
  templates.set(card, made);
  return made;
}

/**
 * The attachment that shows a view. Expanded once and never again: a `${` that is left stands in the data and is
 * text. `null` in a view leaves its property out (an empty input).
 */
export function toAttachment(view: Masked<View>): Attachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    name: `tillkeeper.${view.card}`,
    content: withoutNulls(templateOf(view.card).expand({ $root: view })),
  };
}

function withoutNulls(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNulls);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNulls(value)]));
}
