import { constants } from 'node:os';
import pino from 'pino';
import * as faults from './errors.js';

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
  // Named, because by itself it would write by way of process.stdout once that is not what it was.
  const logger = pino({ level, base: null }, write ? { write } : pino.destination(1));
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
  const code = 'code' in thrown && isCode(thrown.code, isOurs(thrown)) ? { code: thrown.code } : {};
  return { error: isName(thrown.name) ? thrown.name : 'Error', ...code };
}

const isOurs = (thrown: Error): boolean => Object.values(faults).some((fault) => thrown instanceof fault);

/** A class is named so in the code that throws it. */
function isName(given: unknown): given is string {
  return typeof given === 'string' && /^(?=.{1,64}$)[A-Z][A-Za-z]*\d?[A-Za-z]*$/.test(given);
}

/** The words of our own faults are closed lists. Anybody else's code may have come from whoever answered us, so it is
 * told only where it has the form of those that Node, its parsers, TLS and the databases' drivers make. */
function isCode(given: unknown, ours: boolean): given is string {
  if (typeof given !== 'string' || given.length > 40 || /\d{4}/.test(given)) return false;
  return ours ? /^[a-z]+(?:_[a-z]+)*$/.test(given) : isSystemCode(given);
}

const systemCodes: ReadonlySet<string> = new Set([
  ...Object.keys(constants.errno),
  ...['EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'],
  ...['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'EREFUSED', 'ETIMEOUT', 'EBADRESP', 'ECANCELLED'],
]);

const libraryCode =
  /^(?:ERR|UND_ERR|HPE|SQLITE|CERT|DEPTH|SELF_SIGNED|UNABLE_TO|MODULE)_[A-Z0-9]+(?:_[A-Z0-9]+)*$/;

const isSystemCode = (given: string): boolean => systemCodes.has(given) || libraryCode.test(given);
