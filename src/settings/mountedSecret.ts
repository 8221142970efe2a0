import { readFileSync, statSync } from 'node:fs';

/** Larger files hold no secret, in bytes. */
const largest = 64 * 1024;

/** A secret out of a mounted file, as Docker and Kubernetes hand them over: its text without the line's end. */
export function mountedSecret(path: string): { value: string } | { fault: string } {
  try {
    const found = statSync(path);
    if (!found.isFile()) return unreadable(path);
    if (found.size > largest)
      return { fault: `the file ${path} is too large for a secret. Name the right one.` };
    const value = readFileSync(path, 'utf8').trim();
    return value === ''
      ? { fault: `the file ${path} is empty. Put the secret in it, and nothing else.` }
      : { value };
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (gone) return { fault: `the file ${path} is not there. Mount it, or name the right one.` };
    return unreadable(path);
  }
}

function unreadable(path: string) {
  return { fault: `the file ${path} cannot be read. Check that it is a file and who may read it.` };
}
