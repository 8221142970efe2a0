import { z } from 'zod';
import type { Call, Route } from './call.js';
import { readExpand } from './expand.js';
import { expand } from './fields.js';
import { readParameters } from './parameters.js';

/** GET `/v1/balance`. */
export const balanceRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/balance', needs: 'rak_balance_read', prepare: retrieve },
];

function retrieve(call: Call) {
  const asked = readParameters(z.strictObject({ expand }), call.form);
  readExpand(call, { expand: asked.expand, expandable: {} });
  return () => call.account.data.balance;
}
