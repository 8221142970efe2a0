import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The demo in a process of its own, as `npm start` runs it. */
export interface Demo {
  url: string;
  stop(): Promise<void>;
}

const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url));

/**
 * Starts the demo on a free port in an empty folder, where neither a `.env` nor a `settings.json` nor a key of this
 * machine can make it real. Null when it did not start; why stands on stderr.
 */
export const startDemo = async (): Promise<Demo | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'tillkeeper-demo-'));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), entry], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill();
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /^Open (http:\S+)$/.exec(line) ?? [];
    if (url) return { url, stop };
  }
  await stop();
  return null;
};
