import { askBotToken, credentialOptions } from '../../channels/botToken.js';
import type { Settings } from '../../settings.js';
import { type Check, fail, ok, warn } from './check.js';

/** Whether Microsoft issues the token that the bot's answers are sent with. */
export async function botCheck({ bot, page }: Pick<Settings, 'bot' | 'page'>): Promise<Check[]> {
  const check = 'bot credentials';
  if (bot === null) {
    const what = 'No app id is set, so /api/messages answers callers on this machine only.';
    return [page === null ? warn(check, what, 'Set MicrosoftAppId for Teams.') : ok(check, what)];
  }
  const answer = await askBotToken(credentialOptions(bot), bot.appId);
  if (answer.kind === 'issued') return [ok(check, 'Microsoft issues a token for the app id.')];
  if (answer.kind === 'unreached')
    return [
      fail(
        check,
        'Microsoft cannot be reached, so no token could be had.',
        'Check that login.microsoftonline.com can be reached from here.',
      ),
    ];
  return [
    fail(
      check,
      'Microsoft issues no token for the app id.',
      'Check MicrosoftAppId, MicrosoftAppPassword (it may have run out), MicrosoftAppType and MicrosoftAppTenantId.',
    ),
  ];
}
