import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

const text = z.string().trim().min(1).optional();
const list = z
  .string()
  .transform((names) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string()).min(1, 'write one or more, with commas between'))
  .optional();

/** As Azure's portal and openssl show it, with and without colons. */
const thumbprint = z
  .string()
  .transform((shown) => shown.replace(/[\s:]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[0-9A-F]{40}$/, 'write the 40 digits of the certificate’s SHA-1 thumbprint'))
  .optional();
/** A file of variables may hold its lines as one, with \n between them. */
const privateKey = z
  .string()
  .transform((pem) => pem.replaceAll('\\n', '\n'))
  .refine(isPrivateKey, 'write the certificate’s private key in PEM form, without a passphrase')
  .optional();

const port = 'write a port number, 0 to 65535';
const address = z.url({ protocol: /^https?$/, message: 'write an address such as https://host' }).optional();

const graphAddress = z
  .string()
  .refine(isGraphAddress, 'write https:// and a host, such as https://graph.microsoft.us, and no path')
  .default('https://graph.microsoft.com');

const gatewayAddress = z
  .string()
  .refine(
    isGatewayAddress,
    'write the https address of n8n’s webhooks, such as https://n8n.example/webhook; http to this machine only',
  )
  .optional();
const gatewaySecret = z.string().min(16, 'write 16 random characters or more, the same in n8n').optional();

const databaseAddress = z
  .string()
  .refine(
    (url) => /^postgres(?:ql)?:\/\/[^#]+$/.test(url) && URL.canParse(url),
    'write postgres://user:password@host/database, with %40 for an @ in the password and so on',
  )
  .optional();

/** Every environment variable the process reads; `.env.example` names the same ones. An empty one counts as absent. */
export const environment = z.object({
  PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).default(3978),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: databaseAddress,
  SETTINGS_FILE: text,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  MicrosoftAppId: text,
  MicrosoftAppPassword: text,
  MicrosoftAppType: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant'),
  MicrosoftAppTenantId: text,
  CertificateThumbprint: thumbprint,
  CertificatePrivateKey: privateKey,
  GRAPH_API_BASE: graphAddress,
  STRIPE_SECRET_KEY: text,
  STRIPE_COUPON_KEY: text,
  STRIPE_API_BASE: address,
  ALLOW_FULL_KEY: z.enum(['true', 'false']).default('false'),
  OPENROUTER_API_KEY: text,
  OPENROUTER_BASE_URL: address,
  OPENROUTER_MODELS: list,
  RECOGNITION: z.enum(['model-first', 'built-in-first']).default('model-first'),
  TILLKEEPER_SECRET: list,
  N8N_GATEWAY_URL: gatewayAddress,
  N8N_GATEWAY_SECRET: gatewaySecret,
  METRICS_TOKEN: text,
});

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** Unencrypted only to this machine: the app's token is sent there. */
function isGraphAddress(address: string): boolean {
  return isSafe(address) && address.replace(/\/$/, '') === new URL(address).origin;
}

/** With a path, but with nothing behind it and nobody in front. */
function isGatewayAddress(address: string): boolean {
  if (!isSafe(address)) return false;
  const { origin, pathname } = new URL(address);
  return new URL(address).href === `${origin}${pathname}`;
}

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  const here = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return protocol === 'https:' || (here && protocol === 'http:');
}

export type Environment = z.infer<typeof environment>;

/** Names of the contract that this version does not act on: set, they are a fault, never silently passed over. */
export const laterNames = ['DIRECT_LINE_SECRET'] as const;
