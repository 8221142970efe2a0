import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Deed, recordDeed } from '../../audit/deeds.js';
import { type OpenTrail, openTrail } from '../../audit/openTrail.js';
import { demoSettings } from '../../demo/settings.js';
import { SettingsFault } from '../../errors.js';
import { createSeal } from '../../sealed.js';
import { readSettings, type Settings } from '../../settings.js';
import { type Database, openDatabase } from '../../store/database.js';
import { keptSecret } from '../../store/secret.js';
import { CommandError, type CommandNeeds } from '../commandError.js';
import { isDemo, settingsContent } from '../startSettings.js';

/** The trail as a command works on it: the same database as the bot's, which may run meanwhile. */
export interface Office extends OpenTrail {
  database: Database;
  settings: Settings;
  clock: () => Date;
  /** Puts on record what is done, signed at once. */
  record: (deed: Omit<Deed, 'actor'>) => Promise<void>;
  close: () => Promise<void>;
}

const nowhere = 'http://127.0.0.1:1';

/** Opens the trail that the settings lead to.
 * @throws CommandError when they cannot be used, or there is no trail yet */
export async function openOffice({ env, note }: Pick<CommandNeeds, 'env' | 'note'>): Promise<Office> {
  const settings = await told(() => readAll(env));
  const { dataDir } = settings;
  if (settings.databaseUrl === null && !existsSync(path.join(dataDir, 'tillkeeper.sqlite')))
    throw new CommandError(
      `There is no trail in ${dataDir} yet. Start the bot once, or set DATA_DIR to its folder.`,
    );
  const database = await told(() => openDatabase(settings));
  await told(async () => await database.ready);
  const random = () => randomBytes(16).toString('base64url');
  const [first, ...others] = settings.secrets ?? [];
  const secrets: [string, ...string[]] = [
    first ?? (await told(() => keptSecret(dataDir, random))),
    ...others,
  ];
  const clock = () => new Date();
  const onFault = () => note('A checkpoint could not be written. Check that the disk is not full.');
  const seal = createSeal(secrets);
  const trail = openTrail({
    dataDir,
    settings: settings.trail,
    database,
    secrets,
    seal,
    clock,
    random,
    onFault,
  });
  return {
    ...trail,
    database,
    settings,
    clock,
    record: async (deed) => {
      await recordDeed(trail.chain, clock, { ...deed, actor: 'operator' });
      await trail.checkpoints.signHead().catch(onFault);
    },
    close: async () => await database.close(),
  };
}

function readAll(env: NodeJS.ProcessEnv): Settings {
  const content = settingsContent(env);
  return isDemo(env, content)
    ? demoSettings(env, { stripe: nowhere, openRouter: nowhere })
    : readSettings(env, content);
}

async function told<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error;
    throw new CommandError(error.faults.join('\n'), { cause: error });
  }
}
