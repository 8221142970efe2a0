import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { exportRows } from './audit/exportRows.js';
import { hold, prune } from './audit/keep.js';
import { list } from './audit/list.js';
import { type Office, openOffice } from './audit/office.js';
import { type Options, readOptions, spanOf } from './audit/options.js';
import { erase, resolve } from './audit/people.js';
import { verify } from './audit/verify.js';
import { asCommand, type CommandNeeds } from './commandError.js';

/**
 * Shows, verifies, exports and prunes the trail, and says or erases who is who in it. `false` when it was tampered with.
 * @throws CommandError for what cannot be run.
 */
export async function runAudit({ args, env, print, note }: CommandNeeds): Promise<boolean> {
  const options = readOptions(args);
  const office = await openOffice({ env, note });
  try {
    return await act(office, options, { print, note });
  } finally {
    await office.close();
  }
}

async function act(
  office: Office,
  options: Options,
  { print, note }: Pick<CommandNeeds, 'print' | 'note'>,
): Promise<boolean> {
  const span = () => spanOf(options, office.settings.timeZone);
  const { verb, format } = options;
  if (verb === 'verify') return await verify(office, print);
  await office.chain.ready();
  if (verb === 'list' && format === undefined)
    await list(office, { span: span(), limit: options.limit }, { print, note });
  // Rows to be taken along are an export, whatever it is called.
  else if (verb === 'list' || verb === 'export') await exportRows(office, { span: span(), format }, print);
  else if (verb === 'prune') await prune(office, print);
  else if (verb === 'resolve') await resolve(office, options.person, print);
  else if (verb === 'erase') await erase(office, options, print);
  else await hold(office, options, print);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // Whoever reads the output may stop early, as head does.
  process.stdout.on('error', () => process.exit(0));
  await asCommand(async (needs) => {
    if (!(await runAudit(needs))) process.exitCode = 1;
  });
}
