import { z } from 'zod';

const name = z.string().min(1);
const grant = { roles: z.array(name).min(1), accounts: z.array(name).min(1) };

/** An id of Entra, for a tenant, a person or a group: the same in any case. */
export const entraId = z.string().min(1).toLowerCase();

/** An entry of `people`: who it is for, and the roles that it gives in its accounts. */
export const person = z.union(
  [
    z.strictObject({ tenant: entraId, user: entraId, ...grant }),
    z.strictObject({ tenant: entraId, group: entraId, ...grant }),
    z.strictObject({ portal: name, user: name, ...grant }),
    z.strictObject({ trigger: name, ...grant }),
  ],
  'write tenant and user, tenant and group, portal and user, or trigger; beside them only roles and accounts, each a list',
);
