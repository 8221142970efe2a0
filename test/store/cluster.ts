import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL of one test alone, that can be stopped and started. */
export interface Cluster {
  url: string;
  start(): void;
  stop(): void;
  /** Stops it and removes what it kept. */
  close(): void;
}

const debian = '/usr/lib/postgresql';

/** Where Debian puts PostgreSQL's own programs, or null. */
export function findPostgres(): string | null {
  try {
    const [newest] = readdirSync(debian).toSorted((a, b) => Number(b) - Number(a));
    return newest ? path.join(debian, newest, 'bin') : null;
  } catch {
    return null;
  }
}

/** Makes a cluster and starts it. As root its programs run as Debian's user for them, for they refuse root. */
export async function startCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-postgres-'));
  const who = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  const port = await freePort();
  const data = path.join(folder, 'data');
  const run = (program: string, ...args: string[]) =>
    execFileSync(path.join(programs, program), ['-D', data, ...args], {
      ...who,
      cwd: folder,
      stdio: 'ignore',
    });
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  run('initdb', '-A', 'trust', '-U', 'postgres', '--no-sync');
  const start = () => void run('pg_ctl', '-w', '-l', path.join(folder, 'log'), '-o', options, 'start');
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop: () => void run('pg_ctl', '-w', '-m', 'fast', 'stop'),
    close: () => {
      try {
        run('pg_ctl', '-w', '-m', 'immediate', 'stop');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
