import type { Trail } from '../audit/trail.js';
import type { Seal } from '../sealed.js';
import type { CouponPolicy } from '../settingsFile.js';
import type { Confirmations } from '../store/confirmations.js';
import type { SecondPerson } from './approval/secondPerson.js';

/** What the offers' road works with. Clock and random ids come from outside. */
export interface Desk {
  confirmations: Confirmations;
  seal: Seal;
  trail: Trail;
  policy: CouponPolicy;
  clock: () => Date;
  /** 128 bits from a secure source, as text. */
  nonce: () => string;
  lapseAfterMinutes: number;
  /** A person's pseudonym: in the trail and on an offer's row, never a name or an id. */
  pseudonymOf: (key: string) => string;
  second: SecondPerson;
}
