/** What a route answers. */
export interface Reply {
  status: number;
  body: object;
  /** Further headers. */
  headers?: Record<string, string>;
}

/** An answer that refuses, in Direct Line's error form, with a sentence of ours. */
export const refusal = (status: number, code: string, message: string): Reply => ({
  status,
  body: { error: { code, message } },
});

/** Whether a value is a refusal or any other finished answer. */
export const isReply = (value: object): value is Reply => 'status' in value && 'body' in value;
