import { SettingsFault } from '../errors.js';
import { told } from '../log.js';

const ofListening: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT is in use by another process. Stop that one, or choose another port in .env.',
  EACCES: 'PORT may not be opened by this user. Choose another one in .env, above 1023.',
  EADDRNOTAVAIL: 'HOST is no address of this machine. Write 127.0.0.1 or 0.0.0.0 in .env.',
  ENOTFOUND: 'HOST is no address of this machine. Write 127.0.0.1 or 0.0.0.0 in .env.',
};

/** Why the process did not start, a line each; never a stack, nor words of another library. */
export function startFaults(error: unknown): readonly string[] {
  if (error instanceof SettingsFault) return error.faults;
  const atTheDoor =
    error instanceof Error && 'syscall' in error && /^(listen|getaddrinfo)$/.test(`${error.syscall}`);
  const { error: name, code = '' } = told(error);
  const known = atTheDoor ? ofListening[code] : undefined;
  return [known ?? `Tillkeeper could not start: ${name} ${code}`.trim().concat('.')];
}
