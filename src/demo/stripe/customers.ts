import { z } from 'zod';
import type { Call, Route } from './call.js';
import { readExpand } from './expand.js';
import { expand, text } from './fields.js';
import { checkCursors, listFields, listPage } from './lists.js';
import { missing } from './missing.js';
import { readParameters } from './parameters.js';
import { readQuery, type SearchFields, searchFields, searchPage } from './search.js';
import { type AccountData, byId } from './store.js';

const needs = 'rak_customer_read';
const listed = z.strictObject({ ...listFields, email: text.optional(), test_clock: text.optional() });
const searchable: SearchFields = [
  [/^created$/, 'numeric'],
  [/^(email|name|phone)$/, 'string'],
  [/^metadata\./, 'token'],
];

/** The customer as Stripe answers it: whole, deleted, or nothing. */
export function customerOrDeleted(data: AccountData, id: string): object | undefined {
  if (data.deletedCustomers.includes(id)) return { id, object: 'customer', deleted: true };
  return byId(data.customers, id);
}

/** GET `/v1/customers`, `/v1/customers/search`, `/v1/customers/:id`. */
export const customerRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/customers', needs, prepare: list },
  { method: 'GET', path: '/v1/customers/search', needs, prepare: search },
  { method: 'GET', path: '/v1/customers/:id', needs, prepare: retrieve },
];

function standing({ customers, deletedCustomers }: AccountData) {
  return customers.filter(({ id }) => !deletedCustomers.includes(id));
}

function list(call: Call) {
  const asked = readParameters(listed, call.form);
  checkCursors(asked);
  readExpand(call, { expand: asked.expand, expandable: {}, prefix: 'data.' });
  return () =>
    listPage(call, {
      asked,
      objects: standing(call.account.data),
      where: ({ email, test_clock }) =>
        (asked.email === undefined || email === asked.email) && test_clock === (asked.test_clock ?? null),
      present: (customer) => customer,
    });
}

function search(call: Call) {
  const asked = readParameters(searchFields, call.form);
  const query = readQuery(asked.query, searchable);
  readExpand(call, { expand: asked.expand, expandable: {}, prefix: 'data.' });
  const objects = standing(call.account.data);
  return () => searchPage(call, { asked, objects, query, present: (customer) => customer });
}

function retrieve(call: Call) {
  const asked = readParameters(z.strictObject({ expand }), call.form);
  readExpand(call, { expand: asked.expand, expandable: {} });
  return () => customerOrDeleted(call.account.data, call.id) ?? missing(call, 'customer', customerOrDeleted);
}
