import { z } from 'zod';
import { taskNames } from '../triggers/tasks.js';
import { secretName } from './secretName.js';

/** An entry of `triggers`: a program that may ask, and what for. Its name stands in an address and in what is signed. */
export const trigger = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]{1,40}$/, 'use lower-case letters, digits and dashes, 40 at most'),
  secret: secretName,
  tasks: z.array(z.enum(taskNames)).min(1),
});
