import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createLog } from '../src/log.js';
import { createHttpServer } from '../src/server.js';

interface Answer {
  status: number;
  headers: Record<string, unknown>;
  text: string;
}

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

const json = { 'content-type': 'application/json' };
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('The HTTP server', () => {
  let server: ReturnType<typeof createHttpServer>;
  let port = 0;
  let ready = true;
  const logged: string[] = [];
  const got: unknown[] = [];

  const send = ({ method = 'POST', path = '/echo', headers = {}, body }: Sent): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });

  before(async () => {
    server = createHttpServer({
      ready: async () => ready,
      log: createLog('info', (line) => logged.push(line)),
    });
    server.post('/echo', async (asked, response) => {
      got.push(asked.body);
      response.send(200, { taken: true });
    });
    server.post('/rejects', async () => {
      throw new TypeError('the key is sk_test_51HSecret');
    });
    server.post('/throws', async (_, response) => {
      response.send(200, {
        toJSON: () => {
          throw new RangeError('the key is sk_test_51HSecret');
        },
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address: AddressInfo = server.address();
    port = address.port;
  });
  beforeEach(() => {
    ready = true;
    got.splice(0);
    logged.splice(0);
  });
  after(() => server.close());

  it('says that it lives, and nothing about what it is', async () => {
    const { status, headers, text } = await send({ method: 'GET', path: '/healthz' });
    expect([status, text]).to.deep.equal([200, '{"ok":true}']);
    expect(headers).to.not.have.any.keys('server', 'x-powered-by');
  });

  it('says whether it is ready', async () => {
    expect((await send({ method: 'GET', path: '/readyz' })).status).to.equal(200);
    ready = false;
    const { status, text } = await send({ method: 'GET', path: '/readyz' });
    expect([status, text]).to.deep.equal([503, '{"ok":false}']);
  });

  const taken: [what: string, body: string, got: unknown][] = [
    ['an object', '{"a": [1, {"b": "ü"}]}', { a: [1, { b: 'ü' }] }],
    ['nothing', '', undefined],
    ['64 levels', nested(64), JSON.parse(nested(64))],
    ['a hundred thousand values side by side', `[${'1,'.repeat(99_999)}1]`, Array(100_000).fill(1)],
    ['256 KiB', `"${'x'.repeat(256 * 1024 - 2)}"`, 'x'.repeat(256 * 1024 - 2)],
  ];
  for (const [what, body, read] of taken) {
    it(`reads ${what}`, async () => {
      expect((await send({ headers: json, body })).status).to.equal(200);
      expect(got).to.deep.equal([read]);
    });
  }

  const tooDeep = 'The body is nested too deep to be read. Send a flatter JSON object.';
  const noJson = 'The body is not JSON that can be read. Send a JSON object.';
  const otherMedia = 'This address takes JSON. Send it with the content type application/json.';
  const files = 'Files are not taken here. Write what you would like to know.';
  const packed = 'A compressed body is not read here. Send it as it is.';
  const multipart = { 'content-type': 'multipart/form-data; boundary=b' };
  const refusals: [what: string, sent: Sent, status: number, code: string, message: string][] = [
    ['an unknown address', { path: '/nowhere' }, 404, 'NotFound', 'There is nothing at this address.'],
    [
      'an address that is no text',
      { method: 'GET', path: '/%ff' },
      404,
      'NotFound',
      'There is nothing at this address.',
    ],
    [
      'another method',
      { method: 'DELETE' },
      405,
      'MethodNotAllowed',
      'This address does not take that method.',
    ],
    ['malformed JSON', { headers: json, body: '{"a":' }, 400, 'InvalidContent', noJson],
    ['65 levels', { headers: json, body: nested(65) }, 400, 'InvalidContent', tooDeep],
    ['a hundred thousand levels', { headers: json, body: nested(100_000) }, 400, 'InvalidContent', tooDeep],
    [
      'more than 256 KiB',
      { headers: json, body: `"${'x'.repeat(256 * 1024)}"` },
      413,
      'PayloadTooLarge',
      'The body is larger than 256 KiB. Send less.',
    ],
    [
      'more than 256 KiB in pieces',
      { headers: { ...json, 'transfer-encoding': 'chunked' }, body: `"${'x'.repeat(256 * 1024)}"` },
      413,
      'PayloadTooLarge',
      'The body is larger than 256 KiB. Send less.',
    ],
    [
      'a packed body',
      { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync('{}') },
      415,
      'Compressed',
      packed,
    ],
    [
      'a packed body of an unknown kind',
      { headers: { ...json, 'content-encoding': 'x' }, body: '{}' },
      415,
      'Compressed',
      packed,
    ],
    ['a file', { headers: multipart, body: '--b\r\n\r\nx\r\n--b--\r\n' }, 415, 'NoUploads', files],
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1' },
      415,
      'UnsupportedMediaType',
      otherMedia,
    ],
    [
      'JSON called text',
      { headers: { 'content-type': 'text/plain' }, body: '{}' },
      415,
      'UnsupportedMediaType',
      otherMedia,
    ],
    ['JSON called nothing', { body: '{}' }, 415, 'UnsupportedMediaType', otherMedia],
    [
      'another body than was signed',
      { headers: { ...json, 'content-md5': 'AAAA' }, body: '{}' },
      400,
      'BadDigest',
      'The body is not the one its Content-MD5 was made of. Send it again.',
    ],
  ];
  for (const [what, sent, status, code, message] of refusals) {
    it(`refuses ${what} with ${status} and a sentence`, async () => {
      const answer = await send(sent);
      expect(answer.status).to.equal(status);
      expect(JSON.parse(answer.text)).to.deep.equal({ error: { code, message } });
      expect(got).to.deep.equal([]);
      expect((await send({ method: 'GET', path: '/healthz' })).status).to.equal(200);
    });
  }

  it('answers for a route that fails with a sentence of ours and a log line without its text', async () => {
    const { status, text } = await send({ path: '/rejects' });
    expect(status).to.equal(500);
    expect(JSON.parse(text)).to.deep.equal({
      error: { code: 'Internal', message: 'That could not be worked on. Send it again.' },
    });
    expect(logged).to.have.length(1);
    expect(JSON.parse(logged[0] ?? '')).to.include({ error: 'TypeError', status: 500 });
    expect(logged.join()).to.not.contain('51HSecret');
  });

  it('shows nothing of an answer that cannot be written', async () => {
    const { status, text } = await send({ path: '/throws' });
    expect(status).to.equal(500);
    expect(text).to.not.contain('51HSecret');
  });

  it('writes nothing of requests to standard output or error', async () => {
    const script = `
      import { createHttpServer } from './src/server.ts';
      const server = createHttpServer({ ready: async () => true });
      server.get('/value', async (_, response) => response.send(200, { ok: true }));
      server.get('/fails', async () => { throw new Error('secret'); });
      server.get('/unwritable', async (_, response) => { response.send(200, { toJSON: () => { throw new Error('secret'); } }); });
      server.listen(0, '127.0.0.1', async () => {
        for (const path of ['value', 'fails', 'unwritable', 'healthz', 'nowhere'])
          await fetch('http://127.0.0.1:' + server.address().port + '/' + path, { headers: { authorization: 'Bearer secret' } });
        process.exit(0);
      });`;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { cwd: fileURLToPath(new URL('..', import.meta.url)) },
    );
    expect([stdout, stderr]).to.deep.equal(['', '']);
  });
});
