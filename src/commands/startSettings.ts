import { existsSync } from 'node:fs';
import { startOpenRouter } from '../demo/openRouter.js';
import { demoSettings } from '../demo/settings.js';
import { demoStripeAccounts } from '../demo/stripe/data.js';
import { startStripe } from '../demo/stripe/server.js';
import { SettingsFault } from '../errors.js';
import { readPlan } from '../recognition/builtIn/recognise.js';
import { readSettingsFile } from '../settings/readFile.js';
import { environmentFaults, readSettings, type Settings } from '../settings.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** The settings a process starts with, and how to end the stand-ins that were started for them. */
export interface Started {
  settings: Settings;
  close: () => Promise<void>;
}

/** Adds what `.env` of this folder says to the process's own variables, which win.
 * @throws SettingsFault when the file is there and cannot be read */
export function loadEnvFile(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch {
    throw new SettingsFault([
      '.env is there, but cannot be read. Check that it is a file, and who may read it.',
    ]);
  }
}

/** The content of the settings file, parsed; `null` where there is none.
 * @throws SettingsFault when it cannot be read, with every fault of the variables beside it */
export function settingsContent(variables: Variables): unknown {
  const found = readSettingsFile(variables.SETTINGS_FILE?.trim() || undefined);
  if (found.kind === 'fault') throw new SettingsFault([found.sentence, ...environmentFaults(variables)]);
  return found.kind === 'read' ? found.content : null;
}

/** Whether it is the demo: without a key, a gateway or a settings file there is nothing real to speak to. */
export function isDemo(variables: Variables, content: unknown): boolean {
  const names = ['STRIPE_SECRET_KEY', 'STRIPE_COUPON_KEY', 'N8N_GATEWAY_URL'];
  return content === null && names.every((name) => !variables[name]?.trim());
}

/** The demo: starts its stand-ins and gives the settings that lead to them.
 * @throws SettingsFault */
export async function startDemo(variables: Variables): Promise<Started> {
  const stripe = await startStripe({ accounts: demoStripeAccounts(Date.now), clock: Date.now });
  const openRouter = await startOpenRouter((sentence) => readPlan(sentence).plan);
  const close = async () => {
    await Promise.all([stripe.close(), openRouter.close()]);
  };
  try {
    return { settings: demoSettings(variables, { stripe: stripe.url, openRouter: openRouter.url }), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The settings as they stand in the file now, with the variables of the process's start.
 * @throws SettingsFault with every fault at once */
export function settingsAnew(variables: Variables): Settings {
  return readSettings(variables, settingsContent(variables));
}

/** From variables and settings file to settings, the demo's stand-ins started where there is nothing real.
 * @throws SettingsFault with every fault at once */
export async function startSettings(variables: Variables): Promise<Started> {
  const content = settingsContent(variables);
  if (isDemo(variables, content)) return await startDemo(variables);
  return { settings: readSettings(variables, content), close: async () => {} };
}
