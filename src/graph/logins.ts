/** Microsoft's clouds: where Graph answers, and where Entra gives the tokens for it.
 * @see https://learn.microsoft.com/graph/deployments */
const logins: Readonly<Record<string, string>> = {
  'graph.microsoft.us': 'https://login.microsoftonline.us',
  'dod-graph.microsoft.us': 'https://login.microsoftonline.us',
  'microsoftgraph.chinacloudapi.cn': 'https://login.chinacloudapi.cn',
};

/** The address that gives tokens for a Graph; that of the public cloud for any it does not know. */
export function loginOf(graphBase: string): string {
  const { hostname } = new URL(graphBase);
  return (Object.hasOwn(logins, hostname) && logins[hostname]) || 'https://login.microsoftonline.com';
}
