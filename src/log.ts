import pino from 'pino';

/** The only fields a log line may hold. No sentence, body, query, URL, header or message of an SDK is among them. */
export interface LogFields {
  correlation?: string;
  error?: string;
  code?: string;
  type?: string;
  status?: number;
  request?: string;
  method?: string;
  route?: string;
  duration?: number;
  port?: number;
  account?: string;
  mode?: string;
  channel?: string;
  count?: number;
}

const allowed = [
  'correlation',
  'error',
  'code',
  'type',
  'status',
  'request',
  'method',
  'route',
  'duration',
  'port',
  'account',
  'mode',
  'channel',
  'count',
] as const satisfies readonly (keyof LogFields)[];

/** Structured log: one JSON line each, `message` a fixed text of ours. */
export interface Log {
  info: (fields: LogFields, message: string) => void;
  warn: (fields: LogFields, message: string) => void;
  error: (fields: LogFields, message: string) => void;
}

/** Logs to standard output, or to `write` in tests. */
export function createLog(level: string, write?: (line: string) => void): Log {
  const logger = write ? pino({ level, base: null }, { write }) : pino({ level, base: null });
  const only = (fields: LogFields) =>
    Object.fromEntries(allowed.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
  return {
    info: (fields, message) => logger.info(only(fields), message),
    warn: (fields, message) => logger.warn(only(fields), message),
    error: (fields, message) => logger.error(only(fields), message),
  };
}

/** What a log line may say of something thrown: its class and its code, never its text. */
export function told(thrown: unknown): Pick<LogFields, 'error' | 'code'> {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const code = 'code' in thrown && isName(thrown.code) ? { code: thrown.code } : {};
  return { error: isName(thrown.name) ? thrown.name : 'Error', ...code };
}

/** A code may come from whoever answered us, so what is no name of one is text of theirs and stays out. */
function isName(given: unknown): given is string {
  return (
    typeof given === 'string' && /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(given) && !/_(test|live)_/.test(given)
  );
}
