import { type Check, fail, ok, warn } from './check.js';

/** From here on, in ms, a clock that is wrong is said, and then counts as a failure: tokens are refused for it. */
const said = 60_000;
const failing = 300_000;

/** Compares our clock with those of who answered: the nearest of them counts, for one of them may be wrong itself.
 * `heard`: by how much ours is ahead of each, in ms. */
export function clockCheck(heard: readonly number[]): Check {
  const check = 'clock';
  const nearest = [...heard].sort((one, other) => Math.abs(one) - Math.abs(other))[0];
  const todo = 'Set it, and let a time service keep it.';
  if (nearest === undefined)
    return warn(check, 'Nobody answered whose clock it could be compared with.', 'See the lines above.');
  const minutes = Math.round(Math.abs(nearest) / 60_000);
  const off = `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ${nearest > 0 ? 'ahead' : 'behind'}`;
  if (Math.abs(nearest) > failing) return fail(check, `It is ${off}, so tokens will be refused.`, todo);
  if (Math.abs(nearest) > said) return warn(check, `It is ${off}.`, todo);
  return ok(check, 'It agrees with those of the services that were asked.');
}
