import { z } from 'zod';
import { secretName } from './secretName.js';

const originForm = 'write an origin such as https://intranet.example, without a path';
const origin = z
  .url({ protocol: /^https?$/, message: originForm })
  .refine(
    (address) => URL.canParse(address) && new URL(address).href === `${new URL(address).origin}/`,
    originForm,
  )
  .transform((address) => new URL(address).origin);

/** An entry of `portals`. Origins come out as browsers write them. */
export const portal = z.strictObject({
  id: z.string().min(1),
  secret: secretName,
  origins: z.array(origin).default([]),
});
