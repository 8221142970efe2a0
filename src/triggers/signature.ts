import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a request to a trigger brings along to be believed. */
export interface Signed {
  /** The name in the address. */
  name: string;
  /** Headers as they came; '' where there was none. */
  timestamp: string;
  signature: string;
  /** The body as it came, not as it was read. */
  rawBody: string;
}

/** `v1=` and the hex HMAC-SHA256 of "name.timestamp.rawBody". */
export function signatureOf({ name, timestamp, rawBody }: Omit<Signed, 'signature'>, secret: string): string {
  const mac = createHmac('sha256', secret).update(`${name}.${timestamp}.${rawBody}`, 'utf8');
  return `v1=${mac.digest('hex')}`;
}

/** Whether a request was signed with this secret: takes as long for a wrong signature as for a right one. */
export function isSigned(signed: Signed, secret: string): boolean {
  const [expected, given] = [signatureOf(signed, secret), signed.signature].map((text) =>
    createHmac('sha256', secret).update(text).digest(),
  );
  return expected !== undefined && given !== undefined && timingSafeEqual(expected, given);
}

/** How far a timestamp may be off, in seconds. */
const mostSecondsOff = 300;

/** Whether a timestamp is of about now: unix seconds, or milliseconds as JavaScript counts them. */
export function isOfNow(timestamp: string, now: Date): boolean {
  if (!/^\d{1,14}$/.test(timestamp)) return false;
  const seconds = Number(timestamp) / (timestamp.length > 11 ? 1000 : 1);
  return Math.abs(now.getTime() / 1000 - seconds) <= mostSecondsOff;
}
