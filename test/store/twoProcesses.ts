import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Holds each process until the other one has loaded as much, so that they meet. */
const meet = `
  import { mkdirSync as meetMake, readdirSync as meetRead } from 'node:fs';
  meetMake(process.argv[1] + '/here-' + process.pid);
  const meetUntil = Date.now() + 10_000;
  while (meetRead(process.argv[1]).filter((name) => name.startsWith('here-')).length < 2 && Date.now() < meetUntil);
`;

/** Runs a module's text in two processes of their own at once, the path of a fresh folder in `process.argv[1]`. Gives what each wrote. */
export async function inTwoProcesses(source: string): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  const run = async () => {
    const flags = ['--import', 'tsx', '--input-type=module', '-e', meet + source, folder];
    const child = spawn(process.execPath, flags, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return `${out}${err}`;
  };
  const written = await Promise.all([run(), run()]);
  rmSync(folder, { recursive: true });
  return written;
}

/** The address of a source file, to be imported in such a module. */
export function sourceOf(file: string): string {
  return JSON.stringify(pathToFileURL(path.join(root, 'src', file)).href);
}
