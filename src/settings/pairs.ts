import type { Environment } from '../environment.js';

/** Variables that only make sense together: what is missing beside what is there. */
export function halfPairs(env: Environment): string[] {
  return [...stripePair(env), ...botPairs(env)];
}

function stripePair(env: Environment): string[] {
  if (!env.STRIPE_COUPON_KEY || env.STRIPE_SECRET_KEY) return [];
  return [
    'STRIPE_SECRET_KEY is missing beside STRIPE_COUPON_KEY. Put a restricted key that may read in .env.',
  ];
}

function botPairs(env: Environment): string[] {
  const type = `MicrosoftAppType ${env.MicrosoftAppType}`;
  if (!env.MicrosoftAppId)
    return env.MicrosoftAppPassword
      ? ['MicrosoftAppId is missing beside MicrosoftAppPassword. Put the bot’s app id in .env.']
      : [];
  return [
    ...(env.MicrosoftAppPassword || env.MicrosoftAppType === 'UserAssignedMSI'
      ? []
      : [`MicrosoftAppPassword is missing: ${type} needs it. Put it in .env.`]),
    ...(env.MicrosoftAppTenantId || env.MicrosoftAppType === 'MultiTenant'
      ? []
      : [`MicrosoftAppTenantId is missing: ${type} needs it. Put it in .env.`]),
  ];
}
