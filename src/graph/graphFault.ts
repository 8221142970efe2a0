import { type DirectoryCode, DirectoryFault } from '../errors.js';

const codes: Readonly<Record<number, DirectoryCode>> = {
  400: 'not_accepted',
  401: 'no_permission',
  403: 'no_permission',
  408: 'timeout',
  429: 'rate_limited',
};

/** What the SDK threw, as our own. By its status and code, never by its words: those name people and groups. */
export function graphFault(error: unknown, signal: AbortSignal): DirectoryFault {
  if (error instanceof DirectoryFault) return error;
  if (signal.aborted) return new DirectoryFault('timeout', error);
  return new DirectoryFault(codeOf(error), error);
}

function codeOf(error: unknown): DirectoryCode {
  const { status, code } = saidIn(error);
  if (status >= 500) return 'unavailable';
  if (status <= 0) return 'unreachable';
  // Anybody on the way can answer 404; that a person or a group is not there, only Graph says.
  if (status === 404) return /resourcenotfound$/i.test(code) ? 'not_found' : 'not_accepted';
  return codes[status] ?? (status < 300 ? 'unreadable' : 'not_accepted');
}

function saidIn(error: unknown): { status: number; code: string } {
  if (!(error instanceof Error)) return { status: 0, code: '' };
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 0;
  return { status, code: 'code' in error && typeof error.code === 'string' ? error.code : '' };
}
