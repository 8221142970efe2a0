import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ErrorObject } from 'ajv';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { zipSync } from 'fflate';

/** What the manifest leaves open, as the person who packs it gives it. */
export interface PackageWish {
  appId?: string | undefined;
  host?: string | undefined;
  page?: string | undefined;
  developer?: string | undefined;
  version: string;
}

/** A manifest's text with everything filled in, and what the packer has to know before uploading it. */
export interface FilledManifest {
  text: string;
  warnings: string[];
  faults: string[];
}

const noAppId = '00000000-0000-0000-0000-000000000000';
const noHost = 'tillkeeper.invalid';

/** Fills the manifest's placeholders. A missing id or host is a warning, an unusable one a fault. */
export const fillManifest = (template: string, wish: PackageWish): FilledManifest => {
  const host = wish.host ?? noHost;
  const values: Record<string, string> = {
    APP_ID: wish.appId ?? noAppId,
    HOST: host,
    PAGE: wish.page ?? `https://${host}/`,
    DEVELOPER: wish.developer ?? 'Tillkeeper contributors',
    VERSION: wish.version,
  };
  const text = template.replace(/\{\{([A-Z_]+)\}\}/g, (whole, name: string) =>
    jsonInner(values[name] ?? whole),
  );
  return { text, warnings: warningsOf(wish), faults: faultsOf(wish) };
};

const jsonInner = (value: string): string => JSON.stringify(value).slice(1, -1);

const warningsOf = (wish: PackageWish): string[] => [
  ...(wish.appId
    ? []
    : [
        'NO APP ID: packed with an id of zeros. Teams will not find a bot with it: set MicrosoftAppId or give --app-id before uploading.',
      ]),
  ...(wish.host
    ? []
    : [`NO HOST: packed with ${noHost}. Give --host with the public name of the bot before uploading.`]),
];

const faultsOf = ({ appId, host, page }: PackageWish): string[] => [
  ...(appId !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId)
    ? ['The app id is not a GUID. Give the application (client) id of the bot’s registration in Entra.']
    : []),
  ...(host !== undefined && !/^(?=.{1,253}$)([a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{0,62}$/i.test(host)
    ? ['--host is not a host name. Give the name alone, such as bot.example.com, without https:// or a port.']
    : []),
  ...(page !== undefined && !/^https:\/\/[^\s"]+$/.test(page)
    ? [
        '--page is not an https address. Give the page that tells people about the bot, such as https://intranet.example.com/bot.',
      ]
    : []),
];

/** What Microsoft's schema of the manifest's own version says against it, one sentence each; empty means valid. */
export const manifestFaults = (manifest: unknown): string[] => {
  const version = versionOf(manifest);
  const schema = version === undefined ? undefined : schemaFor(version);
  if (schema === undefined) {
    return ['manifestVersion names no schema that Microsoft ships: write one such as "1.17".'];
  }
  const ajv = new draft04.default({ strict: false, allErrors: true });
  formats.default(ajv);
  const valid = ajv.compile(schema);
  return valid(manifest) ? [] : [...new Set((valid.errors ?? []).map(sentence))];
};

const versionOf = (manifest: unknown): string | undefined => {
  if (typeof manifest !== 'object' || manifest === null || !('manifestVersion' in manifest)) return undefined;
  const version = manifest.manifestVersion;
  return typeof version === 'string' && /^\d+\.\d+$/.test(version) ? version : undefined;
};

const schemaFor = (version: string): object | undefined => {
  const shipped = createRequire(import.meta.url);
  try {
    const path = shipped.resolve(
      `@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`,
    );
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

const sentence = ({ instancePath, keyword, message, params }: ErrorObject): string => {
  const place = instancePath === '' ? 'the manifest' : instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'additionalProperties')
    return `${place} has "${params.additionalProperty}", which the schema does not know.`;
  if (keyword === 'enum') return `${place} must be one of ${params.allowedValues.join(', ')}.`;
  return `${place} ${message}.`;
};

/** The three files of a Teams app at the top of one zip; the same input gives the same bytes. */
export const zipped = (files: { manifest: string; color: Uint8Array; outline: Uint8Array }): Uint8Array =>
  zipSync(
    {
      'manifest.json': new TextEncoder().encode(files.manifest),
      'color.png': files.color,
      'outline.png': files.outline,
    },
    { mtime: new Date('2026-01-01T00:00:00Z') },
  );
