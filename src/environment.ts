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
const port = 'write a port number, 0 to 65535';
const address = z.url({ protocol: /^https?$/, message: 'write an address such as https://host' }).optional();

/** Every environment variable the process reads; `.env.example` names the same ones. An empty one counts as absent. */
export const environment = z.object({
  PORT: z.coerce.number(port).int(port).min(0, port).max(65535, port).default(3978),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  SETTINGS_FILE: text,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  MicrosoftAppId: text,
  MicrosoftAppPassword: text,
  MicrosoftAppType: z.enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI']).default('MultiTenant'),
  MicrosoftAppTenantId: text,
  STRIPE_SECRET_KEY: text,
  STRIPE_COUPON_KEY: text,
  STRIPE_API_BASE: address,
  ALLOW_FULL_KEY: z.enum(['true', 'false']).default('false'),
  OPENROUTER_API_KEY: text,
  OPENROUTER_BASE_URL: address,
  OPENROUTER_MODELS: list,
  RECOGNITION: z.enum(['model-first', 'built-in-first']).default('model-first'),
  TILLKEEPER_SECRET: list,
  METRICS_TOKEN: text,
});

export type Environment = z.infer<typeof environment>;

/** Names of the contract that this version does not act on: set, they are a fault, never silently passed over. */
export const laterNames = [
  'DATABASE_URL',
  'N8N_GATEWAY_URL',
  'N8N_GATEWAY_SECRET',
  'DIRECT_LINE_SECRET',
] as const;
