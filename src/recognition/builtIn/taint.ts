import type { Frame } from './frame.js';
import { phrases } from './phrases.js';

/** "switch to … and show the balance": what follows is asked of there. */
const goesThere = phrases('^ {ask}* open|switch|change|log|go|connect|use|become|work|enter|move|hop|jump');
/** "the neighbour's shop: how many customers" */
const heads = (frame: Frame | undefined): boolean => frame?.clauses.at(-1)?.next === ':';
const ofOurs = phrases('our|ours|own|my|mine|we');

/** Takes out what a refusal has tainted: a coupon to be made without Submit, a list for unmasked data. */
export function taint(frames: readonly Frame[]): Frame[] {
  const bypassed = frames.some((frame) => frame.reason === 'bypass_confirmation');
  const elsewhere = frames.findIndex((frame) => frame.reason === 'other_account');
  return frames
    .filter(
      (frame, at) =>
        !(
          elsewhere >= 0 &&
          at > elsewhere &&
          frame.asks !== 'refuse' &&
          (/(?:^| )(?:its|their|theirs|there)(?: |$)/.test(frame.clauses[0]?.text ?? '') ||
            heads(frames[elsewhere]) ||
            (goesThere(frames[elsewhere]?.clauses[0]?.text ?? '') && !ofOurs(frame.clauses[0]?.text ?? '')))
        ),
    )
    .filter((frame) => !(bypassed && (frame.asks === 'create_coupon' || frame.about === 'what_discount')))
    .filter(
      (frame, at, all) =>
        frame.asks !== 'refuse' ||
        !all
          .slice(0, at)
          .some(
            (other) =>
              other.asks === 'refuse' &&
              other.reason === frame.reason &&
              frame.reason !== 'unsupported_action',
          ),
    );
}
