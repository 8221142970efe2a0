import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { z } from 'zod';
import { type Door, identityOf } from '../../src/channels/identity.js';

const activity = z.custom<Activity>();

const tenant = '0B5E7C1A-3F41-4C0E-9C54-6E1B6F0B8D11';
const user = '7F2B1D9E-55AA-4A8B-8C63-2C9D1E3F4A5B';
const unknown = { kind: 'unknown' };
const ada = { kind: 'entra', tenant: tenant.toLowerCase(), user: user.toLowerCase() };

/** An activity as it might come from Teams, changed as a case wants it. */
const fromTeams = (more: object): Activity =>
  activity.parse({
    type: 'message',
    channelId: 'msteams',
    from: { id: '29:1abc', name: 'Ada', aadObjectId: user },
    conversation: { id: 'a:1', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    ...more,
  });

describe('Who speaks', () => {
  describe('in Teams', () => {
    const door: Door = { kind: 'connector' };
    const cases: [what: string, more: object, identity: object][] = [
      ['is the Entra user in the Entra tenant, in small letters', {}, ada],
      ['is told by channelData where the conversation names no tenant', { conversation: { id: 'a:1' } }, ada],
      ['is told by the conversation where channelData is none', { channelData: undefined }, ada],
      ['is unknown where two tenants are named', { channelData: { tenant: { id: 'other' } } }, unknown],
      [
        'is unknown where one of two tenants is no text',
        { channelData: { tenant: { id: [tenant] } } },
        unknown,
      ],
      [
        'is told where a tenant is named twice, in other letters',
        { channelData: { tenant: { id: tenant.toLowerCase() } } },
        ada,
      ],
      [
        'is the same person in other letters',
        { from: { id: '29:1abc', aadObjectId: user.toLowerCase() } },
        ada,
      ],
      [
        'is told by the conversation where channelData names nothing',
        { channelData: { tenant: { id: null } } },
        ada,
      ],
      ['is unknown without an Entra id', { from: { id: '29:1abc', name: 'Ada' } }, unknown],
      ['is unknown with an empty Entra id', { from: { id: '29:1abc', aadObjectId: '' } }, unknown],
      ['is unknown without a tenant', { conversation: { id: 'a:1' }, channelData: {} }, unknown],
      [
        'is unknown with a tenant that is no text',
        { conversation: { id: 'a:1' }, channelData: { tenant: { id: 7 } } },
        unknown,
      ],
      [
        'is unknown with channelData that is no object',
        { conversation: { id: 'a:1' }, channelData: 'x' },
        unknown,
      ],
      ['is not chosen by a portal in channelData', { channelData: { tillkeeper: { portal: 'demo' } } }, ada],
      ['is not chosen by a role in the activity', { role: 'admin', value: { roles: ['admin'] } }, ada],
      ['is not chosen by a name', { from: { id: 'admin', name: 'admin', role: 'admin' } }, unknown],
    ];
    for (const [what, more, identity] of cases) {
      it(what, () => {
        expect(identityOf(fromTeams(more), door)).to.deep.equal(identity);
      });
    }

    for (const channelId of ['emulator', 'webchat', 'directline', 'slack', 'MSTEAMS', 'test', '__proto__']) {
      it(`is unknown on the channel ${channelId}, whatever it claims of Entra`, () => {
        const claims = fromTeams({ channelId, channelData: { tillkeeper: { portal: 'demo' } } });
        expect(identityOf(claims, door)).to.deep.equal(unknown);
      });
    }
  });

  describe('over the embedded Direct Line', () => {
    const door: Door = { kind: 'directLine' };
    const from = { id: 'u-1001', name: 'admin', aadObjectId: user };
    const cases: [what: string, channelData: unknown, identity: object][] = [
      [
        'is the token’s user of the portal that vouches',
        { tillkeeper: { portal: 'intranet' } },
        { kind: 'portal', portal: 'intranet', user: 'u-1001' },
      ],
      ['is unknown where no portal vouches', {}, unknown],
      ['is unknown without channelData', undefined, unknown],
      ['is unknown where the portal is no text', { tillkeeper: { portal: ['intranet'] } }, unknown],
      ['is never an Entra user', { tenant: { id: tenant } }, unknown],
    ];
    for (const [what, channelData, identity] of cases) {
      it(what, () => {
        expect(identityOf(fromTeams({ from, channelData }), door)).to.deep.equal(identity);
      });
    }
  });

  describe('at an unchecked door on this machine', () => {
    const known = (portal: string, id: string) => portal === 'demo' && ['analyst', 'support'].includes(id);
    const demo: Door = { kind: 'loopback', people: { portal: 'demo', otherwise: 'admin' }, known };
    const real: Door = { kind: 'loopback', people: null, known };
    const cases: [what: string, from: object, identity: object][] = [
      ['is a demo person by id', { id: 'analyst' }, { kind: 'portal', portal: 'demo', user: 'analyst' }],
      [
        'is otherwise whom the demo names',
        { id: 'User1' },
        { kind: 'portal', portal: 'demo', user: 'admin' },
      ],
      [
        'is not told by a name',
        { id: 'User1', name: 'support' },
        { kind: 'portal', portal: 'demo', user: 'admin' },
      ],
      [
        'is not a person called like a property of every object',
        { id: '__proto__' },
        { kind: 'portal', portal: 'demo', user: 'admin' },
      ],
      [
        'is no Entra user',
        { id: 'support', aadObjectId: user },
        { kind: 'portal', portal: 'demo', user: 'support' },
      ],
    ];
    for (const [what, from, identity] of cases) {
      it(`${what}, in the demo`, () => {
        expect(identityOf(fromTeams({ from }), demo)).to.deep.equal(identity);
      });
    }

    it('is unknown outside the demo, whatever the activity says', () => {
      const claims = fromTeams({ from: { id: 'analyst', aadObjectId: user } });
      expect(identityOf(claims, real)).to.deep.equal(unknown);
    });
  });
});
