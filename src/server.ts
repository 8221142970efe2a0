import { createServer, plugins, type Request, type Response, type Server } from 'restify';
import { type Log, told } from './log.js';

/** Largest body that is read, in bytes; Bot Framework's activities stay far below. */
const largestBody = 256 * 1024;

/** Levels of nesting; no activity or card has half as many. What is deeper breaks whoever writes it out again. */
const deepestBody = 64;

export interface ServerNeeds {
  /** Whether a write to the store would be taken now. */
  ready: () => Promise<boolean>;
  /** Told of what a route failed with. */
  log?: Pick<Log, 'error'>;
}

/** The HTTP server: JSON bodies up to a limit, health, and refusals in plain words. Routes are added by the channels. */
export function createHttpServer({ ready, log }: ServerNeeds): Server {
  const server = createServer({ name: '' });
  // restify's own log writes whole requests to standard output, their tokens with them.
  Object.assign(server.log, { level: 'silent' });
  const parsing = { mapParams: false, maxBodySize: largestBody };
  server.pre(unless(packed));
  server.use(plugins.queryParser({ mapParams: false }));
  server.use(plugins.jsonBodyParser(parsing));
  server.use(unless(unreadable));
  server.get('/healthz', async (_: Request, response: Response) => {
    response.send(200, { ok: true });
  });
  server.get('/readyz', async (_: Request, response: Response) => {
    const ok = await ready();
    response.send(ok ? 200 : 503, { ok });
  });
  server.on('restifyError', (_: Request, response: Response, error: unknown, done: () => void) => {
    const fault = faultOf(error);
    if (fault === failure) log?.error({ ...told(error), status: fault.status }, 'a request failed');
    refuse(response, fault);
    done();
  });
  return server;
}

interface Fault {
  status: number;
  code: string;
  message: string;
}

const compressed: Fault = {
  status: 415,
  code: 'Compressed',
  message: 'A compressed body is not read here. Send it as it is.',
};
const files: Fault = {
  status: 415,
  code: 'NoUploads',
  message: 'Files are not taken here. Write what you would like to know.',
};
const otherMedia: Fault = {
  status: 415,
  code: 'UnsupportedMediaType',
  message: 'This address takes JSON. Send it with the content type application/json.',
};
const tooDeep: Fault = {
  status: 400,
  code: 'InvalidContent',
  message: 'The body is nested too deep to be read. Send a flatter JSON object.',
};
const failure: Fault = {
  status: 500,
  code: 'Internal',
  message: 'That could not be worked on. Send it again.',
};

/** Of restify's own errors, by name. Whatever else is thrown is a failure of ours. */
const faults: Readonly<Record<string, Fault>> = {
  ResourceNotFoundError: { status: 404, code: 'NotFound', message: 'There is nothing at this address.' },
  MethodNotAllowedError: {
    status: 405,
    code: 'MethodNotAllowed',
    message: 'This address does not take that method.',
  },
  InvalidContentError: {
    status: 400,
    code: 'InvalidContent',
    message: 'The body is not JSON that can be read. Send a JSON object.',
  },
  BadDigestError: {
    status: 400,
    code: 'BadDigest',
    message: 'The body is not the one its Content-MD5 was made of. Send it again.',
  },
  PayloadTooLargeError: {
    status: 413,
    code: 'PayloadTooLarge',
    message: 'The body is larger than 256 KiB. Send less.',
  },
};

function faultOf(error: unknown): Fault {
  return (error instanceof Error ? faults[error.name] : undefined) ?? failure;
}

/** Lets a request go on, or ends it with what it is refused for. */
const unless =
  (fault: (request: Request) => Fault | null) =>
  (request: Request, response: Response, next: (stop?: false) => void): void => {
    const found = fault(request);
    if (found) refuse(response, found);
    next(found ? false : undefined);
  };

const packed = ({ headers }: Request): Fault | null =>
  headers['content-encoding'] === undefined ? null : compressed;

function unreadable(request: Request): Fault | null {
  const hasBody = request.getContentLength() > 0 || request.isChunked();
  if (!hasBody) return null;
  const type = request.getContentType();
  if (type === 'multipart/form-data') return files;
  if (type !== 'application/json') return otherMedia;
  return isDeeper(request.body, deepestBody) ? tooDeep : null;
}

/** Level by level, for a walk by recursion would break on what it is to find. */
function isDeeper(value: unknown, most: number): boolean {
  let level = [value].filter(isNest);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === most) return true;
    level = level.flatMap((nest) => Object.values(nest).filter(isNest));
  }
  return false;
}

function isNest(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function refuse(response: Response, { status, code, message }: Fault): void {
  if (!response.headersSent) response.send(status, { error: { code, message } });
}
