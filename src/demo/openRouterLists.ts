const parameters = ['structured_outputs', 'response_format', 'max_tokens', 'temperature'];

/** What the stand-in for OpenRouter answers to a GET below its base: the key has no limit, and whichever model is asked
 * for has one provider, which keeps nothing. */
export function openRouterList(path: string): { status: number; body: string } {
  const [, author, slug] = /\/models\/([^/]+)\/([^/]+)\/endpoints$/.exec(path) ?? [];
  if (path.endsWith('/key')) return said({ limit: null, limit_remaining: null, is_free_tier: false });
  if (path.endsWith('/endpoints/zdr')) return said([endpoint]);
  if (author && slug) return said({ id: `${author}/${slug}`, endpoints: [endpoint] });
  return { status: 404, body: JSON.stringify({ error: { code: 404, message: 'Not Found' } }) };
}

const endpoint = { name: 'Stand-in', tag: 'stand-in', supported_parameters: parameters };

function said(data: unknown): { status: number; body: string } {
  return { status: 200, body: JSON.stringify({ data }) };
}
