import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect } from 'chai';
import { createApp } from '../../src/app.js';
import { demoSettings } from '../../src/demo/settings.js';
import { SettingsFault, StoreFault } from '../../src/errors.js';
import { createLog } from '../../src/log.js';
import { startFaults } from '../../src/settings/startFaults.js';

const refused = (more: object) => Object.assign(new Error('canary'), more);

describe('why the process did not start', () => {
  const cases: [error: unknown, lines: string[]][] = [
    [new SettingsFault(['One.', 'Two.']), ['One.', 'Two.']],
    [
      refused({ code: 'EACCES', syscall: 'listen' }),
      ['PORT may not be opened by this user. Choose another one in .env, above 1023.'],
    ],
    [
      refused({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }),
      ['HOST is no address of this machine. Write 127.0.0.1 or 0.0.0.0 in .env.'],
    ],
    [refused({ code: 'EACCES', syscall: 'open' }), ['Tillkeeper could not start: Error EACCES.']],
    [new StoreFault('canary'), ['Tillkeeper could not start: StoreFault.']],
    ['canary', ['Tillkeeper could not start: string.']],
  ];
  for (const [error, lines] of cases)
    it(`says: ${lines.join(' ')}`, () => {
      expect(startFaults(error)).to.deep.equal(lines);
    });

  it('says that the port is taken, or the host is none of this machine', async () => {
    const holder = createServer();
    await once(holder.listen(0, '127.0.0.1'), 'listening');
    const address = holder.address();
    const taken = typeof address === 'object' ? address?.port : undefined;
    expect(await linesOf({ PORT: String(taken) })).to.deep.equal([
      'PORT is in use by another process. Stop that one, or choose another port in .env.',
    ]);
    expect(await linesOf({ PORT: '0', HOST: '192.0.2.1' })).to.deep.equal([
      'HOST is no address of this machine. Write 127.0.0.1 or 0.0.0.0 in .env.',
    ]);
    holder.close();
  });

  it('says that the database cannot be reached, and nothing of its address', async () => {
    const lines = await linesOf({ PORT: '0', DATABASE_URL: 'postgres://canary:canary@127.0.0.1:1/canary' });
    expect(lines).to.deep.equal([
      'DATABASE_URL: no database can be reached there. Check that it runs, the host, the port and the sslmode in it.',
    ]);
  });
});

/** The lines of an app that cannot listen; it has not begun to speak to anybody. */
async function linesOf(variables: Record<string, string>): Promise<readonly string[]> {
  const nowhere = { stripe: 'http://127.0.0.1:1', openRouter: 'http://127.0.0.1:1' };
  const env = {
    DATA_DIR: ':memory:',
    TILLKEEPER_SECRET: 'a secret of these tests, long enough',
    ...variables,
  };
  const app = createApp(demoSettings(env, nowhere), { log: createLog('silent') });
  try {
    await app.listen();
    return ['it listens'];
  } catch (error) {
    return startFaults(error);
  } finally {
    await app.close();
  }
}
