import type { Environment } from '../environment.js';
import { modelSettings } from '../recognition/modelSettings.js';

/** The settings that stand in the environment alone. */
export function ofEnvironment(env: Environment) {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
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
        }
      : null,
    model: modelSettings(env),
  };
}
