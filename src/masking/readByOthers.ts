import { inert } from './escape.js';
import type { View } from './views.js';

/** A data card that a trigger has sent to a named conversation, before it is minted: it says who sent it and that
 * everybody there reads it. Its buttons would be nobody's, so it has none. */
export function readByOthers<V extends View>(view: V, sender: string): V {
  const told = `Sent by ${inert(sender, 40)}. Everyone in this conversation can read it.`;
  const buttons = 'buttons' in view ? { buttons: [] } : {};
  return { ...view, ...buttons, footer: [...view.footer, told] };
}
