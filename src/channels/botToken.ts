import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Settings } from '../settings.js';
import type { Authority } from './guardedAuthentication.js';

/** What Microsoft said when asked for a token: issued, refused, or no answer. */
export type TokenAnswer = { kind: 'issued' } | { kind: 'refused' } | { kind: 'unreached' };

const login = 'https://login.microsoftonline.com/botframework.com';
const audience = 'https://api.botframework.com';

/** Asks for the token that the bot's answers are sent with, by the credentials that the adapter uses. The token is let go
 * of at once. Never throws. */
export async function askBotToken(options: Authority, appId: string): Promise<TokenAnswer> {
  try {
    const factory = new ConfigurationServiceClientCredentialFactory(options);
    const credentials: object = await factory.createCredentials(appId, audience, login, true);
    if (!givesTokens(credentials)) return { kind: 'refused' };
    return (await credentials.getToken(true)) ? { kind: 'issued' } : { kind: 'refused' };
  } catch (error) {
    return { kind: isNoAnswer(error) ? 'unreached' : 'refused' };
  }
}

/** Bot Framework's own setting names for the credentials of the settings. */
export function credentialOptions(bot: NonNullable<Settings['bot']>): Authority {
  return {
    MicrosoftAppId: bot.appId,
    MicrosoftAppType: bot.type,
    ...(bot.password ? { MicrosoftAppPassword: bot.password } : {}),
    ...(bot.tenantId ? { MicrosoftAppTenantId: bot.tenantId } : {}),
    ...(bot.certificate
      ? {
          CertificateThumbprint: bot.certificate.thumbprint,
          CertificatePrivateKey: bot.certificate.privateKey,
        }
      : {}),
  };
}

function givesTokens(given: object): given is { getToken: (anew: boolean) => Promise<string> } {
  return 'getToken' in given && typeof given.getToken === 'function';
}

/** By code: the words of the libraries may hold what was sent. */
const noAnswer =
  /^(?:E[A-Z]+|UND_ERR_\w+|network_error|no_network_connectivity|endpoints_resolution_error|openid_config_error|request_timeout)$/;

function isNoAnswer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const codes = [
    'code' in error ? error.code : undefined,
    'errorCode' in error ? error.errorCode : undefined,
  ];
  return codes.some((code) => typeof code === 'string' && noAnswer.test(code));
}
