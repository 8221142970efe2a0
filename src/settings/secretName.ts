import { z } from 'zod';

/** How a settings file names a secret: `env:` and the name of a variable, never the secret itself. Capitals only: a secret
 * pasted behind `env:` is no such name, so it is never repeated as one. */
export const secretName = z
  .string()
  .regex(/^env:[A-Z][A-Z0-9_]*$/, 'write env:NAME_OF_A_VARIABLE in capitals, never the secret itself');
