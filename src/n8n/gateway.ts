/** Where n8n listens for this bot, and the secret that both know. */
export interface GatewaySettings {
  /** The base of its webhooks, without a slash at the end. */
  url: string;
  secret: string;
}

/** What stands where an SDK wants a key: n8n has the real one, and this never leaves. */
export const noKey = 'n8n_gateway_no_key';

/** The gateway of the environment; `null` where none is named. Half a pair is a fault elsewhere. */
export function gatewaySettings(env: {
  N8N_GATEWAY_URL?: string | undefined;
  N8N_GATEWAY_SECRET?: string | undefined;
}): GatewaySettings | null {
  const { N8N_GATEWAY_URL: url, N8N_GATEWAY_SECRET: secret } = env;
  return url && secret ? { url: url.replace(/\/+$/, ''), secret } : null;
}
