import type { IncomingHttpHeaders } from 'node:http';
import { expect } from 'chai';
import { isFromThisMachine, isLoopbackUrl } from '../../src/channels/thisMachine.js';

const asked = (remoteAddress: string | undefined, headers: IncomingHttpHeaders) =>
  isFromThisMachine({ socket: { remoteAddress }, headers });

describe('A request from this machine', () => {
  const host = 'localhost:3978';
  const from: [what: string, address: string, headers: IncomingHttpHeaders][] = [
    ['a program', '127.0.0.1', { host }],
    ['another loopback address', '127.8.4.2', { host: '127.0.0.1:3978' }],
    ['IPv6', '::1', { host: '[::1]:3978' }],
    ['IPv4 written as IPv6', '::ffff:127.0.0.1', { host: '127.0.0.1' }],
    ['a name in capitals', '127.0.0.1', { host: 'LOCALHOST:3978' }],
    ['a page of this machine', '127.0.0.1', { host, origin: 'http://localhost:56150' }],
  ];
  for (const [what, address, headers] of from) {
    it(`is one of ${what}`, () => {
      expect(asked(address, headers)).to.equal(true);
    });
  }

  const not: [what: string, address: string | undefined, headers: IncomingHttpHeaders][] = [
    ['another machine', '10.0.0.7', { host }],
    ['another machine over IPv6', 'fe80::1', { host }],
    ['another machine, IPv4 written as IPv6', '::ffff:10.0.0.7', { host }],
    ['an address that only looks like one', '127.0.0.1.evil', { host }],
    ['a connection that is gone', undefined, { host }],
    ['a page whose name was bent to this address', '127.0.0.1', { host: 'evil.example:3978' }],
    ['a name that begins like this machine', '127.0.0.1', { host: 'localhost.evil.example' }],
    ['an address as part of a name', '127.0.0.1', { host: '127.0.0.1.evil.example' }],
    ['a name before this machine’s', '127.0.0.1', { host: 'evil.example@localhost' }],
    ['this machine’s as a user of another', '127.0.0.1', { host: 'localhost@evil.example' }],
    ['every address', '127.0.0.1', { host: '0.0.0.0:3978' }],
    ['no host', '127.0.0.1', {}],
    ['an empty host', '127.0.0.1', { host: '' }],
    ['a page of another origin', '127.0.0.1', { host, origin: 'https://evil.example' }],
    ['a page that hides its origin', '127.0.0.1', { host, origin: 'null' }],
    ['a proxy, by X-Forwarded-For', '127.0.0.1', { host, 'x-forwarded-for': '127.0.0.1' }],
    ['a proxy, by an empty X-Forwarded-For', '127.0.0.1', { host, 'x-forwarded-for': '' }],
    ['a proxy, by X-Forwarded-Host', '127.0.0.1', { host, 'x-forwarded-host': 'bot.example' }],
    ['a proxy, by X-Forwarded-Proto', '127.0.0.1', { host, 'x-forwarded-proto': 'https' }],
    ['a proxy, by X-Real-IP', '127.0.0.1', { host, 'x-real-ip': '10.0.0.7' }],
    ['a proxy, by Forwarded', '127.0.0.1', { host, forwarded: 'for=10.0.0.7' }],
    ['a proxy, by Via', '127.0.0.1', { host, via: '1.1 proxy' }],
  ];
  for (const [what, address, headers] of not) {
    it(`is not one of ${what}`, () => {
      expect(asked(address, headers)).to.equal(false);
    });
  }
});

describe('A URL of this machine', () => {
  for (const url of [
    'http://localhost:56150/_connector',
    'http://127.0.0.1:9000',
    'https://127.1.2.3',
    'http://[::1]:9000',
    'http://2130706433',
    'http://0x7f.1',
  ]) {
    it(`is ${url}`, () => {
      expect(isLoopbackUrl(url)).to.equal(true);
    });
  }

  for (const url of [
    'https://smba.trafficmanager.net/emea/',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://127.0.0.1@evil.example',
    'http://evil.example#@127.0.0.1',
    'http://evil.example/127.0.0.1',
    'http://evil.example\\@127.0.0.1',
    'http://169.254.169.254/latest/meta-data',
    'http://0.0.0.0:3978',
    'http://[::ffff:10.0.0.7]',
    'http://[fe80::1]',
    'http://１２７.0.0.2.evil.example',
    'http://10.0.0.7',
    'ftp://127.0.0.1',
    'file://localhost/etc/passwd',
    'javascript:alert(1)//localhost',
    'urn:tillkeeper:directline',
    '//localhost',
    'localhost:9000',
    '',
  ]) {
    it(`is not ${url === '' ? 'nothing' : url}`, () => {
      expect(isLoopbackUrl(url)).to.equal(false);
    });
  }
});
