import { z } from 'zod';
import { createApp } from '../../src/app.js';
import { demoSettings } from '../../src/demo/settings.js';
import { createLog } from '../../src/log.js';

/** Where a replica finds what it shares with the others. */
export interface ReplicaOptions {
  variables: Readonly<Record<string, string>>;
  at: { stripe: string; openRouter: string };
  /** How far its clock is ahead, in ms. */
  ahead?: number;
}

const later = z.object({ later: z.number() });

// One more replica of the whole bot: told where everything is, it listens and says on which port.
process.once('message', async (options: ReplicaOptions) => {
  const demo = demoSettings({ PORT: '0', ...options.variables }, options.at);
  const many = 100_000;
  const limits = { messagesPerMinute: many, modelCallsPerMinute: many, modelCallsPerTenantPerMinute: many };
  const settings = { ...demo, limits: { ...demo.limits, ...limits } };
  let { ahead = 0 } = options;
  const clock = () => new Date(Date.now() + ahead);
  const app = createApp(settings, { log: createLog('silent'), clock });
  process.on('message', async (message) => {
    if (message === 'idle') {
      await app.idle();
      process.send?.('idle');
    }
    const { data: due } = later.safeParse(message);
    if (due) {
      ahead += due.later;
      await app.work();
      await app.idle();
      process.send?.('done');
    }
    if (message !== 'close') return;
    await app.close();
    process.exit(0);
  });
  process.send?.({ port: await app.listen() });
});
process.send?.('loaded');
