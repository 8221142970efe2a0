import { createServer, plugins, type Request, type Response, type Server } from 'restify';

/** Largest body that is read, in bytes; Bot Framework's activities stay far below. */
const largestBody = 256 * 1024;

export interface ServerNeeds {
  /** Whether a write to the store would be taken now. */
  ready: () => Promise<boolean>;
}

/** The HTTP server: JSON bodies up to a limit, health, and refusals in plain words. Routes are added by the channels. */
export function createHttpServer({ ready }: ServerNeeds): Server {
  const server = createServer({ name: '' });
  const parsing = { mapParams: false, maxBodySize: largestBody };
  server.pre((request: Request, response: Response, next: (stop?: false) => void) => {
    if (request.headers['content-encoding'] === undefined) return next();
    refuse(response, 415, 'Compressed', 'A compressed body is not read here. Send it as it is.');
    return next(false);
  });
  server.use(plugins.queryParser({ mapParams: false }));
  server.use(plugins.jsonBodyParser(parsing));
  server.get('/healthz', async (_: Request, response: Response) => response.send(200, { ok: true }));
  server.get('/readyz', async (_: Request, response: Response) => {
    const ok = await ready();
    response.send(ok ? 200 : 503, { ok });
  });
  for (const [name, [status, message]] of Object.entries(faults)) {
    server.on(name, (_: Request, response: Response, __: unknown, done: () => void) => {
      refuse(response, status, name, message);
      done();
    });
  }
  return server;
}

const faults: Readonly<Record<string, readonly [number, string]>> = {
  NotFound: [404, 'There is nothing at this address.'],
  MethodNotAllowed: [405, 'This address does not take that method.'],
  InvalidContent: [400, 'The body is not JSON that can be read. Send a JSON object.'],
  PayloadTooLarge: [413, 'The body is larger than 256 KiB. Send less.'],
  RequestEntityTooLarge: [413, 'The body is larger than 256 KiB. Send less.'],
  UnsupportedMediaType: [415, 'This address takes application/json.'],
  InternalServer: [500, 'That could not be worked on. Send it again.'],
  Internal: [500, 'That could not be worked on. Send it again.'],
};

function refuse(response: Response, status: number, code: string, message: string): void {
  if (response.headersSent) return;
  response.send(status, { error: { code, message } });
}
