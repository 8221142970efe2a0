import { z } from 'zod';
import type { Call, Route } from './call.js';
import { readExpand } from './expand.js';
import { expand } from './fields.js';
import { readParameters } from './parameters.js';

/** GET `/v1/account`: whose key this is. `needs` is the permission to ask; without it every key may. */
export function ownAccountRoutes(needs: string | undefined): readonly Route[] {
  return [{ method: 'GET', path: '/v1/account', prepare: retrieve, ...(needs !== undefined && { needs }) }];
}

function retrieve(call: Call) {
  const asked = readParameters(z.strictObject({ expand }), call.form);
  readExpand(call, { expand: asked.expand, expandable: {} });
  const { id, name } = call.account;
  return () => ({
    id,
    object: 'account',
    business_profile: { name },
    charges_enabled: true,
    country: 'US',
    default_currency: 'usd',
    details_submitted: true,
    email: 'owner@store.example',
    payouts_enabled: true,
    settings: { dashboard: { display_name: name, timezone: 'Etc/UTC' } },
    type: 'standard',
  });
}
