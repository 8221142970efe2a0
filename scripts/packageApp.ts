import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { fillManifest, manifestFaults, zipped } from './teamsPackage.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const inPackage = (name: string): string => resolve(root, 'appPackage', name);

const options = () => {
  const text = { type: 'string' } as const;
  return parseArgs({ options: { 'app-id': text, host: text, page: text, developer: text, out: text } })
    .values;
};

const appIdOfEnvironment = (): string | undefined => {
  const file = resolve(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env.MicrosoftAppId || undefined;
};

const version = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')))
    .version;

const pack = (given: ReturnType<typeof options>): string[] => {
  const filled = fillManifest(readFileSync(inPackage('manifest.json'), 'utf8'), {
    ...given,
    appId: given['app-id'] ?? appIdOfEnvironment(),
    version: version(),
  });
  const faults = filled.faults.length > 0 ? filled.faults : manifestFaults(JSON.parse(filled.text));
  if (faults.length > 0) return faults;
  const target = resolve(given.out ?? inPackage('build/tillkeeper.zip'));
  const [color, outline] = [readFileSync(inPackage('color.png')), readFileSync(inPackage('outline.png'))];
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, zipped({ manifest: filled.text, color, outline }));
  for (const warning of filled.warnings) console.warn(warning);
  console.log(`${relative(process.cwd(), target)} is made.`);
  return [];
};

const packOrSayWhyNot = (): string[] => {
  try {
    return pack(options());
  } catch (fault) {
    return [fault instanceof Error ? fault.message : String(fault)];
  }
};

const faults = packOrSayWhyNot();
if (faults.length > 0) {
  console.error(['The app package was not made:', ...faults.map((fault) => `- ${fault}`)].join('\n'));
  process.exitCode = 1;
}
