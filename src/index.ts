import { existsSync, readFileSync } from 'node:fs';
import { type App, createApp } from './app.js';
import { startOpenRouter } from './demo/openRouter.js';
import { demoSettings } from './demo/settings.js';
import { demoStripeAccounts } from './demo/stripe/data.js';
import { startStripe } from './demo/stripe/server.js';
import { SettingsFault } from './errors.js';
import { createLog, type Log, told } from './log.js';
import { readPlan } from './recognition/builtIn/recognise.js';
import { readSettings, type Settings } from './settings.js';
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

function settingsFileContent(): unknown {
  const named = process.env.SETTINGS_FILE?.trim();
  const path = named || 'settings.json';
  if (!existsSync(path)) {
    if (!named) return null;
    throw new SettingsFault([
      `SETTINGS_FILE names ${named}, which is not there. Put the file there or remove the setting.`,
    ]);
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new SettingsFault([`${path} is not JSON that can be read. Compare it with settings.example.json.`]);
  }
}

async function started(): Promise<Started> {
  if (existsSync('.env')) process.loadEnvFile('.env');
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

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tellStart(settings: Settings, port: number): void {
  const address = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  if (settings.page) say(`Tillkeeper, the demo: test data, nothing here is real.\nOpen ${address}`);
  else say(`Tillkeeper listens on ${address}`);
  if (settings.bot === null) say('No app id is set: /api/messages answers callers on this machine only.');
  if (settings.model === null) say('No OpenRouter key is set: the built-in recogniser reads every sentence.');
  if (settings.people.length === 0)
    say('Nobody is in the settings: everyone is refused. See settings.example.json.');
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

try {
  const { settings, close } = await started();
  const log = createLog(settings.logLevel);
  process.on('unhandledRejection', (error) =>
    log.error(told(error), 'something failed with nobody to settle it'),
  );
  const findings = await checkAccounts(settings.accounts);
  for (const { account, message } of findings.said) log.warn({ account }, message);
  if (findings.faults.length > 0) throw new SettingsFault(findings.faults);
  const app = createApp(settings, { log });
  const port = await app.listen();
  tellStart(settings, port);
  log.info({ port, mode: settings.page ? 'demo' : 'real' }, 'listening');
  stopOnSignals(app, log, close);
} catch (error) {
  const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const faults =
    error instanceof SettingsFault
      ? error.faults
      : [
          busy
            ? 'PORT is in use by another process. Choose another one in .env.'
            : `Tillkeeper could not start: ${told(error).error}.`,
        ];
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
