import type { App } from './app.js';
import { SettingsFault } from './errors.js';
import type { Log } from './log.js';
import { startFaults } from './settings/startFaults.js';
import type { Settings } from './settings.js';
import type { StartFindings } from './stripe/startCheck.js';

interface ReloaderNeeds {
  app: Pick<App, 'reload'>;
  log: Log;
  /** Reads the settings anew. @throws SettingsFault */
  read: () => Settings;
  /** Asks Stripe about the accounts in them, as at the start. */
  check: (settings: Settings) => Promise<StartFindings>;
  /** Tells whoever runs the process, a line each. */
  tell: (lines: readonly string[]) => void;
}

/** Reads the settings anew while turns run, one reload after the other. Faulty ones are told, and the old ones stay. */
export function createReloader(needs: ReloaderNeeds): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    last = last.then(async () => await reload(needs));
    await last;
  };
}

async function reload({ app, log, read, check, tell }: ReloaderNeeds): Promise<void> {
  try {
    const settings = read();
    const findings = await check(settings);
    for (const { account, message } of findings.said) log.warn({ account }, message);
    if (findings.faults.length > 0) throw new SettingsFault(findings.faults);
    await app.reload(settings);
    log.info({}, 'the settings were reloaded');
  } catch (error) {
    const faults = startFaults(error);
    tell([
      ...faults,
      'The settings were not reloaded: the old ones stay. Correct this, then send SIGHUP again.',
    ]);
    log.error({ count: faults.length }, 'the settings were not reloaded');
  }
}
