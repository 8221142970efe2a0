import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { SettingsFault } from '../errors.js';
import type { TokenOf } from '../graph/tokens.js';
import { quiet } from '../quiet.js';
import { readArgs } from './commandArgs.js';
import { CommandError, type CommandNeeds } from './commandError.js';
import { botCheck } from './doctor/botCheck.js';
import { type Check, type Examination, examined, failOf } from './doctor/check.js';
import { clockCheck } from './doctor/clockCheck.js';
import { groupExamination } from './doctor/groupChecks.js';
import { type Examined, type Known, knownSettings } from './doctor/known.js';
import { modelExaminations } from './doctor/modelChecks.js';
import { portalExamination } from './doctor/portalChecks.js';
import { secretCheck } from './doctor/secretCheck.js';
import { settingsChecks } from './doctor/settingsChecks.js';
import { databaseCheck, diskCheck } from './doctor/storeChecks.js';
import { accountExamination } from './doctor/stripeChecks.js';
import { timeFor } from './doctor/timeFor.js';
import { withoutSecrets } from './doctor/withoutSecrets.js';
import { loadEnvFile } from './startSettings.js';

const usage = 'usage: npm run -s doctor -- [--json]';

/** What Stripe and OpenRouter are given of it, so that a check can still say who was silent. */
const share = 0.9;

/** What the doctor needs besides what every command does: the clock, and how long a check may take in ms. */
export interface DoctorNeeds extends CommandNeeds {
  now?: () => number;
  within?: number;
  /** Whose tokens Graph takes, in tests. */
  graphTokens?: TokenOf;
}

/**
 * Checks the settings and everything they lead to, and prints a line for each check. Nothing is made or changed, and no
 * secret is printed, not even in part.
 * @returns whether nothing failed
 * @throws CommandError for options that cannot be read
 */
export async function runDoctor(needs: DoctorNeeds): Promise<boolean> {
  const { args, env, print } = needs;
  const { json } = readArgs(usage, () =>
    parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } }),
  ).values;
  const known = await knownSettings(env);
  const clean = withoutSecrets(env, known.secretNames);
  const checks = (await everyCheck(known, needs)).map((found) => ({
    ...found,
    check: clean(found.check),
    what: clean(found.what),
    todo: found.todo && clean(found.todo),
  }));
  const ok = checks.every(({ status }) => status !== 'fail');
  if (json) print(JSON.stringify({ ok, checks }, null, 2));
  else for (const line of linesOf(checks)) print(line);
  return ok;
}

/** One line a check: `ok|warn|fail  <check>  <what and what to do>`. */
export function linesOf(checks: readonly Check[]): string[] {
  const width = Math.max(...checks.map(({ check }) => check.length));
  return checks.map(({ check, status, what, todo }) =>
    [status.padEnd(4), check.padEnd(width), todo ? `${what} ${todo}` : what].join('  '),
  );
}

async function everyCheck(
  known: Known,
  { now = Date.now, within = timeFor(performance.now()), graphTokens }: DoctorNeeds,
): Promise<Check[]> {
  const heard: number[] = [];
  const hear = { now, within: within * share, heard: (ahead: number) => void heard.push(ahead) };
  const groups = groupExamination({ settings: known.settings, random: randomUUID, graphTokens, ...hear });
  const all = [...examinations(known.settings, hear), groups];
  const possible = all.filter(({ check }) => !known.left.includes(check));
  const found = await Promise.all(possible.map((one) => examined(one, within)));
  await known.close();
  return [...settingsChecks(known), ...found.flat(), clockCheck(heard)];
}

type Hearing = Parameters<typeof modelExaminations>[1];

function examinations(settings: Examined, hearing: Hearing): Examination[] {
  const { accounts, model, portals, dataDir, secrets } = settings;
  return [
    ...accounts.map((account) =>
      accountExamination(account, { staff: settings, random: randomUUID, ...hearing }),
    ),
    ...modelExaminations(model, hearing),
    { check: 'bot credentials', examine: async () => await botCheck(settings) },
    ...portals.map(portalExamination),
    { check: 'database', examine: async () => await databaseCheck(settings) },
    { check: 'disk', examine: async () => await diskCheck(dataDir) },
    { check: 'TILLKEEPER_SECRET', examine: async () => await secretCheck(secrets, dataDir) },
  ];
}

/** The exit code: 1 when something failed, 2 when it could not be run. */
async function main({ args, env, print, note }: CommandNeeds): Promise<number> {
  try {
    loadEnvFile();
    return (await runDoctor({ args, env, print, note })) ? 0 : 1;
  } catch (error) {
    if (error instanceof CommandError) {
      note(error.message);
      return 2;
    }
    if (!(error instanceof SettingsFault)) throw error;
    for (const line of linesOf(error.faults.map((fault) => failOf('settings', fault)))) print(line);
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { out, err } = quiet(process);
  const print = (line: string) => out(`${line}\n`);
  const note = (line: string) => err(`${line}\n`);
  // What still hangs must not keep the process: every line is written by now.
  process.exit(await main({ args: process.argv.slice(2), env: process.env, print, note }));
}
