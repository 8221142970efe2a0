import { existsSync } from 'node:fs';
import type { App } from './app.js';
import { startOpenRouter } from './demo/openRouter.js';
import { demoSettings } from './demo/settings.js';
import { demoStripeAccounts } from './demo/stripe/data.js';
import { startStripe } from './demo/stripe/server.js';
import { SettingsFault } from './errors.js';
import { createLog, type Log, told } from './log.js';
import { readPlan } from './recognition/builtIn/recognise.js';
import { readSettingsFile } from './settings/readFile.js';
import { startFaults } from './settings/startFaults.js';
import { startLines } from './settings/startLines.js';
import { environmentFaults, readSettings, type Settings } from './settings.js';
import { checkAccounts } from './stripe/startCheck.js';

interface Started {
  settings: Settings;
  close: () => Promise<void>;
}

/** Without a key, a gateway or a settings file there is nothing real to speak to: the demo. */
function isDemo(file: unknown): boolean {
  const names = ['STRIPE_SECRET_KEY', 'STRIPE_COUPON_KEY', 'N8N_GATEWAY_URL'];
  return file === null && names.every((name) => !process.env[name]?.trim());
}

function loadEnvFile(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch {
    throw new SettingsFault([
      '.env is there, but cannot be read. Check that it is a file, and who may read it.',
    ]);
  }
}

function settingsFileContent(): unknown {
  const found = readSettingsFile(process.env.SETTINGS_FILE?.trim() || undefined);
  if (found.kind === 'fault') throw new SettingsFault([found.sentence, ...environmentFaults(process.env)]);
  return found.kind === 'read' ? found.content : null;
}

async function started(): Promise<Started> {
  loadEnvFile();
  const file = settingsFileContent();
  if (!isDemo(file)) return { settings: readSettings(process.env, file), close: async () => {} };
  const stripe = await startStripe({ accounts: demoStripeAccounts(Date.now), clock: Date.now });
  const openRouter = await startOpenRouter((sentence) => readPlan(sentence).plan);
  const settings = demoSettings(process.env, { stripe: stripe.url, openRouter: openRouter.url });
  return {
    settings,
    close: async () => {
      await Promise.all([stripe.close(), openRouter.close()]);
    },
  };
}

function stopOnSignals(app: App, log: Log, rest: () => Promise<void>): void {
  const stop = async () => {
    log.info({}, 'stopping');
    setTimeout(() => process.exit(1), 10_000).unref();
    await app.close();
    await rest();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

/** What nobody caught is told without its text, which may hold what is not for a log. */
function watchForLost(log: Log): void {
  const lost = (error: unknown) => log.error(told(error), 'something failed with nobody to settle it');
  process.on('unhandledRejection', lost);
  process.on('uncaughtException', (error) => {
    lost(error);
    process.exit(1);
  });
}

try {
  const { settings, close } = await started();
  const log = createLog(settings.logLevel);
  watchForLost(log);
  const findings = await checkAccounts(settings.accounts);
  for (const { account, message } of findings.said) log.warn({ account }, message);
  if (findings.faults.length > 0) throw new SettingsFault(findings.faults);
  // Loaded only now: a fault of the settings is told at once, not after all the rest was read.
  const { createApp } = await import('./app.js');
  const app = createApp(settings, { log });
  const port = await app.listen();
  stopOnSignals(app, log, close);
  process.stdout.write(`${startLines(settings, port).join('\n')}\n`);
  log.info({ port, mode: settings.page ? 'demo' : 'real' }, 'listening');
} catch (error) {
  process.stderr.write(`${startFaults(error).join('\n')}\n`);
  process.exit(1);
}
