import { startTokenService, type TokenAnswer } from './tokenService.js';

/** A token as Entra issues one. */
export const issued: TokenAnswer = {
  status: 200,
  body: { token_type: 'Bearer', expires_in: 3599, access_token: 'canary-access-token' },
};
/** A password that is wrong, in Entra's words. */
export const refused: TokenAnswer = {
  status: 401,
  body: { error: 'invalid_client', error_description: 'AADSTS7000215: canary-words' },
};

/** Stands in for Microsoft while something is done.
 * @returns what was done gave, and the paths that were asked for */
export async function withMicrosoft<T>(
  answer: TokenAnswer,
  act: () => Promise<T>,
): Promise<{ given: T; asked: string[] }> {
  const service = await startTokenService(answer);
  try {
    const given = await act();
    return { given, asked: service.asked.map(({ path }) => path) };
  } finally {
    service.close();
  }
}
