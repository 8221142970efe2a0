import { compile } from './phrases.js';

const dead = compile(`
  expired|used_up|invalid|inactive|exhausted|lapsed|ended|dead|unusable|finished|elapsed|out_of_date|outdated|maxed_out|switched_off|turned_off|disabled|deactivated|spent|redeemed_out|gone
  ran|run|running|runs out
  no_longer|not|never|cannot|nobody_can|no_one_can|none_can|no_customer_can be|to? used|use|honour|honor|honoured|accept|take|usable|redeem|redeemed|redeemable|valid|active|work|works|working|accepted|honoured|good|available|apply|live
  stopped|ceased working
  past their|its date|end|expiry|prime
  fully redeemed|used
  used|sold up
`);
const alive = compile(`
  active|usable|valid|redeemable|working|live|unexpired|unused|enabled|running|current|available|good|open
  still ..1 work|works|good|alive|on|ok|okay|apply|applies|running|around|live|there|redeemable|usable
  would|do|does|should|will work
  work at|for checkout|customers
  not expired
  can|could|may|will ..1 be? used|use|redeem|redeemed|enter|entered|apply|applied|claim|claimed|type|typed|accepted|honoured
  be used|redeemed
  that|which work|works|function|functions|apply
  on_offer|switched_on|turned_on|in_force|up_and_running
`);

const either = compile(`
  expired|valid|active|usable|dead|used_up|live or not|expired|valid|active|inactive|dead
  whether|no_matter_if|regardless ..3 expired|valid|active
  both|all active|valid|expired|live and
`);

const undead = compile(
  `not|never|no_longer ..1 expired|dead|used_up|inactive|invalid|disabled|lapsed|run_out`,
);

/** Whether coupons are meant that can still be used (true), that cannot (false), or either (undefined). */
export function readValidity(text: string): boolean | undefined {
  if (either.test(`${text} `)) return undefined;
  if (undead.test(`${text} `)) return true;
  if (dead.test(`${text} `)) return false;
  return alive.test(`${text} `) ? true : undefined;
}
