import { expect } from 'chai';
import { askBotToken, credentialOptions } from '../../src/channels/botToken.js';
import { issued, refused, withMicrosoft } from './microsoft.js';
import type { TokenAnswer } from './tokenService.js';

const appId = '6f1d1a52-0c55-4c39-8d3f-0c2f6f4f7a10';
const tenant = '0f0e0d0c-0000-4000-8000-000000000001';
const options = (type: 'MultiTenant' | 'SingleTenant') =>
  credentialOptions({ appId, password: 'canary-password', type, tenantId: tenant });

describe('the bot’s token', () => {
  const cases: readonly [string, 'MultiTenant' | 'SingleTenant', TokenAnswer, string][] = [
    ['is issued', 'MultiTenant', issued, 'issued'],
    ['is issued by the bot’s own tenant', 'SingleTenant', issued, 'issued'],
    ['is refused', 'MultiTenant', refused, 'refused'],
    ['is refused when Microsoft answers without one', 'MultiTenant', { status: 200, body: {} }, 'refused'],
    ['cannot be had when nobody answers', 'MultiTenant', 'gone', 'unreached'],
  ];
  for (const [what, type, answer, kind] of cases)
    it(what, async () => {
      const { given, asked } = await withMicrosoft(
        answer,
        async () => await askBotToken(options(type), appId),
      );
      expect(given).to.deep.equal({ kind });
      const [first = ''] = asked;
      expect(first.startsWith(type === 'SingleTenant' ? `/${tenant}/` : '/botframework.com/')).to.equal(true);
    });

  it('is refused for credentials that Bot Framework itself does not take', async () => {
    const half = { MicrosoftAppId: appId, MicrosoftAppType: 'SingleTenant' };
    expect(await askBotToken(half, appId)).to.deep.equal({ kind: 'refused' });
  });
});
