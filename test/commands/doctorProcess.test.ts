import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { laterNames } from '../../src/environment.js';
import { environment } from '../../src/settings.js';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const script = fileURLToPath(new URL('../../src/commands/doctor.ts', import.meta.url));
const ours: readonly string[] = [...Object.keys(environment.shape), ...laterNames];

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command in an empty folder of its own; `prepare` may put something there. */
async function doctor(
  args: string[],
  variables: Readonly<Record<string, string>> = {},
  prepare: (folder: string) => void = () => {},
): Promise<Ran> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  prepare(folder);
  const around = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)));
  const child = spawn(process.execPath, ['--import', tsx, script, ...args], {
    cwd: folder,
    env: { ...around, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  rmSync(folder, { recursive: true, force: true });
  return { code, out, err };
}

describe('npm run doctor as a process', () => {
  let demo: Ran;
  let faulty: Ran;
  let unreadable: Ran;
  let unknown: Ran;

  before(async function () {
    this.timeout(60_000);
    // Alone: where a process is slow to load, its checks have less time.
    demo = await doctor([]);
    [faulty, unreadable, unknown] = await Promise.all([
      doctor(['--json'], { STRIPE_SECRET_KEY: 'rk_live_canary', STRIPE_API_BASE: 'http://127.0.0.1:1' }),
      doctor([], {}, (folder) => mkdirSync(path.join(folder, '.env'))),
      doctor(['--loud']),
    ]);
  });

  it('finds nothing to say against the demo', () => {
    const lines = demo.out.trim().split('\n');
    expect(lines.filter((line) => !line.startsWith('ok  '))).to.deep.equal([]);
    expect(lines.length).to.be.greaterThan(20);
    expect([demo.code, demo.err]).to.deep.equal([0, '']);
  });

  it('exits with 1 where something fails, and never says a key', () => {
    expect(faulty.code).to.equal(1);
    expect(JSON.parse(faulty.out)).to.have.property('ok', false);
    expect(faulty.out + faulty.err).to.not.include('canary');
  });

  it('exits with 1 where .env cannot be read', () => {
    expect([unreadable.code, unreadable.out]).to.deep.equal([
      1,
      'fail  settings  .env is there, but cannot be read. Check that it is a file, and who may read it.\n',
    ]);
  });

  it('exits with 2 for what it cannot run', () => {
    expect([unknown.code, unknown.out]).to.deep.equal([2, '']);
    expect(unknown.err).to.include('usage: npm run -s doctor -- [--json]');
  });
});
