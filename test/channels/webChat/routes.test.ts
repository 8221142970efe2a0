import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { mountWebChat } from '../../../src/channels/webChat/routes.js';
import { type Line, startLine } from '../directLine/line.js';
import { page } from './echoPage.js';

const bundle = new URL(import.meta.url);

describe('The routes of Web Chat', () => {
  let line: Line;
  let bare: Line;
  before(async () => {
    line = await startLine(
      async () => {},
      {},
      (server) => mountWebChat(server, { page, bundle }),
    );
    bare = await startLine(
      async () => {},
      {},
      (server) => mountWebChat(server, { page: null, bundle: new URL('not-fetched.js', bundle) }),
    );
  });
  after(() => Promise.all([line.close(), bare.close()]));

  it('serve the page with its data where it cannot end the script', async () => {
    const html = await (await fetch(line.address)).text();
    const [, data = ''] = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(data)).to.deep.equal(page);
    expect(html).not.to.match(/\{\{|\$\{/);
    expect(html).to.contain('<h1>Tillkeeper</h1>');
  });

  it('serve the page under a policy that lets nothing in from elsewhere', async () => {
    const { headers } = await fetch(line.address);
    const policy = headers.get('content-security-policy');
    expect(policy).to.contain("default-src 'none'").and.contain("frame-ancestors 'none'");
    expect(policy).not.to.match(/unsafe|http|\*/);
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('referrer-policy')).to.equal('same-origin');
  });

  it('say so where there is no page and no Web Chat', async () => {
    const [nothing, missing] = [await fetch(bare.address), await fetch(`${bare.address}/webchat.js`)];
    expect([nothing.status, missing.status]).to.deep.equal([404, 404]);
    expect(await nothing.text()).to.match(/^There is no page here/);
    expect(await missing.text()).to.contain('npm run setup');
  });

  it('serve Web Chat compressed, for long, and not again to whoever has it', async () => {
    const plain = await fetch(`${line.address}/webchat.js`, { headers: { 'accept-encoding': 'identity' } });
    const zipped = await raw(`${line.address}/webchat.js`, { 'accept-encoding': 'br, gzip' });
    const etag = plain.headers.get('etag') ?? '';
    const again = await fetch(`${line.address}/webchat.js`, { headers: { 'if-none-match': etag } });
    const body = await plain.text();
    expect(plain.headers.get('cache-control')).to.equal('public, max-age=604800');
    expect(zipped.encoding).to.equal('gzip');
    expect(gunzipSync(zipped.body).toString()).to.equal(body);
    expect(again.status).to.equal(304);
  });

  for (const name of ['embed.js', 'chat.js', 'look.js', 'chat.css', 'page.css', 'page.js']) {
    it(`serve ${name} to pages of any origin`, async () => {
      const { status, headers } = await fetch(`${line.address}/${name}`);
      expect(status).to.equal(200);
      expect(headers.get('content-type')).to.match(name.endsWith('.js') ? /^text\/javascript/ : /^text\/css/);
      expect(headers.get('access-control-allow-origin')).to.equal('*');
    });
  }
});

/** Without fetch's unpacking. */
const raw = (url: string, headers: Record<string, string>) =>
  new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
