import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Workflow } from '../../../scripts/n8n/nodes.js';
import type { Installed } from './install.js';

const run = promisify(execFile);

/** A credential as `n8n import:credentials` reads it. */
export interface Credential {
  id: string;
  name: string;
  type: string;
  data: Readonly<Record<string, unknown>>;
}

/** What n8n is started with. */
export interface N8nSetUp {
  installed: Installed;
  port: number;
  workflows: readonly object[];
  /** Ids of those that are published. */
  publish: readonly string[];
  credentials: readonly Credential[];
  /** Paths of webhooks that must be there before anything is asked; each wants a token. */
  doors: readonly string[];
}

/** A running n8n on loopback. */
export interface RealN8n {
  url: string;
  /** Every byte that it has in its folder now, the database among it. */
  kept: () => string;
  log: () => string;
  stop: () => Promise<void>;
}

/** Chooses credentials in boxes, as an admin does after an import. */
export function withCredentials(workflow: Workflow, chosen: Readonly<Record<string, Credential>>): Workflow {
  const nodes = workflow.nodes.map((box) => {
    const credential = chosen[box.name];
    if (!credential) return box;
    return { ...box, credentials: { [credential.type]: { id: credential.id, name: credential.name } } };
  });
  return { ...workflow, nodes };
}

/** Imports, publishes and starts, and waits until it is ready. */
export async function startN8n(setUp: N8nSetUp): Promise<RealN8n> {
  const folder = mkdtempSync(join(tmpdir(), 'tillkeeper-n8n-run-'));
  const env = environmentOf(setUp, folder);
  const call = async (...args: string[]) => await run(setUp.installed.command, args, { env, maxBuffer: 1e8 });
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  await call('import:credentials', `--input=${file('credentials.json', setUp.credentials)}`);
  rmSync(join(folder, 'credentials.json'));
  await call('import:workflow', `--input=${file('workflows.json', setUp.workflows)}`);
  rmSync(join(folder, 'workflows.json'));
  for (const id of setUp.publish) await call('publish:workflow', `--id=${id}`);
  const child = spawn(setUp.installed.command, ['start'], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => void said.push(String(chunk)));
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${setUp.port}`;
  await ready(`${url}/healthz/readiness`, said);
  // It calls itself ready a second before its webhooks are there; until then they answer 404.
  for (const path of setUp.doors) await ready(`${url}/webhook/${path}`, said, 401);
  return {
    url,
    log: () => said.join(''),
    kept: () => textIn(folder),
    stop: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, said: readonly string[], status = 200): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    const answer = await fetch(url, { method: status === 200 ? 'GET' : 'POST' }).catch(() => null);
    if (answer?.status === status) return;
    await after(500);
  }
  throw new Error(`n8n did not become ready:\n${said.join('').slice(-4000)}`);
}

function textIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /sqlite|\.log$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

/** Everything on this machine alone, nothing fetched from anywhere, pruned each minute. */
function environmentOf({ installed, port }: N8nSetUp, folder: string): NodeJS.ProcessEnv {
  return {
    PATH: installed.path,
    HOME: folder,
    N8N_USER_FOLDER: folder,
    N8N_ENCRYPTION_KEY: 'test-only',
    N8N_LISTEN_ADDRESS: '127.0.0.1',
    N8N_HOST: '127.0.0.1',
    N8N_PORT: String(port),
    N8N_PROTOCOL: 'http',
    N8N_WEBHOOK_URL: `http://127.0.0.1:${port}/`,
    N8N_RUNNERS_BROKER_PORT: String(port + 1),
    N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
    N8N_SECURE_COOKIE: 'false',
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
    N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_DYNAMIC_BANNERS_ENABLED: 'false',
    EXTERNAL_FRONTEND_HOOKS_URLS: '',
    N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
    N8N_COMMUNITY_PACKAGES_ENABLED: 'false',
    N8N_DISABLED_MODULES: 'mcp-registry,mcp,instance-ai,chat-hub,insights,agents,instance-registry',
    EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '1',
    GENERIC_TIMEZONE: 'UTC',
  };
}
