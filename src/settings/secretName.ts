import { z } from 'zod';

/** How a settings file names a secret: `env:` and the name of a variable, or `file:` and the path of a mounted file that
 * holds it; never the secret itself. Capitals only: a secret pasted behind `env:` is no such name, so it is never
 * repeated as one. */
export const secretName = z
  .string()
  .regex(
    /^(?:env:[A-Z][A-Z0-9_]*|file:\/[^\0]{1,500})$/,
    'write env:NAME_OF_A_VARIABLE in capitals, or file:/path/of/a/mounted/secret, never the secret itself',
  );
