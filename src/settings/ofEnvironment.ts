import type { Environment } from '../environment.js';
import { modelSettings } from '../recognition/modelSettings.js';

/** The settings that stand in the environment alone. */
export function ofEnvironment(env: Environment) {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL ?? null,
    logLevel: env.LOG_LEVEL,
    secrets: env.TILLKEEPER_SECRET ?? null,
    metricsToken: env.METRICS_TOKEN ?? null,
    recognition: env.RECOGNITION,
    bot: env.MicrosoftAppId
      ? {
          appId: env.MicrosoftAppId,
          password: env.MicrosoftAppPassword,
          type: env.MicrosoftAppType,
          tenantId: env.MicrosoftAppTenantId,
          certificate: certificateOf(env),
        }
      : null,
    graphBase: env.GRAPH_API_BASE,
    model: modelSettings(env),
  };
}

function certificateOf(env: Environment) {
  const { CertificateThumbprint: thumbprint, CertificatePrivateKey: privateKey } = env;
  return thumbprint && privateKey ? { thumbprint, privateKey } : undefined;
}
