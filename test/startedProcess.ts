import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { laterNames } from '../src/environment.js';
import { environment } from '../src/settings.js';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const script = fileURLToPath(new URL('../src/index.ts', import.meta.url));
const ours: readonly string[] = [...Object.keys(environment.shape), ...laterNames];

/** The process itself in an empty folder of its own, with no variable of ours but those given. */
export interface StartedProcess {
  /** Everything written so far. */
  out: () => string;
  err: () => string;
  /** Resolves with the first line of the output that has this in it; rejects when the process ends before. */
  says: (words: RegExp) => Promise<string>;
  /** Puts a file into its folder while it runs. */
  write: (name: string, text: string) => void;
  signal: (signal: NodeJS.Signals) => void;
  /** The exit code. `signal` is sent before. */
  ended: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/** Starts `src/index.ts` on a free port. `files` are put in its folder before. */
export function startProcess(
  variables: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): StartedProcess {
  const folder = mkdtempSync(path.join(tmpdir(), 'tillkeeper-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const around = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)));
  const child = spawn(process.execPath, ['--import', tsx, script], {
    cwd: folder,
    env: { ...around, PORT: '0', DATA_DIR: path.join(folder, 'data'), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'close').then(([code]: (number | null)[]) => {
    rmSync(folder, { recursive: true, force: true });
    return code ?? null;
  });
  const out = listenTo(child.stdout);
  const err = listenTo(child.stderr);
  return {
    out: out.soFar,
    err: err.soFar,
    says: (words) => Promise.race([out.line(words), gone.then(() => Promise.reject(new Error(err.soFar())))]),
    write: (name, text) => writeFileSync(path.join(folder, name), text),
    signal: (signal) => void child.kill(signal),
    ended: async (signal) => {
      if (signal) child.kill(signal);
      return await gone;
    },
  };
}

function listenTo(stream: ChildProcess['stdout']) {
  let text = '';
  stream?.setEncoding('utf8').on('data', (more) => {
    text += String(more);
  });
  return {
    soFar: () => text,
    line: async (words: RegExp): Promise<string> => {
      const found = () => text.split('\n').find((line) => words.test(line));
      while (stream && found() === undefined) await once(stream, 'data');
      return found() ?? '';
    },
  };
}
