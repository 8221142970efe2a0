import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file as it goes to a browser. */
export interface Asset {
  body: Buffer;
  type: string;
  etag: string;
  /** The same body compressed, where that is worth it. */
  gzipped?: Buffer;
}

const typeOf = (name: string) => {
  if (name.endsWith('.js')) return 'text/javascript; charset=utf-8';
  return name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/html; charset=utf-8';
};

const asAsset = (name: string, body: Buffer): Asset => ({
  body,
  type: typeOf(name),
  etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
});

/** A file that lies beside this one, here and in a build. */
export const readAsset = (name: string): Asset =>
  asAsset(name, readFileSync(new URL(`./page/${name}`, import.meta.url)));

/** Where `npm run setup` puts Web Chat. */
const fetched = new URL('../../../vendor/webchat/webchat.js', import.meta.url);

/** Reads and compresses Web Chat the first time it is asked for; null as long as it was not fetched. */
export const createBundle = (file: URL = fetched): (() => Promise<Asset | null>) => {
  let kept: Promise<Asset | null> | null = null;

  const load = async (): Promise<Asset | null> => {
    try {
      const body = await readFile(file);
      return { ...asAsset(file.pathname, body), gzipped: await promisify(gzip)(body) };
    } catch {
      kept = null;
      return null;
    }
  };

  return () => {
    kept ??= load();
    return kept;
  };
};
