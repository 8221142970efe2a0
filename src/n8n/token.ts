import { SignJWT } from 'jose';

/** For whom and for what one request to n8n is made: its workflow decides a second time whether that may be. */
export interface Claims {
  /** The permission the request is made under; `model` and `check` where no person's is used. */
  ability: string;
  /** The account's id of the settings; '' for the model. */
  account: string;
  /** The roles that hold for the person in this account, by name; nobody is named. */
  roles: readonly string[];
  use: 'read' | 'write' | 'model' | 'check';
}

/** How long one is good for: a request is checked as it arrives. */
const lasts = '60s';

/** Signs the claims of one request (HS256), as n8n's webhooks check them. It is good by the real time, which n8n goes by.
 * @param id a random one */
export async function gatewayToken(secret: string, claims: Claims, id: string): Promise<string> {
  return await new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('tillkeeper')
    .setAudience('n8n')
    .setJti(id)
    .setIssuedAt()
    .setExpirationTime(lasts)
    .sign(new TextEncoder().encode(secret));
}
