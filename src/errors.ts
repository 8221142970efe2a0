/** A setting is missing or wrong. `faults` says each by name and what to put there; never a value. */
export class SettingsFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'SettingsFault';
    this.faults = faults;
  }
}

/** Why a model gave no usable plan. The sentence is then read by the built-in recogniser. */
export type RecognitionCode =
  | 'unreachable'
  | 'timeout'
  | 'refused'
  | 'no_credit'
  | 'no_provider'
  | 'unreadable';

export class RecognitionFault extends Error {
  readonly code: RecognitionCode;
  constructor(code: RecognitionCode, cause?: unknown) {
    super(`the model gave no plan: ${code}`, { cause });
    this.name = 'RecognitionFault';
    this.code = code;
  }
}

/** What Stripe, or the way to it, said no with; `gateway_…` where n8n is on the way and did not let a request through,
 * or gave no answer of Stripe's. `StripeFault` never carries Stripe's own words. */
export type StripeCode =
  | 'key_refused'
  | 'no_permission'
  | 'not_found'
  | 'rate_limited'
  | 'unavailable'
  | 'timeout'
  | 'conflict'
  | 'taken'
  | 'not_accepted'
  | 'wrong_mode'
  | 'unreadable'
  | 'no_coupon_key'
  | 'gateway_refused'
  | 'gateway_role'
  | 'gateway_setup'
  | 'gateway_down'
  | 'gateway_unreadable';

export class StripeFault extends Error {
  readonly code: StripeCode;
  readonly requestId: string | undefined;
  readonly param: string | undefined;
  constructor(code: StripeCode, more: { requestId?: string; param?: string; cause?: unknown } = {}) {
    super(`Stripe: ${code}`, { cause: more.cause });
    this.name = 'StripeFault';
    this.code = code;
    this.requestId = more.requestId;
    this.param = more.param;
  }
}

/** Why the groups of a person could not be looked up. `app_refused`, `login_unreachable`: Entra gave the app no token; the
 * others are of Microsoft Graph. */
export type DirectoryCode =
  | 'app_refused'
  | 'login_unreachable'
  | 'no_permission'
  | 'not_found'
  | 'not_accepted'
  | 'rate_limited'
  | 'unavailable'
  | 'unreachable'
  | 'timeout'
  | 'unreadable';

/** The directory gave no answer on groups. `DirectoryFault` never carries its words: they name people. */
export class DirectoryFault extends Error {
  readonly code: DirectoryCode;
  constructor(code: DirectoryCode, cause?: unknown) {
    super(`the directory: ${code}`, { cause });
    this.name = 'DirectoryFault';
    this.code = code;
  }
}

/** The trail could not be written, so nothing may be shown or created. */
export class TrailFault extends Error {
  constructor(cause: unknown) {
    super('the trail could not be written', { cause });
    this.name = 'TrailFault';
  }
}

/** The store gave a row that is not what was put there, or none at all. */
export class StoreFault extends Error {
  constructor(what: string, cause?: unknown) {
    super(what, { cause });
    this.name = 'StoreFault';
  }
}

/** The channel refused, or never got, what was sent. */
export class ChannelFault extends Error {
  /** The status of its answer, where one came. */
  readonly statusCode: number | undefined;
  constructor(what: string, cause?: unknown, statusCode?: number) {
    super(what, { cause });
    this.name = 'ChannelFault';
    this.statusCode = statusCode;
  }
}
