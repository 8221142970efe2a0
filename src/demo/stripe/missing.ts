import type { Call } from './call.js';
import { noSuch, Refusal } from './refusal.js';
import type { AccountData } from './store.js';

type Find = (data: AccountData, id: string) => object | undefined;

/** Throws the 404 of a retrieve; it says so when the other mode has such an object, as Stripe does. */
export function missing(call: Call, kind: string, find: Find): never {
  const refusal = noSuch(kind, call.id);
  if (!call.twin || !find(call.twin.data, call.id)) throw refusal;
  const { mode } = call.account;
  const message = `${refusal.message}; a similar object exists in ${call.twin.mode} mode, but a ${mode} mode key was used to make this request.`;
  throw new Refusal({ ...refusal.terms, message });
}
