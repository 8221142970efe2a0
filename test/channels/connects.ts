import { Socket } from 'node:net';

/** Connections that the process tries to open, as `host:port`. */
export interface Connects {
  tried: string[];
  /** Lets connections go as before. */
  end(): void;
}

const local = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;

/** Notes every connection from now on. One that would leave this machine fails at once, before its name is looked up. */
export function watchConnects(): Connects {
  const { connect } = Socket.prototype;
  const tried: string[] = [];
  Object.assign(Socket.prototype, {
    connect(this: Socket, ...given: unknown[]) {
      const { host = 'localhost', port = '' } = targetOf(given);
      tried.push(`${host}:${port}`);
      if (local.test(host)) return Reflect.apply(connect, this, given);
      process.nextTick(() => this.destroy(new Error('nothing leaves this machine')));
      return this;
    },
  });
  return { tried, end: () => void Object.assign(Socket.prototype, { connect }) };
}

/** Node calls it with its options, with a list that has them first, or with port and host. */
function targetOf([first, second]: unknown[]): { host?: string; port?: string } {
  if (Array.isArray(first)) return targetOf(first);
  if (typeof first !== 'object' || first === null)
    return { port: String(first), ...(typeof second === 'string' ? { host: second } : {}) };
  const { host, port }: { host?: unknown; port?: unknown } = { host: undefined, port: undefined, ...first };
  return { ...(typeof host === 'string' ? { host } : {}), port: String(port ?? '') };
}
