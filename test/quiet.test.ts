import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { listen } from '../src/demo/stripe/listen.js';
import { createLog } from '../src/log.js';
import { quiet } from '../src/quiet.js';
import { appId, inSeconds, serviceUrl, startAuthority } from './channels/authority.js';
import { openConnectorDoor } from './channels/connectorDoor.js';
import { type StartedProcess, startProcess } from './startedProcess.js';

/** A process that nobody hears of. */
class Silent extends EventEmitter {
  stdout = new PassThrough();
  stderr = new PassThrough();
}

const linesOf = (log: readonly string[]) =>
  log.map((line) => JSON.parse(line)).map(({ level, time, ...rest }) => rest);
const wrote = (where: string) => ({ msg: `a library wrote to the ${where}; its text is left out` });

describe('a process whose libraries are kept quiet', () => {
  it('tells that they wrote, in order and without the text, once there is a log', () => {
    const lines: string[] = [];
    const silent = new Silent();
    const { tellTo } = quiet(silent);
    silent.stderr.write('qz-before\n');
    tellTo(createLog('info', (line) => lines.push(line)));
    silent.stdout.write('qz-out\n');
    const warning = Object.assign(new Error('qz-text'), { name: 'DeprecationWarning', code: 'qz-code' });
    silent.emit('warning', warning);
    expect(linesOf(lines)).to.deep.equal([
      wrote('errors'),
      wrote('output'),
      { error: 'DeprecationWarning', msg: 'a library warned; its text is left out' },
    ]);
    expect([silent.stdout.read(), silent.stderr.read()]).to.deep.equal([null, null]);
  });

  it('writes for itself, and lets a library go on that waits until its text is written', async () => {
    const silent = new Silent();
    const { out, err } = quiet(silent);
    out('ours');
    err('faults');
    expect([String(silent.stdout.read()), String(silent.stderr.read())]).to.deep.equal(['ours', 'faults']);
    await new Promise<void>((resolve) => void silent.stdout.write('qz', () => resolve()));
    await new Promise<void>((resolve) => void silent.stderr.write('qz', 'utf8', () => resolve()));
    expect([silent.stdout.read(), silent.stderr.read()]).to.deep.equal([null, null]);
  });

  it('tells nothing of a token that the Connector’s library prints', async () => {
    const lines: string[] = [];
    const { stdout, stderr } = process;
    const write = { out: stdout.write, err: stderr.write };
    const authority = await startAuthority();
    const bot = { appId, password: 'unused', type: 'SingleTenant' as const, tenantId: 'unused' };
    const door = await openConnectorDoor({ bot, authority: authority.settings });
    const warnings = process.listeners('warning');
    try {
      quiet(process).tellTo(createLog('info', (line) => lines.push(line)));
      for (const token of [
        await authority.token({ exp: inSeconds(-4000), nbf: inSeconds(-8000) }),
        await authority.forged({ qz: 'qz-claim' }),
      ]) {
        const ids = { id: 'm', from: { id: 'a' }, recipient: { id: 'b' }, conversation: { id: 'c' } };
        const activity = { type: 'message', channelId: 'msteams', serviceUrl, ...ids };
        const { status } = await door.post(activity, { authorization: `Bearer ${token}` });
        expect(status).to.equal(401);
      }
    } finally {
      stdout.write = write.out;
      stderr.write = write.err;
      process.removeAllListeners('warning');
      for (const listener of warnings) process.on('warning', listener);
      await door.close();
      authority.close();
    }
    expect(linesOf(lines)).to.deep.include(wrote('errors'));
    expect(lines.join('')).to.not.match(/qz|eyJ|expired/i);
  });
});

/** A library that writes in every way there is, once the process is asked something. */
const noisy = `data:text/javascript,${encodeURIComponent(`
  import { subscribe } from 'node:diagnostics_channel';
  subscribe('http.server.request.start', () => {
    for (const way of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table']) console[way]('qz-console');
    process.stdout.write('qz-direct');
    process.stderr.write('qz-direct');
    process.emitWarning('qz-warning', { type: 'QuietWarning', code: 'qz-code', detail: 'qz-detail' });
  });
`)}`;

describe('the started process', () => {
  /** A Stripe that refuses every key, with a word to whoever develops with it. */
  const stripe = createServer((_, response) => {
    const headers = { 'Content-Type': 'application/json', 'Stripe-Notice': 'qz-notice' };
    response.writeHead(401, headers);
    response.end('{"error":{"message":"qz-refused"}}');
  });
  let loud: StartedProcess;
  let noticed: StartedProcess;

  before(async () => {
    const { host, port } = await listen(stripe);
    loud = startProcess({ CLAUDECODE: '1', NODE_OPTIONS: `--import=${noisy}` });
    noticed = startProcess({
      CLAUDECODE: '1',
      STRIPE_API_BASE: `http://${host}:${port}`,
      STRIPE_SECRET_KEY: 'rk_test_qzkeyabcdefghijklmnop',
    });
  });
  after(async () => {
    await Promise.all([loud, noticed].map((each) => each.ended('SIGKILL')));
    stripe.closeAllConnections();
    stripe.close();
  });

  it('writes a line of the log for whatever its libraries write', async () => {
    await loud.says(/"listening"/);
    const [, address = ''] = /^Open (http:\/\/127\.0\.0\.1:\d+)$/m.exec(loud.out()) ?? [];
    await fetch(`${address}/healthz`);
    await loud.says(/QuietWarning/);
    expect(loud.out()).to.contain('Tillkeeper, the demo').and.contain(wrote('output').msg);
    expect(loud.out()).to.contain(wrote('errors').msg);
    await loud.ended('SIGTERM');
    expect(`${loud.out()}${loud.err()}`).to.not.match(/qz|claude-code-hint/);
  }).timeout(60_000);

  it('writes nothing of what Stripe’s notice says, or its SDK to whoever starts it', async () => {
    await noticed.says(/a library warned/);
    await noticed.ended('SIGTERM');
    expect(noticed.out()).to.contain('"error":"Stripe"').and.contain(wrote('errors').msg);
    expect(`${noticed.out()}${noticed.err()}`).to.not.match(/qz|claude-code-hint/);
  }).timeout(60_000);
});
