import type { Environment } from '../environment.js';

/** Variables that only make sense together: what is missing beside what is there. */
export function halfPairs(env: Environment): string[] {
  return [...stripePair(env), ...gatewayPair(env), ...databasePair(env), ...botPairs(env)];
}

function stripePair(env: Environment): string[] {
  if (!env.STRIPE_COUPON_KEY || env.STRIPE_SECRET_KEY) return [];
  return [
    'STRIPE_SECRET_KEY is missing beside STRIPE_COUPON_KEY. Put a restricted key that may read in .env.',
  ];
}

function gatewayPair({ N8N_GATEWAY_URL: url, N8N_GATEWAY_SECRET: secret }: Environment): string[] {
  if (url && !secret)
    return [
      'N8N_GATEWAY_SECRET is missing beside N8N_GATEWAY_URL. Put the secret of n8n’s JWT credential in .env.',
    ];
  return secret && !url
    ? ['N8N_GATEWAY_URL is missing beside N8N_GATEWAY_SECRET. Put the address of n8n’s webhooks in .env.']
    : [];
}

/** Replicas that share a database have to share the secret too: none is made for each. */
function databasePair(env: Environment): string[] {
  if (!env.DATABASE_URL || env.TILLKEEPER_SECRET) return [];
  return [
    'TILLKEEPER_SECRET is missing beside DATABASE_URL. Put the same 16 random characters or more in .env of every replica.',
  ];
}

function botPairs(env: Environment): string[] {
  const { MicrosoftAppId, MicrosoftAppType, MicrosoftAppTenantId } = env;
  if (!MicrosoftAppId) return withoutAppId(env);
  const noTenant = !MicrosoftAppTenantId && MicrosoftAppType !== 'MultiTenant';
  return [
    ...(MicrosoftAppType === 'UserAssignedMSI' ? besideIdentity(env) : credentials(env)),
    ...(noTenant ? [missing('MicrosoftAppTenantId', env)] : []),
  ];
}

const secretNames = ['MicrosoftAppPassword', 'CertificateThumbprint', 'CertificatePrivateKey'] as const;

function withoutAppId(env: Environment): string[] {
  const beside = secretNames.find((name) => env[name]);
  return beside ? [`MicrosoftAppId is missing beside ${beside}. Put the bot’s app id in .env.`] : [];
}

/** A managed identity is Azure's to prove: it has no secret of its own. */
function besideIdentity(env: Environment): string[] {
  return secretNames
    .filter((name) => env[name])
    .map((name) => `${name} is set, but MicrosoftAppType UserAssignedMSI has none. Remove it from .env.`);
}

function credentials(env: Environment): string[] {
  const { MicrosoftAppPassword, CertificateThumbprint, CertificatePrivateKey } = env;
  if (!CertificateThumbprint && !CertificatePrivateKey)
    return MicrosoftAppPassword ? [] : [missing('MicrosoftAppPassword', env)];
  if (!CertificatePrivateKey)
    return ['CertificatePrivateKey is missing beside CertificateThumbprint. Put the private key in .env.'];
  if (!CertificateThumbprint)
    return ['CertificateThumbprint is missing beside CertificatePrivateKey. Put the thumbprint in .env.'];
  return MicrosoftAppPassword
    ? [
        'MicrosoftAppPassword is set beside a certificate, and only one of them is used. Remove one from .env.',
      ]
    : [];
}

function missing(name: string, { MicrosoftAppType }: Environment): string {
  return `${name} is missing: MicrosoftAppType ${MicrosoftAppType} needs it. Put it in .env.`;
}
