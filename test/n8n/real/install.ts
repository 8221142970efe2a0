import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The version that the workflows were made with and are tried on. */
export const n8nVersion = '2.41.1';

/** A folder outside of this repository: 2.9 GB, kept for the next run. */
const cache = process.env.N8N_TEST_CACHE || join(tmpdir(), `tillkeeper-n8n-${n8nVersion}`);

/** What it takes to run n8n's command. */
export interface Installed {
  command: string;
  /** Where the programs are that it calls. */
  path: string;
}

/** Installs n8n and the Node it needs, about four minutes, unless both are there. */
export async function installedN8n(say: (line: string) => void): Promise<Installed> {
  const [forNode, forN8n] = [folderFor('node24'), folderFor('n8n')];
  const node = join(forNode, `node_modules/node/node_modules/node-${process.platform}-${process.arch}`);
  if (!existsSync(join(node, 'bin'))) await npm(forNode, ['install', 'node@24'], process.env);
  const path = `${join(node, 'bin')}:${process.env.PATH ?? ''}`;
  const command = join(forN8n, 'node_modules/.bin/n8n');
  if (!existsSync(command)) {
    say(`installing n8n ${n8nVersion} into ${forN8n}, about four minutes …`);
    const env = { ...process.env, PATH: path, npm_config_nodedir: node };
    await npm(forN8n, ['install', `n8n@${n8nVersion}`, '--ignore-scripts'], env);
    await npm(forN8n, ['rebuild', 'sqlite3', 'isolated-vm'], env);
  }
  return { command, path };
}

function folderFor(name: string): string {
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{"private": true}');
  return folder;
}

async function npm(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  await run('npm', [...args, '--no-audit', '--no-fund'], { cwd, env, maxBuffer: 1e8 });
}
