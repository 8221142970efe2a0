import { z } from 'zod';
import type { Call, Route } from './call.js';
import { customerOrDeleted } from './customers.js';
import { type Expandable, readExpand } from './expand.js';
import { expand, text } from './fields.js';
import { checkCursors, listFields, listPage } from './lists.js';
import { missing } from './missing.js';
import type { Charge } from './objects.js';
import { readParameters } from './parameters.js';
import { readQuery, type SearchFields, searchFields, searchPage } from './search.js';
import { byId } from './store.js';

const needs = 'rak_charge_read';
const expandable: Expandable = { customer: 'rak_customer_read', refunds: undefined };
const filters = {
  customer: text.optional(),
  payment_intent: text.optional(),
  transfer_group: text.optional(),
};
const listed = z.strictObject({ ...listFields, ...filters });
const searchable: SearchFields = [
  [/^(amount|created)$/, 'numeric'],
  [/^(currency|customer|disputed|refunded|status)$/, 'token'],
  [/^billing_details\.address\.postal_code$/, 'token'],
  [/^payment_method_details\.[a-z_]+\.(brand|exp_month|exp_year|fingerprint|last4)$/, 'token'],
  [/^metadata\./, 'token'],
];

/** GET `/v1/charges`, `/v1/charges/search`, `/v1/charges/:id`. */
export const chargeRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/charges', needs, prepare: list },
  { method: 'GET', path: '/v1/charges/search', needs, prepare: search },
  { method: 'GET', path: '/v1/charges/:id', needs, prepare: retrieve },
];

/** Refunds come only when expanded, as Stripe has it since 2022-11-15. */
function presenter({ account }: Call, wanted: ReadonlySet<string>) {
  return ({ refunds, ...charge }: Charge): object => ({
    ...charge,
    ...(wanted.has('refunds') && { refunds }),
    ...(wanted.has('customer') &&
      charge.customer !== null && {
        customer: customerOrDeleted(account.data, charge.customer) ?? charge.customer,
      }),
  });
}

function list(call: Call) {
  const asked = readParameters(listed, call.form);
  checkCursors(asked);
  const present = presenter(call, readExpand(call, { expand: asked.expand, expandable, prefix: 'data.' }));
  const where = (charge: Charge) =>
    (asked.customer === undefined || charge.customer === asked.customer) &&
    (asked.payment_intent === undefined || charge.payment_intent === asked.payment_intent) &&
    (asked.transfer_group === undefined || charge.transfer_group === asked.transfer_group);
  return () => listPage(call, { asked, objects: call.account.data.charges, where, present });
}

function search(call: Call) {
  const asked = readParameters(searchFields, call.form);
  const query = readQuery(asked.query, searchable);
  const present = presenter(call, readExpand(call, { expand: asked.expand, expandable, prefix: 'data.' }));
  return () => searchPage(call, { asked, objects: call.account.data.charges, query, present });
}

function retrieve(call: Call) {
  const asked = readParameters(z.strictObject({ expand }), call.form);
  const present = presenter(call, readExpand(call, { expand: asked.expand, expandable }));
  return () => {
    const charge = byId(call.account.data.charges, call.id);
    return charge ? present(charge) : missing(call, 'charge', (data, id) => byId(data.charges, id));
  };
}
