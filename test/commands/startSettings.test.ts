import { expect } from 'chai';
import { isDemo, settingsContent, startDemo } from '../../src/commands/startSettings.js';
import { SettingsFault } from '../../src/errors.js';

describe('the settings that a process starts with', () => {
  const cases: readonly [Record<string, string>, unknown, boolean][] = [
    [{}, null, true],
    [{ STRIPE_SECRET_KEY: '  ' }, null, true],
    [{ OPENROUTER_API_KEY: 'a' }, null, true],
    [{ STRIPE_SECRET_KEY: 'a' }, null, false],
    [{ STRIPE_COUPON_KEY: 'a' }, null, false],
    [{ N8N_GATEWAY_URL: 'a' }, null, false],
    [{}, {}, false],
  ];
  for (const [variables, content, demo] of cases)
    it(`are ${demo ? '' : 'not '}the demo’s: ${JSON.stringify([variables, content])}`, () => {
      expect(isDemo(variables, content)).to.equal(demo);
    });

  it('of the demo lead to stand-ins that answer, until they are closed', async () => {
    const { settings, close } = await startDemo({ DATA_DIR: ':memory:' });
    const [address] = settings.accounts.map(({ base }) => base?.href ?? '');
    expect((await fetch(`${address}v1/balance`)).status).to.equal(401);
    expect((await fetch(`${settings.model?.baseUrl}/key`)).status).to.equal(200);
    await close();
    const gone = await fetch(`${address}v1/balance`).catch(() => 'gone');
    expect(gone).to.equal('gone');
  });

  it('are refused in the demo as well', async () => {
    const told = await startDemo({ PORT: 'canary' }).catch((error: unknown) => error);
    expect(told).to.be.instanceOf(SettingsFault);
  });

  it('name the file that is not there, with the other faults beside it', () => {
    expect(() => settingsContent({ SETTINGS_FILE: 'gone.json', PORT: 'x' })).to.throw(
      SettingsFault,
      /gone\.json[\s\S]+PORT: write/,
    );
  });
});
