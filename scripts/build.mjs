// npm run build: dist/ as production runs it, `node dist/src/index.js`.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = 'node_modules/typescript/bin/tsc';
const entry = 'dist/src/index.js';

/** Compiled with the rest, because there is one tsconfig.json; production has no use for them. */
const leftOut = ['dist/test', 'dist/bench', 'dist/scripts'];

/** What the code reads beside itself: card templates, the page, Web Chat's own file. */
const withAssets = ['src', 'dialogs', 'cards', 'vendor'];

const stop = (sentence) => {
  rmSync(`${root}/dist`, { recursive: true, force: true });
  console.error(`No build was made: ${sentence}`);
  process.exit(1);
};

const compile = () => {
  if (!existsSync(`${root}/${compiler}`))
    stop('TypeScript is not installed. Run npm ci first, with development packages.');
  const { status, error } = spawnSync(process.execPath, [compiler, '-p', '.', '--noEmit', 'false'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) stop(`the compiler did not start (${error.message}).`);
  if (status !== 0) stop('the compiler found the faults above. Mend them and run it again.');
};

/** Brings Web Chat, unless it is there. Where it cannot be fetched, it says so and the build goes on without. */
const setUp = () => spawnSync(process.execPath, ['scripts/fetchWebChat.mjs'], { stdio: 'inherit' });

const isAsset = (path) => statSync(path).isDirectory() || extname(path) !== '.ts';

const copyAssets = (folder) => {
  if (!existsSync(`${root}/${folder}`)) return;
  cpSync(`${root}/${folder}`, `${root}/dist/${folder}`, { recursive: true, filter: isAsset });
};

process.chdir(root);
rmSync('dist', { recursive: true, force: true });
compile();
setUp();
for (const folder of leftOut) rmSync(folder, { recursive: true, force: true });
for (const folder of withAssets) copyAssets(folder);
if (!existsSync(entry)) stop(`${entry} did not come out of it. Is src/index.ts there?`);
console.log(`dist/ is built. Run it with: node ${entry}`);
if (!existsSync('dist/vendor')) {
  console.warn(
    'Web Chat is not in it, so the page and portals show no chat. When the npm registry can be reached, build again.',
  );
}
