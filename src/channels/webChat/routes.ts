import type { Request, Response, Server } from 'restify';
import { type Asset, createBundle, readAsset } from './assets.js';
import { type PageData, renderPage } from './page.js';

/** What is served beside Direct Line. */
export interface WebChatNeeds {
  /** The demo's page, or null where there is none: then `GET /` says so. */
  page: PageData | null;
  /** Web Chat's browser file; by default where `npm run setup` puts it. */
  bundle?: URL;
}

/** Served as they lie there, to our page and to portals that embed the chat. */
const files = ['page.css', 'page.js', 'chat.css', 'chat.js', 'look.js', 'embed.js'];

const day = 24 * 60 * 60;

const safe = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin' };

/** Of an empty style element: Web Chat adds such and fills them through the object model. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Nothing from elsewhere, nothing written into the page, nothing evaluated. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${emptyStyle}`,
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  'media-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const write = (
  response: Response,
  status: number,
  headers: Record<string, string>,
  body?: Buffer | string,
) => {
  response.writeHead(status, headers);
  response.end(body);
};

const sendAsset = (request: Request, response: Response, asset: Asset, keepSeconds: number) => {
  const headers = {
    ...safe,
    'Content-Type': asset.type,
    'Cache-Control': keepSeconds > 0 ? `public, max-age=${keepSeconds}` : 'no-cache',
    ETag: asset.etag,
    Vary: 'Accept-Encoding',
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  if (request.headers['if-none-match'] === asset.etag) return write(response, 304, headers);
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '') && asset.gzipped;
  if (zipped) return write(response, 200, { ...headers, 'Content-Encoding': 'gzip' }, zipped);
  return write(response, 200, headers, asset.body);
};

const sendMissing = (response: Response, sentence: string) =>
  write(response, 404, { ...safe, 'Content-Type': 'text/plain; charset=utf-8' }, `${sentence}\n`);

const sendPage = (response: Response, html: string) =>
  write(
    response,
    200,
    {
      ...safe,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentPolicy,
      'Cache-Control': 'no-cache',
    },
    html,
  );

/** Adds the demo's page, Web Chat itself and the script that embeds it to a server. */
export const mountWebChat = (server: Server, { page, bundle }: WebChatNeeds): void => {
  const webChat = createBundle(bundle);
  const html = page && renderPage(page);
  server.get('/', async (_: Request, response: Response) => {
    if (html) sendPage(response, html);
    else sendMissing(response, 'There is no page here: Tillkeeper is on its portals and in Teams.');
  });
  server.get('/webchat.js', async (request: Request, response: Response) => {
    const asset = await webChat();
    if (asset) sendAsset(request, response, asset, 7 * day);
    else sendMissing(response, 'Web Chat was not fetched yet. Run: npm run setup');
  });
  for (const name of files) {
    const asset = readAsset(name);
    server.get(`/${name}`, async (request: Request, response: Response) =>
      sendAsset(request, response, asset, 0),
    );
  }
};
