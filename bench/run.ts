import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** `npm run bench`: every measurement of this folder, each in a process of its own. */
const folder = fileURLToPath(new URL('.', import.meta.url));
const failed = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'run.ts')
  .map((name) => {
    console.log(`\n${name.replace(/\.ts$/, '')}`);
    return spawnSync(process.execPath, ['--import', 'tsx', `${folder}${name}`], { stdio: 'inherit' }).status;
  })
  .filter((status) => status !== 0);
process.exitCode = failed.length > 0 ? 1 : 0;
