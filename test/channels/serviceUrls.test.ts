import { expect } from 'chai';
import fc from 'fast-check';
import { isMicrosofts } from '../../src/channels/serviceUrls.js';
import { hostileUrls } from './hostileUrls.js';

const known = [
  'https://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net/teams/',
  'https://smba.trafficmanager.net/amer/3c7e1a52-0c55-4c39-8d3f-0c2f6f4f7a10/',
  'https://smba.trafficmanager.net',
  'https://SMBA.TrafficManager.net/emea/',
  'https://smba.trafficmanager.net:443/emea/',
  'https://api.botframework.com',
  'https://directline.botframework.com/',
  'https://webchat.botframework.com/',
  'https://europe.webchat.botframework.com/',
  'https://smba.infra.gcc.teams.microsoft.com/gcc',
  'https://smba.infra.gov.teams.microsoft.us/',
];

describe('A serviceUrl', () => {
  for (const url of known) {
    it(`leads to Microsoft’s Connector: ${url}`, () => {
      expect(isMicrosofts(url)).to.equal(true);
    });
  }

  for (const [what, url] of Object.entries(hostileUrls)) {
    it(`does not, with ${what}: ${JSON.stringify(url)}`, () => {
      expect(isMicrosofts(url)).to.equal(false);
    });
  }

  it('leads to one of Microsoft’s hosts however it is read, once it is taken', () => {
    const pieces = fc.constantFrom(
      ...['https:', 'http:', '//', '/', '\\', '@', ':', '443', '8443', '.', '%2e', '?', '#', '\t', ' '],
      ...['evil.example', 'smba.trafficmanager.net', 'botframework.com', 'teams.microsoft.us', 'x', 'xn--a'],
    );
    const mixed = fc
      .tuple(fc.constantFrom('https://', 'https:', ''), fc.array(pieces, { maxLength: 6 }))
      .map(([start, rest]) => start + rest.join(''));
    const host = /^(.+\.)?(botframework\.com|smba\.trafficmanager\.net|teams\.microsoft\.(com|us))$/;
    let taken = 0;
    fc.assert(
      fc.property(mixed, (url) => {
        if (!isMicrosofts(url)) return;
        taken += 1;
        const { protocol, hostname, port, username, password } = new URL(url);
        expect(hostname).to.match(host);
        expect([protocol, port, username, password]).to.deep.equal(['https:', '', '', '']);
      }),
      { numRuns: 5000 },
    );
    expect(taken).to.be.above(0);
  });
});
