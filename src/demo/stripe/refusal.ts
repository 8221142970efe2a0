/** What a Stripe error says about itself; `code` and `param` are often absent. */
export interface RefusalTerms {
  status: number;
  message: string;
  type?: 'api_error' | 'idempotency_error' | 'invalid_request_error';
  code?: string | undefined;
  param?: string | undefined;
  headers?: Record<string, string>;
}

/** The stand-in says no, in Stripe's words where they are known. It becomes the error body of the answer. */
export class Refusal extends Error {
  readonly terms: RefusalTerms;
  constructor(terms: RefusalTerms) {
    super(terms.message);
    this.name = 'Refusal';
    this.terms = terms;
  }
}

/** 400: a parameter is not as it must be. */
export function badParameter(param: string, message: string, code?: string): Refusal {
  return new Refusal({ status: 400, message, param, code });
}

/** 404 for what the address names; 400 for what a parameter names. */
export function noSuch(kind: string, id: string, param = 'id'): Refusal {
  const status = param === 'id' ? 404 : 400;
  return new Refusal({ status, code: 'resource_missing', param, message: `No such ${kind}: '${id}'` });
}

/** The body of an error answer, in the order and with the leaves of Stripe's own. */
export function errorBody(terms: RefusalTerms, requestId: string, live: boolean): object {
  const { code, message, param, type = 'invalid_request_error' } = terms;
  const doc = code && `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;
  const log = `https://dashboard.stripe.com/${live ? '' : 'test/'}logs/${requestId}`;
  return {
    error: {
      ...(code && { code, doc_url: doc }),
      message,
      ...(param && { param }),
      request_log_url: log,
      type,
    },
  };
}
