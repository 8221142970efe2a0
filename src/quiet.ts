import { type Log, type LogFields, told } from './log.js';

type Done = (fault?: Error | null) => void;
type Outlet = Pick<NodeJS.WriteStream, 'write'>;

/** What of a process libraries write to: its two streams, which the console writes to as well, and its warnings. */
export interface Outlets {
  stdout: Outlet;
  stderr: Outlet;
  on: (event: 'warning', listener: (warning: Error) => void) => unknown;
  removeAllListeners: (event: 'warning') => unknown;
}

/** A process whose libraries are kept from writing. */
export interface Quiet {
  /** Where what they write is told, one line each and without its text; what they wrote before comes first. */
  tellTo: (log: Log) => void;
  /** Writes for ourselves. */
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Keeps libraries from writing anything: SDKs print tokens, headers and what a server said. The log writes past this. */
export function quiet(process: Outlets): Quiet {
  const waiting: [LogFields, string][] = [];
  let tell = (fields: LogFields, message: string): void => void waiting.push([fields, message]);
  const out = process.stdout.write.bind(process.stdout);
  const err = process.stderr.write.bind(process.stderr);
  process.stdout.write = instead(() => tell({}, 'a library wrote to the output; its text is left out'));
  process.stderr.write = instead(() => tell({}, 'a library wrote to the errors; its text is left out'));
  process.removeAllListeners('warning');
  process.on('warning', (warning) => tell(told(warning), 'a library warned; its text is left out'));
  return {
    tellTo: (log) => {
      tell = (fields, message) => log.warn(fields, message);
      for (const [fields, message] of waiting.splice(0)) tell(fields, message);
    },
    out: (text) => void out(text),
    err: (text) => void err(text),
  };
}

/** A stream's `write` that only tells that something came. */
function instead(tell: () => void): Outlet['write'] {
  return (_: string | Uint8Array, second?: BufferEncoding | Done, third?: Done) => {
    tell();
    const done = typeof second === 'function' ? second : third;
    done?.();
    return true;
  };
}
