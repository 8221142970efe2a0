import { randomUUID as random } from 'node:crypto';
import type { App } from './app.js';
import { loadEnvFile, settingsAnew, startSettings } from './commands/startSettings.js';
import { SettingsFault } from './errors.js';
import { createLog, type Log, told } from './log.js';
import { quiet } from './quiet.js';
import { createReloader } from './reloader.js';
import { startFaults } from './settings/startFaults.js';
import { startLines } from './settings/startLines.js';

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

const ours = quiet(process);
try {
  loadEnvFile();
  const { settings, close } = await startSettings(process.env);
  const log = createLog(settings.logLevel);
  ours.tellTo(log);
  watchForLost(log);
  // Stripe's SDK writes as it is loaded.
  const { checkAccounts } = await import('./stripe/startCheck.js');
  const findings = await checkAccounts(settings.accounts, settings, { random });
  for (const { account, message } of findings.said) log.warn({ account }, message);
  if (findings.faults.length > 0) throw new SettingsFault(findings.faults);
  // Loaded only now: a fault of the settings is told at once, not after all the rest was read.
  const { createApp } = await import('./app.js');
  const app = createApp(settings, { log });
  const port = await app.listen();
  stopOnSignals(app, log, close);
  const reload = createReloader({
    app,
    log,
    read: () => (settings.page ? settings : settingsAnew(process.env)),
    check: async (next) => await checkAccounts(next.accounts, next, { random }),
    tell: (lines) => ours.err(`${lines.join('\n')}\n`),
  });
  process.on('SIGHUP', () => void reload());
  ours.out(`${startLines(settings, port).join('\n')}\n`);
  log.info({ port, mode: settings.page ? 'demo' : 'real' }, 'listening');
} catch (error) {
  ours.err(`${startFaults(error).join('\n')}\n`);
  process.exit(1);
}
