import { expect } from 'chai';
import { createCredential } from '../../src/graph/credential.js';
import { guid } from './standIn.js';

const bot = { appId: guid(3), password: undefined, tenantId: guid(1) };
const certificate = { thumbprint: '00'.repeat(20), privateKey: 'not read before it is needed' };

describe('the credential of a bot', () => {
  const cases = [
    ['its password', { ...bot, type: 'MultiTenant', password: 'x' }, 'ClientSecretCredential'],
    ['its password', { ...bot, type: 'SingleTenant', password: 'x' }, 'ClientSecretCredential'],
    ['its certificate', { ...bot, type: 'SingleTenant', certificate }, 'ClientAssertionCredential'],
    ['its managed identity', { ...bot, type: 'UserAssignedMSI' }, 'ManagedIdentityCredential'],
  ] as const;
  for (const [what, of, kind] of cases)
    it(`is ${what}: ${of.type}`, async () => {
      const needs = {
        bot: of,
        graphBase: 'https://graph.microsoft.com',
        clock: () => new Date(),
        random: () => '',
      };
      const credential = await createCredential(needs, { tenant: guid(1), onStatus: () => {} });
      expect(credential.constructor.name).to.equal(kind);
    });
});
