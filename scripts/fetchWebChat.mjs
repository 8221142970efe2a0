/**
 * Brings Web Chat's one browser file to vendor/webchat/, unless it is there: the package around it would
 * add 500 MB to every install. Both the package and the file must have the hashes written here. Where the
 * registry cannot be reached it says what to do and lets the bot start; with --strict it fails.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { argv, env, execPath, platform, stderr, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const name = 'botframework-webchat';
const version = '4.18.1';
const packageHash =
  '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const fileHash = '/QHdP14QBRIOHw8gBEffy7VpWq0cTaGkr70Sg3ceo6KO0gaHOIWbC7OXB0Rmqp7sV1c/PU5zDh8p23uz8L88+A==';
const target = fileURLToPath(new URL('../vendor/webchat/webchat.js', import.meta.url));

/** A file's SHA-512 in base64, or null when there is no such file. */
const hashOf = async (path) => {
  try {
    return createHash('sha512')
      .update(await readFile(path))
      .digest('base64');
  } catch {
    return null;
  }
};

/** npm as it runs us, else the one on the path (a shell is needed to find npm.cmd on Windows). */
const npm = () => {
  const cli = env.npm_execpath ?? '';
  if (/^npm-cli\.c?js$/.test(basename(cli))) return { command: execPath, first: [cli], shell: false };
  return { command: 'npm', first: [], shell: platform === 'win32' };
};

const pack = async (folder) => {
  const { command, first, shell } = npm();
  const rest = [
    'pack',
    `${name}@${version}`,
    '--loglevel=error',
    '--ignore-scripts',
    '--fetch-retry-mintimeout=1000',
  ];
  await promisify(execFile)(command, [...first, ...rest], { cwd: folder, shell, timeout: 180_000 });
  return join(folder, `${name}-${version}.tgz`);
};

const extract = async (archive, folder) => {
  const tar = await import('tar');
  await tar.extract({ file: archive, cwd: folder, filter: (path) => path === 'package/dist/webchat.js' });
  return join(folder, 'package', 'dist', 'webchat.js');
};

const refuseOther = async (path, hash) => {
  if ((await hashOf(path)) !== hash) throw new Error(`${basename(path)} is not the file it should be`);
};

/** Under a passing name first, so that two who start at once never see half a file. */
const install = async (file) => {
  await mkdir(dirname(target), { recursive: true });
  const passing = `${target}.${process.pid}`;
  await copyFile(file, passing);
  await rename(passing, target);
};

const fetchWebChat = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tillkeeper-webchat-'));
  try {
    const archive = await pack(folder);
    await refuseOther(archive, packageHash);
    const file = await extract(archive, folder);
    await refuseOther(file, fileHash);
    await install(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The part of a failure that a person can use: npm's code, ours, or its first line. */
const reason = (error) =>
  /\b(E[A-Z0-9_]{3,})\b/.exec(`${error.stderr ?? ''} ${error.code ?? ''}`)?.[1] ??
  error.message.split('\n')[0];

if ((await hashOf(target)) !== fileHash) {
  stdout.write(`Fetching Web Chat ${version} once, from the npm registry (7 MB) ...\n`);
  try {
    await fetchWebChat();
  } catch (error) {
    stderr.write(
      `Web Chat could not be fetched: ${reason(error)}. The bot runs, its page cannot show a chat. ` +
        'When the npm registry can be reached, run: npm run setup\n',
    );
    if (argv.includes('--strict')) process.exitCode = 1;
  }
}
