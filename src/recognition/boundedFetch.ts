import { RecognitionFault } from '../errors.js';

/** What a request to OpenRouter needs. The SDK's others tell of our machine or come from the environment. */
const headersThatLeave = ['authorization', 'content-type', 'accept'];

/** A `fetch` that never reads more than `most` bytes of an answer, follows no redirect, and sends no header but the
 * needed ones: not `HTTP-Referer` or `X-Title`, which would make a public page of us at OpenRouter. */
export function boundedFetch(most: number) {
  return async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const sent = new Headers(init.headers);
    const headers = headersThatLeave.flatMap((name): [string, string][] => {
      const value = sent.get(name);
      return value === null ? [] : [[name, value]];
    });
    const response = await fetch(address, { ...init, headers, redirect: 'error' });
    if (response.body === null) return response;
    return new Response(response.body.pipeThrough(upTo(most)), response);
  };
}

/** Passes bytes through, and breaks off beyond so many. */
function upTo(most: number): TransformStream<Uint8Array, Uint8Array> {
  let passed = 0;
  return new TransformStream({
    transform(chunk, stream) {
      passed += chunk.byteLength;
      if (passed > most) stream.error(new RecognitionFault('unreadable'));
      else stream.enqueue(chunk);
    },
  });
}
